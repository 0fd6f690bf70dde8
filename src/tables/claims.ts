import type { Analysis } from "../model/analysis.ts";
import type { Claim, Sentiment } from "../model/layers.ts";
import { projection, SPAN_COLUMNS, WHY_COLUMNS } from "./projection.ts";

/**
 * The table of the pieces of comments that say something: sentences, and clauses of long ones, each with what it does.
 *
 * @example
 * claimTable(analysis).filter((row) => row.kind === "proposal").column("text");
 */
export const claimTable = projection(
  {
    name: "claims",
    description: "A sentence of a comment or of the article, or a clause of a long one, and what it does.",
    columns: [
      ...SPAN_COLUMNS,
      {
        name: "id",
        type: "string",
        nullable: false,
        meaning: "the unit and the piece's place in it: `c3.2`",
        key: "primary",
      },
      {
        name: "kind",
        type: "string",
        nullable: false,
        meaning: "claim, reason, proposal, question, experience, report or other",
      },
      { name: "opinion", type: "string", meaning: "the opinion that it belongs to; null for none" },
      {
        name: "side",
        type: "string",
        meaning:
          "the unit's side toward the first proposition: for, against, conditional, unsure or none; null without one",
      },
      {
        name: "tone",
        type: "string",
        meaning: "tone of the sentence that it stands in; null where tone was not asked for",
      },
      ...WHY_COLUMNS,
    ],
  },
  function* (analysis) {
    const sides = sidesOf(analysis);
    const tones = sentencesOf(analysis);
    for (const claim of analysis.claims) {
      yield {
        discussion: analysis.discussion.id,
        unit: claim.unit,
        start: claim.start,
        end: claim.end,
        text: claim.text,
        id: claim.id,
        kind: claim.kind,
        opinion: null,
        side: sides.get(claim.unit) ?? null,
        tone: toneOf(claim, tones.get(claim.unit) ?? []),
        confidence: claim.confidence,
        by: claim.by,
      };
    }
  },
);

/** Returns the side of each unit toward the first proposition. */
function sidesOf({ sides }: Analysis): ReadonlyMap<string, string> {
  const proposition = sides[0]?.proposition;
  return new Map(sides.filter((side) => side.proposition === proposition).map(({ unit, side }) => [unit, side]));
}

/** Returns what each sentence of each unit sounds like, in their order. */
function sentencesOf({ sentiments }: Analysis): ReadonlyMap<string, readonly Sentiment[]> {
  const found = new Map<string, Sentiment[]>();
  for (const sentiment of sentiments) {
    if (sentiment.scope !== "sentence") continue;
    const of = found.get(sentiment.unit);
    if (of === undefined) found.set(sentiment.unit, [sentiment]);
    else of.push(sentiment);
  }
  return found;
}

function toneOf({ start, end }: Claim, sentences: readonly Sentiment[]): string | null {
  return sentences.find((sentence) => sentence.start <= start && end <= sentence.end)?.label ?? null;
}
