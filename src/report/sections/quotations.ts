import { namedSpeakers } from "../../measure/named-speakers.ts";
import { need } from "../../tables/need.ts";
import { quotationTable } from "../../tables/quotations.ts";
import type { RowOf } from "../../tables/row-type.ts";
import { count } from "../count.ts";
import { excerpt } from "../excerpt.ts";
import { foldedAway } from "../folded-away.ts";
import { type Html, html } from "../html.ts";
import { ofComments, type Page } from "../page.ts";
import { cellOf, columnHeads, tableName } from "../table-parts.ts";
import { authorOf, unitLink } from "../unit-link.ts";
import type { Section } from "./section.ts";

const MOST = 12;
/** A page of many quotations stays light. */
const MOST_FOLDED = 60;
const NEEDED = [
  "discussion",
  "unit",
  "start",
  "end",
  "text",
  "kind",
  "indirect",
  "speaker",
  "entity",
  "verb",
  "outlet",
] as const;
type Quotation = Pick<RowOf<typeof quotationTable.schema.columns>, (typeof NEEDED)[number]>;

const WORDS = {
  ja: {
    lead: (article: number, comments: number) =>
      `だれの言葉かわかる引用は、${[article > 0 ? `記事に${count(article)}か所` : "", comments > 0 ? `コメントに${count(comments)}か所` : ""].filter((part) => part !== "").join("、")}。言葉を選ぶと、その場所へ移る。`,
    none: "だれの言葉かわかる引用はない。",
    columns: ["だれが", "どうした", "言葉", "どこで", "書いた人"],
    nobody: (n: number) => `だれの言葉かわからないもの${count(n)}か所`,
    more: (n: number) => `ほか${count(n)}か所`,
    left: (n: number) => `残りの${count(n)}か所は、表 quotations にある。`,
  },
  en: {
    lead: (article: number, comments: number) =>
      `Words of somebody named are quoted in ${[article > 0 ? `${count(article)} ${article === 1 ? "place" : "places"} of the article` : "", comments > 0 ? `${count(comments)} of the comments` : ""].filter((part) => part !== "").join(" and ")}. Choose the words to go there.`,
    none: "Nobody is quoted by name.",
    columns: ["who", "verb", "words", "where", "written by"],
    nobody: (n: number) => (n === 1 ? "1 by nobody that is named" : `${count(n)} by nobody that is named`),
    more: (n: number) => `${count(n)} more`,
    left: (n: number) => `The other ${count(n)} stand in the table quotations.`,
  },
} as const;

/** Who is quoted with what. */
export const quotationSection: Section = {
  id: "quotations",
  name: { ja: "引用", en: "Quotations" },
  charts: [],
  folded: ["speakers"],
  body(page) {
    const rows: readonly Quotation[] = [
      ...need("the report's quotations", page.tables("quotations"), quotationTable.schema, NEEDED),
    ].filter(({ kind }) => kind === "speech");
    if (rows.length === 0) return null;
    const words = WORDS[page.lang];
    const isNamed = namedSpeakers();
    const named = rows.filter(isNamed);
    const [rest, nobody] = [named.slice(MOST), rows.filter((row) => !isNamed(row))];
    const comments = named.filter(ofComments).length;
    return html`<p class="note">${named.length === 0 ? words.none : words.lead(named.length - comments, comments)}</p>
${named.length === 0 ? "" : table(named.slice(0, MOST), page)}
${rest.length === 0 ? "" : folded(words.more(rest.length), rest, page)}
${nobody.length === 0 ? "" : folded(words.nobody(nobody.length), nobody, page)}`;
  },
};

function folded(summary: string, rows: readonly Quotation[], page: Page): Html {
  const left = rows.length - MOST_FOLDED;
  const note = left > 0 ? html`<p class="note">${WORDS[page.lang].left(left)}</p>` : "";
  return foldedAway(summary, html`${table(rows.slice(0, MOST_FOLDED), page)}${note}`);
}

function table(rows: readonly Quotation[], page: Page): Html {
  const [, , , where, by] = WORDS[page.lang].columns;
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${tableName(quotationSection.name[page.lang], page.lang)}"><table class="quotations blocks"><thead><tr>${columnHeads(WORDS[page.lang].columns)}</tr></thead><tbody>${rows.map(
    (row) => {
      const place = page.placeOf(row.discussion, row.unit);
      if (place === null) return "";
      const said = excerpt(row.text, 90);
      const words = row.indirect ? said : page.lang === "ja" ? `「${said}」` : `“${said}”`;
      return html`<tr><th scope="row" dir="auto"><bdi>${row.speaker ?? "–"}</bdi></th>${row.verb === null ? cellOf("", null) : html`<td>${row.verb}</td>`}<td class="line">${unitLink(place, words, row)}</td>${cellOf(where, row.outlet)}${cellOf(by, authorOf(place, page))}</tr>`;
    },
  )}</tbody></table></div>`;
}
