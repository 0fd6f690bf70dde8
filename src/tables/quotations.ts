import { QUOTATION_KINDS } from "../model/layers.ts";
import { oneOf } from "./one-of.ts";
import { projection, SPAN_COLUMNS, WHY_COLUMNS } from "./projection.ts";

/**
 * The table of somebody's words, with who said them and where; `text` is the words inside the brackets.
 *
 * @example
 * quotationTable(analysis).filter((row) => row.kind === "speech");
 */
export const quotationTable = projection(
  {
    name: "quotations",
    description: "Somebody's words in the text, or a title, term or scare quote in brackets.",
    columns: [
      ...SPAN_COLUMNS,
      { name: "kind", type: "string", nullable: false, meaning: oneOf(QUOTATION_KINDS) },
      { name: "indirect", type: "boolean", nullable: false, meaning: "true for reported words without brackets" },
      { name: "speaker", type: "string", meaning: "the speaker as written; null where the text does not tell" },
      { name: "speakerName", type: "string", meaning: "the speaker without title" },
      { name: "speakerUnit", type: "string", meaning: "where the speaker is named", key: "comments.id" },
      { name: "speakerStart", type: "integer", unit: "UTF-16 code units", meaning: "where the speaker's name begins" },
      { name: "speakerEnd", type: "integer", unit: "UTF-16 code units", meaning: "where the speaker's name ends" },
      { name: "entity", type: "string", meaning: "the speaker's entity", key: "entities.id" },
      { name: "verb", type: "string", meaning: "dictionary form of the speech verb: 述べる" },
      { name: "outlet", type: "string", meaning: "where it was said" },
      ...WHY_COLUMNS,
    ],
  },
  function* ({ discussion, quotations }) {
    for (const { speaker, ...quotation } of quotations) {
      yield {
        discussion: discussion.id,
        ...quotation,
        speaker: speaker?.text,
        speakerName: speaker?.name,
        speakerUnit: speaker?.unit,
        speakerStart: speaker?.start,
        speakerEnd: speaker?.end,
      };
    }
  },
);
