import { mean } from "simple-statistics";
import { keyness } from "../measure/keyness.ts";
import { loadDefaultNames, personOf } from "../measure/people.ts";
import { withoutSourceLines } from "../measure/source-lines.ts";
import { voteSummary } from "../measure/vote-summary.ts";
import type { Analysis } from "../model/analysis.ts";
import { commentTable } from "../tables/comments.ts";
import { need } from "../tables/need.ts";
import type { Table } from "../tables/table.ts";
import { type Html, html } from "./html.ts";
import { type Lang, WORDS } from "./words.ts";

const KEYWORDS = 6;
/** Length of 2022-09-15: beside other discussions the time of day says nothing. */
const DATE = 10;
/** Beyond so many discussions a keyword list for each would take longer than it is worth. */
const NEEDED = ["discussion", "id", "author", "up", "sentiment", "sentimentLabel"] as const;
const MOST_WITH_KEYWORDS = 40;

/**
 * Returns several discussions side by side: size, people, votes, sentiment, and the words that each uses more than the
 * others.
 */
export function comparison(analyses: readonly Analysis[], tables: (name: string) => Table, lang: Lang): Html {
  const words = WORDS[lang];
  const comments = need("the comparison", tables("comments"), commentTable.schema, NEEDED);
  const votes = new Map([...voteSummary(comments)].map((row) => [row.discussion, row]));
  const defaults = loadDefaultNames();
  const tokens = withoutSourceLines(tables("tokens"), tables("citations"));
  const rows = analyses.map(({ discussion }, index) => {
    const own = comments.filter((row) => row.discussion === discussion.id);
    const people = new Set(own.column("author").flatMap((author) => personOf(author, defaults) ?? [])).size;
    const scores = own.column("sentiment").filter((score) => score !== null);
    const labels = own.column("sentimentLabel").filter((label) => label !== null);
    const share = (label: string) =>
      labels.length === 0
        ? "–"
        : `${Math.round((100 * labels.filter((other) => other === label).length) / labels.length)}%`;
    const summary = votes.get(discussion.id);
    const gini = summary?.gini;
    return html`<tr><th scope="row" dir="auto"><button type="button" class="place" data-discussion="${index}">${discussion.article.title}</button></th><td>${discussion.article.published?.value.slice(0, DATE) ?? "–"}</td><td>${own.length}</td><td>${people}</td><td>${summary?.total ?? "–"}</td><td>${typeof gini === "number" ? gini.toFixed(2) : "–"}</td><td>${scores.length === 0 ? "–" : mean(scores).toFixed(2)}</td><td>${share("negative")}</td><td>${share("positive")}</td><td dir="auto">${analyses.length > MOST_WITH_KEYWORDS ? "–" : keywordsOf(discussion.id, tokens)}</td></tr>`;
  });
  return html`<section class="comparison" aria-labelledby="comparison"><h2 id="comparison">${words.comparison}</h2>
<div class="scroll" tabindex="0" role="region" aria-label="${words.comparison}"><table><thead><tr>${words.comparisonColumns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div></section>`;
}

function keywordsOf(discussion: string, tokens: Table): string {
  const own = tokens.filter((row) => row.discussion === discussion);
  const others = tokens.filter((row) => row.discussion !== discussion);
  const found = [...keyness(own, others)].filter((row) => Number(row.logRatio) > 0 && Number(row.range) > 1);
  return found.length === 0
    ? "–"
    : found
        .slice(0, KEYWORDS)
        .map(({ word }) => String(word))
        .join("、");
}
