import { type EntitySentiment, entitySentiment } from "../../measure/entity-sentiment.ts";
import { spokenOf } from "../../measure/spoken-of.ts";
import { labelName } from "../../model/labels.ts";
import { count } from "../count.ts";
import { foldedAway } from "../folded-away.ts";
import { type Html, html } from "../html.ts";
import { hasArticle, type Page } from "../page.ts";
import { columnHeads, tableName } from "../table-parts.ts";
import { readThese } from "../unit-link.ts";
import type { Section } from "./section.ts";
import { keyParts } from "./sides.ts";
import { toneCells } from "./tone-cells.ts";

const MOST = 12;
/** A page of many names stays light. */
const MOST_FOLDED = 40;

const WORDS = {
  ja: {
    lead: (n: number) =>
      `コメントに出てくる人・もの${count(n)}。数は、その名前の出るコメントの数。語調は、その名前のまわりの言葉の響きで、賛否ではない。`,
    article: "記事だけに出るものは除いた。",
    none: "コメントに名前の出る人・ものはない。",
    columns: ["名前", "コメント", "回数", "記事では", "語調", "", ""],
    columnsAlone: ["名前", "コメント", "回数", "語調", "", ""],
    more: (n: number) => `ほか${count(n)}`,
    left: (n: number) => `残りの${count(n)}は、表 entities と mentions にある。`,
    read: "読む",
  },
  en: {
    lead: (n: number) =>
      `${count(n)} people and things named in comments, by how many comments name them. Tone is how the words around a name sound, not for or against.`,
    article: " Those of the article alone are left out.",
    none: "No comment names anybody or anything.",
    columns: ["name", "comments", "times", "in the article", "tone", "", ""],
    columnsAlone: ["name", "comments", "times", "tone", "", ""],
    more: (n: number) => `${count(n)} more`,
    left: (n: number) => `The other ${count(n)} stand in the tables entities and mentions.`,
    read: "read",
  },
} as const;

/** Of whom and of what comments speak; the article's count stands beside. */
export const peopleSection: Section = {
  id: "people",
  name: { ja: "登場する人・もの", en: "People and things" },
  charts: [],
  folded: ["entities"],
  body(page) {
    const words = WORDS[page.lang];
    const { tables } = page;
    const entities = tables("entities");
    const isSpokenOf = spokenOf();
    const rows = [
      ...entitySentiment(entities, tables("mentions"), tables("sentiment"), tables("sentences"), {
        citations: tables("citations"),
        quotations: tables("quotations"),
      }),
    ]
      .filter((row) => row.mentions > 0 && isSpokenOf(row))
      .sort((a, b) => b.unitKeys.length - a.unitKeys.length || b.mentions - a.mentions);
    if (rows.length === 0) return entities.length === 0 ? null : html`<p>${words.none}</p>`;
    const beside = hasArticle(page.analyses);
    const show = (row: EntitySentiment) => line(row, page, beside);
    const table = (shown: readonly EntitySentiment[]) =>
      html`<div class="scroll" tabindex="0" role="region" aria-label="${tableName(peopleSection.name[page.lang], page.lang)}"><table class="people${beside ? "" : " alone"}"><thead><tr>${columnHeads(beside ? words.columns : words.columnsAlone)}</tr></thead><tbody>${shown.map(show)}</tbody></table></div>`;
    const rest = rows.slice(MOST, MOST_FOLDED);
    const left = rows.length - MOST_FOLDED;
    return html`<p class="note">${words.lead(rows.length)}${beside ? words.article : ""}</p>
${table(rows.slice(0, MOST))}
${rest.length === 0 ? "" : foldedAway(words.more(rows.length - MOST), html`${table(rest)}${left > 0 ? html`<p class="note">${words.left(left)}</p>` : ""}`)}`;
  },
};

function line(row: EntitySentiment, page: Page, beside: boolean): Html {
  const words = WORDS[page.lang];
  const { name, label, mentions, articleMentions: inArticle, unitKeys } = row;
  const places = unitKeys.map((key) => page.placeOf(...keyParts(String(key))));
  return html`<tr><th scope="row" dir="auto"><bdi>${name}</bdi> <span class="kind">${labelName(label, page.lang)}</span></th><td class="number">${count(unitKeys.length)}</td><td class="number">${count(mentions)}</td>${beside ? html`<td class="number">${inArticle === 0 ? "–" : count(inArticle)}</td>` : ""}${toneCells(row, page.lang)}<td>${readThese(places, { label: name, words: words.read })}</td></tr>`;
}
