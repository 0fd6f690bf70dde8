import type { Emotion, SentimentEvidence } from "../model/layers.ts";
import { roundScore } from "../model/round-score.ts";
import { unitTexts } from "./lookups.ts";
import { projection, SPAN_COLUMNS } from "./projection.ts";

/**
 * The table of the scores of units, sentences and of what is said toward an entity or target, with their evidence.
 *
 * @example
 * sentimentTable(analysis).filter((row) => row.target === "RU");
 */
export const sentimentTable = projection(
  {
    name: "sentiment",
    description: "How a unit or sentence feels, or what it says feels toward a target.",
    columns: [
      ...SPAN_COLUMNS,
      { name: "scope", type: "string", nullable: false, meaning: "unit, sentence or target" },
      {
        name: "target",
        type: "string",
        meaning: "entity id or target phrase; null for the unit or sentence itself",
        key: "entities.id",
      },
      { name: "score", type: "number", nullable: false, unit: "[-1, 1]", meaning: "0 without evidence" },
      { name: "label", type: "string", nullable: false, meaning: "positive, neutral, negative or mixed" },
      {
        name: "confidence",
        type: "number",
        nullable: false,
        unit: "[0, 1]",
        meaning: "calibrated probability of the label",
      },
      {
        name: "evidence",
        type: "list",
        nullable: false,
        meaning: "the words that moved the score, and the rules",
        fields: [
          {
            name: "start",
            type: "integer",
            nullable: false,
            unit: "UTF-16 code units",
            meaning: "where the words begin in the unit",
          },
          { name: "end", type: "integer", nullable: false, unit: "UTF-16 code units", meaning: "where they end" },
          { name: "text", type: "string", nullable: false, meaning: "the words" },
          { name: "score", type: "number", nullable: false, unit: "[-1, 1]", meaning: "their contribution" },
          { name: "why", type: "string", nullable: false, meaning: "lexicon entry and rules" },
          { name: "emotion", type: "string", meaning: "joy, anger, fear …; null where the words name none" },
        ],
      },
      {
        name: "emotions",
        type: "list",
        nullable: false,
        meaning: "the emotions that the evidence names, strongest first",
        fields: [
          { name: "emotion", type: "string", nullable: false, meaning: "joy, anger, fear …" },
          { name: "count", type: "integer", nullable: false, unit: "words", meaning: "how many words name it" },
          {
            name: "strength",
            type: "number",
            nullable: false,
            meaning: "the sum of their contributions, without sign",
          },
        ],
      },
      { name: "flags", type: "list", items: "string", nullable: false, meaning: "irony, question, quoted …" },
    ],
  },
  function* (analysis) {
    const texts = unitTexts(analysis);
    for (const row of analysis.sentiments) {
      yield {
        discussion: analysis.discussion.id,
        unit: row.unit,
        start: row.start,
        end: row.end,
        text: (texts.get(row.unit) ?? "").slice(row.start, row.end),
        scope: row.scope,
        target: row.target,
        score: row.score,
        label: row.label,
        confidence: row.confidence,
        evidence: row.evidence.map(({ unit: _, ...evidence }) => evidence),
        emotions: emotionsOf(row.evidence),
        flags: row.flags,
      };
    }
  },
);

/** Returns the emotions of evidence with their counts, strongest first, then by name. */
function emotionsOf(evidence: readonly SentimentEvidence[]) {
  const tally = new Map<Emotion, { count: number; strength: number }>();
  for (const { emotion, score } of evidence) {
    if (emotion === null) continue;
    const { count, strength } = tally.get(emotion) ?? { count: 0, strength: 0 };
    tally.set(emotion, { count: count + 1, strength: strength + Math.abs(score) });
  }
  return [...tally]
    .map(([emotion, { count, strength }]) => ({ emotion, count, strength: roundScore(strength) }))
    .sort((a, b) => b.strength - a.strength || (a.emotion < b.emotion ? -1 : 1));
}
