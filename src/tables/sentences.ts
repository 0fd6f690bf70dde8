import { projection, SPAN_COLUMNS } from "./projection.ts";

/**
 * The table of the sentences, a row each, with their sentiment.
 *
 * @example
 * sentenceTable(analysis).filter((row) => row.label === "negative");
 */
export const sentenceTable = projection(
  {
    name: "sentences",
    description: "A sentence of the article or a comment.",
    columns: [
      ...SPAN_COLUMNS,
      { name: "index", type: "integer", nullable: false, meaning: "number in the unit, from 0" },
      { name: "tokens", type: "integer", nullable: false, unit: "tokens", meaning: "length in tokens" },
      { name: "sentiment", type: "number", unit: "[-1, 1]", meaning: "score; null where it was not computed" },
      { name: "label", type: "string", meaning: "positive, neutral, negative or mixed" },
    ],
  },
  function* ({ discussion, units, sentiments }) {
    const scored = new Map(
      sentiments.filter(({ scope }) => scope === "sentence").map((row) => [`${row.unit}:${row.start}`, row]),
    );
    for (const unit of units) {
      for (const [index, { start, end, firstToken, lastToken }] of unit.sentences.entries()) {
        const sentiment = scored.get(`${unit.id}:${start}`);
        yield {
          discussion: discussion.id,
          unit: unit.id,
          start,
          end,
          text: unit.text.slice(start, end),
          index,
          tokens: lastToken - firstToken,
          sentiment: sentiment?.score,
          label: sentiment?.label,
        };
      }
    }
  },
);
