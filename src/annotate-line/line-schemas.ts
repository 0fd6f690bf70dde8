import { citationTable } from "../tables/citations.ts";
import { claimTable } from "../tables/claims.ts";
import { considerationTable } from "../tables/considerations.ts";
import { dateTable } from "../tables/dates.ts";
import { mentionTable } from "../tables/mentions.ts";
import { quotationTable } from "../tables/quotations.ts";
import { type Column, pick } from "../tables/schema.ts";
import { sentimentTable } from "../tables/sentiment.ts";
import { sideTable } from "../tables/sides.ts";
import { tokenTable } from "../tables/tokens.ts";

/** What the value of a layer's key holds: a list of structs, or one. */
export type LineSchema = Column & { readonly type: "list" | "struct"; readonly fields: readonly Column[] };

const SPAN = pick(mentionTable.schema, ["start", "end"]).columns;
const TEXT: Column = { name: "text", type: "string", nullable: false, meaning: "the words of the span, as written" };
const WHY = pick(mentionTable.schema, ["confidence", "by"]).columns;
const SCORE = pick(sentimentTable.schema, ["score", "label", "confidence", "evidence"]).columns;
const word = (name: string, meaning: string): Column => ({ name, type: "string", nullable: false, meaning });

const list = (name: string, meaning: string, ...fields: readonly Column[]): LineSchema => ({
  ...{ name, type: "list", nullable: false, meaning, fields },
});

/** The types of the line protocol's layers, in their order: what an answer without an error holds under each key. */
export const LINE_SCHEMAS: readonly LineSchema[] = Object.freeze([
  list("sentences", "sentences", ...SPAN),
  list(
    "tokens",
    "tokens (morphemes, as IPADIC cuts them)",
    ...SPAN,
    word("surface", "as written"),
    ...pick(tokenTable.schema, ["pos"]).columns,
    word("conjugationType", "IPADIC's, `*` for none"),
    word("conjugationForm", "IPADIC's, `*` for none"),
    ...pick(tokenTable.schema, ["lemma"]).columns,
    word("reading", "katakana, `*` for an unknown word"),
    word("pronunciation", "katakana, `*` for an unknown word"),
    ...pick(tokenTable.schema, ["upos"]).columns,
  ),
  list(
    "entities",
    "places where an entity is spoken of",
    ...SPAN,
    ...pick(mentionTable.schema, ["label", "text", "name"]).columns,
    word("id", "ISO code, or one that holds in this text alone"),
    ...WHY,
  ),
  list(
    "dates",
    "dates, times and periods",
    ...SPAN,
    TEXT,
    ...pick(dateTable.schema, ["value", "precision", "from"]).columns,
    ...WHY,
  ),
  list(
    "citations",
    "sources that the text names; an answer leaves out what is null",
    ...SPAN,
    TEXT,
    ...pick(citationTable.schema, ["role", "title", "outlet", "holder", "licence", "language", "url"]).columns,
    ...WHY,
  ),
  list(
    "quotations",
    "somebody's words",
    ...SPAN,
    TEXT,
    ...pick(quotationTable.schema, ["kind", "indirect"]).columns,
    {
      name: "speaker",
      type: "struct",
      meaning: "who said it; null where the text does not tell",
      fields: [...SPAN, TEXT, word("name", "the speaker without title")],
    },
    ...pick(quotationTable.schema, ["entity", "verb", "outlet"]).columns,
    ...WHY,
  ),
  {
    name: "sentiment",
    type: "struct",
    nullable: false,
    meaning: "tone of the whole text",
    fields: [...SCORE, ...pick(sentimentTable.schema, ["flags"]).columns],
  },
  list(
    "targets",
    "tone toward the targets that the line names",
    word("target", "as the line has it"),
    ...SPAN,
    ...SCORE,
  ),
  list(
    "sides",
    "the side toward each proposition",
    ...pick(sideTable.schema, ["proposition", "side", "confidence", "evidence"]).columns,
  ),
  list(
    "claims",
    "pieces that say something",
    word("id", "number of the piece in the text, from 1"),
    ...SPAN,
    TEXT,
    ...pick(claimTable.schema, ["kind"]).columns,
    ...WHY,
  ),
  list(
    "considerations",
    "grounds that claims argue from",
    word("claim", "id of the claim"),
    ...SPAN,
    TEXT,
    ...pick(considerationTable.schema, ["consideration"]).columns,
    ...WHY,
  ),
]);
