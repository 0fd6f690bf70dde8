import { voteExpectation } from "../../measure/vote-expectation.ts";
import { voteSummary } from "../../measure/vote-summary.ts";
import { count, plural } from "../count.ts";
import { type Html, html } from "../html.ts";
import type { Page } from "../page.ts";
import { poolOf } from "../pool-of.ts";
import { quote } from "../unit-link.ts";
import type { Section } from "./section.ts";

const MOST_SURPRISES = 3;

const WORDS = {
  ja: {
    none: "票の数は、どのコメントにも表示されていない。",
    sort: "代表的なものや長いものから読むには、コメントの一覧の並べ方を変える。",
    total: (total: number, known: number) =>
      `票の表示されたコメント${count(known)}件に、合わせて${count(total)}票が入っている。`,
    half: (half: number, known: number) => `その半分は、${count(known)}件のうち${count(half)}件に集まった。`,
    unknown: (n: number) => `票の表示がない${count(n)}件は、ゼロではなく「わからない」として除いた。`,
    surprises: "場所や長さのわりに票を集めたもの",
    surprisesNote:
      "早く書かれたコメントほど票が入りやすい。ページの中の位置、時刻、返信の深さ、長さから見込まれる票を、大きく上回ったコメント。",
    than: (up: number, high: number) => `${count(up)}票（見込みは多くても${count(high)}票）`,
  },
  en: {
    none: "No comment shows its votes.",
    sort: " To read the most typical or the longest first, change the order of the list of comments.",
    total: (total: number, known: number) =>
      `${plural(known, "comment")} with votes shown have ${plural(total, "vote")} together.`,
    half: (half: number, known: number) => ` Half of them went to ${count(half)} of the ${count(known)}.`,
    unknown: (n: number) =>
      ` ${plural(n, "comment shows", "comments show")} no votes; they are unknown, not zero, and left out.`,
    surprises: "More votes than place and length let expect",
    surprisesNote:
      "What is written early is voted for more. These have far more votes than their place on the page, time, depth and length let expect.",
    than: (up: number, high: number) => `${plural(up, "vote")} (at most ${count(high)} were to be expected)`,
  },
} as const;

/** Which comments drew votes. */
export const worthReadingSection: Section = {
  id: "worth",
  name: { ja: "票を集めたコメント", en: "Comments with votes" },
  charts: ["votes"],
  folded: ["expectation", "lorenz", "engagement"],
  body(page) {
    const comments = page.tables("comments");
    if (comments.length === 0) return null;
    const words = WORDS[page.lang];
    const { known, unknown, total, half } = voteSummary(poolOf(comments)).row(0);
    if (known === 0 || total === null) return html`<p>${words.none}<a href="#read">${words.sort}</a></p>`;
    return html`<p>${words.total(total, known)}${half === null ? "" : words.half(half, known)}${unknown === 0 ? "" : words.unknown(unknown)}</p>
${surprises(page)}`;
  },
};

function surprises(page: Page): Html {
  const words = WORDS[page.lang];
  const rows = [...voteExpectation(page.tables("comments"))]
    .filter(({ up, high, small }) => !small && up > high)
    .sort((a, b) => b.surprise - a.surprise)
    .slice(0, MOST_SURPRISES);
  if (rows.length === 0) return html``;
  return html`<h3>${words.surprises}</h3><p class="note">${words.surprisesNote}</p><ol class="exchanges">${rows.map(
    ({ discussion, id, up, high }) => {
      const place = page.placeOf(discussion, id);
      return place === null ? "" : html`<li>${quote(place, page)}<p class="note">${words.than(up, high)}</p></li>`;
    },
  )}</ol>`;
}
