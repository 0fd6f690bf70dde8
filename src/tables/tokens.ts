import { projection, SPAN_COLUMNS } from "./projection.ts";

/**
 * The table of all tokens, a row each.
 *
 * @example
 * tokenTable(analysis).column("lemma"); // ["中国", "は", …]
 */
export const tokenTable = projection(
  {
    name: "tokens",
    description: "A token (morpheme, as IPADIC cuts them) of the article or a comment.",
    columns: [
      ...SPAN_COLUMNS,
      {
        name: "sentence",
        type: "integer",
        nullable: false,
        meaning: "number of its sentence in the unit, from 0",
        key: "sentences.index",
      },
      { name: "lemma", type: "string", nullable: false, meaning: "dictionary form; the surface of an unknown word" },
      { name: "reading", type: "string", meaning: "katakana; null for an unknown word" },
      { name: "pos", type: "string", nullable: false, meaning: "IPADIC's part of speech, four levels with commas" },
      { name: "upos", type: "string", nullable: false, meaning: "Universal Dependencies tag" },
      { name: "unknown", type: "boolean", nullable: false, meaning: "true for a word in no dictionary" },
    ],
  },
  function* ({ discussion, units }) {
    for (const unit of units) {
      for (const [sentence, { firstToken, lastToken }] of unit.sentences.entries()) {
        for (let i = firstToken; i < lastToken; i++) {
          const reading = unit.tokens.reading(i);
          yield {
            discussion: discussion.id,
            unit: unit.id,
            start: unit.tokens.start(i),
            end: unit.tokens.end(i),
            text: unit.tokens.surface(i),
            sentence,
            lemma: unit.tokens.lemma(i),
            reading: reading === "*" ? null : reading,
            pos: unit.tokens.pos(i),
            upos: unit.tokens.upos(i),
            unknown: unit.tokens.unknown(i),
          };
        }
      }
    }
  },
);
