import { meanInterval } from "../../measure/mean-interval.ts";
import { count } from "../count.ts";
import { html } from "../html.ts";
import { hasArticle, ofComments, type Page } from "../page.ts";
import { columnHeads, tableName } from "../table-parts.ts";
import { readThese } from "../unit-link.ts";
import type { Section } from "./section.ts";
import { toneCells } from "./tone-cells.ts";

const WORDS = {
  ja: {
    lead: "指定された言葉が出るコメントの数と、その言葉に向けられた語調（−1〜+1、角括弧は95%区間）。手がかりが5か所に満たないか、区間が0をまたぐものは、はっきりしないとした。語調は言葉の響きで、賛否ではない。",
    columns: ["言葉", "コメント", "回数", "記事では", "語調", "", ""],
    columnsAlone: ["言葉", "コメント", "回数", "語調", "", ""],
    read: "読む",
  },
  en: {
    lead: "How many comments have each phrase that was asked after, and the tone toward it (−1 to +1; 95 % intervals in brackets). With fewer than five cues, or an interval on both sides of 0, it is called not clear. Tone is how words sound, not for or against.",
    columns: ["phrase", "comments", "times", "in the article", "tone", "", ""],
    columnsAlone: ["phrase", "comments", "times", "tone", "", ""],
    read: "read",
  },
} as const;

/** Tone toward the phrases that were asked after, a row each. */
export const targetSection: Section = {
  id: "targets",
  name: { ja: "指定された言葉", en: "What was asked after" },
  charts: [],
  folded: [],
  body(page) {
    const asked = askedAfter(page);
    if (asked.length === 0) return null;
    const words = WORDS[page.lang];
    const beside = hasArticle(page.analyses);
    const rows = [...page.tables("sentiment")].filter(({ scope }) => scope === "target");
    return html`<p class="note">${words.lead}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${tableName(targetSection.name[page.lang], page.lang)}"><table class="people${beside ? "" : " alone"}"><thead><tr>${columnHeads(beside ? words.columns : words.columnsAlone)}</tr></thead><tbody>${asked.map(
      (target) => {
        const all = rows.filter((row) => row.target === target);
        const own = all.filter(({ unit }) => ofComments({ unit }));
        const places = own.map(({ discussion, unit }) => page.placeOf(String(discussion), String(unit)));
        const scores = own.flatMap(({ score, evidence }) =>
          Array.isArray(evidence) && evidence.length > 0 ? [Number(score)] : [],
        );
        const sentiment = scores.length === 0 ? null : scores.reduce((sum, score) => sum + score, 0) / scores.length;
        const bounds = scores.length < 2 ? { low: null, high: null } : meanInterval(scores);
        const units = new Set(own.map(({ discussion, unit }) => `${discussion}/${unit}`)).size;
        const article = all.length - own.length;
        return html`<tr><th scope="row" dir="auto"><bdi>${target}</bdi></th><td class="number">${count(units)}</td><td class="number">${count(own.length)}</td>${beside ? html`<td class="number">${article === 0 ? "–" : count(article)}</td>` : ""}${toneCells({ sentiment, ...bounds, scores: scores.length }, page.lang)}<td>${readThese(places, { label: target, words: words.read })}</td></tr>`;
      },
    )}</tbody></table></div>`;
  },
};

/** Returns what was asked after: as the caller says, and what has a tone without being an entity. */
export function askedAfter({ analyses, targets }: Pick<Page, "analyses" | "targets">): readonly string[] {
  const found = analyses.flatMap(({ sentiments, entities }) => {
    const ids = new Set(entities.map(({ id }) => id));
    return sentiments.flatMap(({ scope, target }) =>
      scope === "target" && target !== null && !ids.has(target) ? [target] : [],
    );
  });
  return [...new Set([...targets, ...found])];
}
