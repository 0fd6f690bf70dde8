import { type Contested, contested } from "../../measure/contested.ts";
import { replyEdges } from "../../measure/reply-network.ts";
import { need } from "../../tables/need.ts";
import { stanceTable } from "../../tables/stances.ts";
import { loadAccuracy } from "../accuracy.ts";
import { bar } from "../bar.ts";
import { count, plural } from "../count.ts";
import { type Html, html } from "../html.ts";
import type { Page } from "../page.ts";
import { percent } from "../percent.ts";
import { columnHeads } from "../table-parts.ts";
import { quote, readThese } from "../unit-link.ts";
import type { Section } from "./section.ts";
import { keyParts } from "./sides.ts";

const MOST_EXCHANGES = 5;
const MOST_PAIRS = 10;
const STANCES = ["agree", "mixed", "disagree", "none"] as const;
type Stance = (typeof STANCES)[number];
/** Classes of the style sheet, in the colours that the charts give to replies. */
const KINDS = { agree: "agree", mixed: "conditional", disagree: "disagree", none: "none" } as const;

const WORDS = {
  ja: {
    names: { agree: "同意", mixed: "一部に異論", disagree: "異論", none: "どちらとも読めない" },
    replies: (n: number) => `返信は${count(n)}件。同意か異論かは調べていない。`,
    lead: (n: number, told: string) => `返信${count(n)}件を機械が読むと、${told}。`,
    part: (name: string, n: number) => `${name}${count(n)}件`,
    between: "、",
    accuracy: (value: number, low: number, high: number) =>
      `同意か異論かの判定が当たるのは、試験では${percent(value)}（95%区間${percent(low)}〜${percent(high)}）。下の言葉を読んで確かめてほしい。`,
    contested: "意見がぶつかったところ",
    standing: ({ replies, agree, disagree, mixed }: Contested) =>
      `返信${count(replies)}件のうち、${[
        [disagree, "異論"],
        [mixed, "一部に異論"],
        [agree, "同意"],
      ]
        .filter(([n]) => n !== 0)
        .map(([n, name]) => `${name}${n}件`)
        .join("、")}`,
    none: "異論と読める返信はない。",
    pairs: "たがいに、または何度も答えた人たち",
    pairColumns: ["答えた人", "答えられた人", "返信", "同意", "異論など", ""],
    mutual: "（互いに）",
    read: "読む",
  },
  en: {
    names: { agree: "agree", mixed: "agree in part", disagree: "disagree", none: "cannot be told" },
    replies: (n: number) => `${plural(n, "reply", "replies")}; whether they agree was not asked.`,
    lead: (n: number, told: string) => `As the machine reads the ${plural(n, "reply", "replies")}: ${told}.`,
    part: (name: string, n: number) => `${count(n)} ${name}`,
    between: ", ",
    accuracy: (value: number, low: number, high: number) =>
      `In tests ${percent(value)} of such verdicts were right (95 % interval ${percent(low)}–${percent(high)}); read the words below to check.`,
    contested: "Where opinions meet",
    standing: ({ replies, agree, disagree, mixed }: Contested) =>
      `Of ${plural(replies, "reply", "replies")} ${[
        [disagree, "disagree"],
        [mixed, "agree in part"],
        [agree, "agree"],
      ]
        .filter(([n]) => n !== 0)
        .map(([n, name]) => `${n} ${name}`)
        .join(", ")}`,
    none: "No reply reads as dissent.",
    pairs: "Who answered each other, or more than once",
    pairColumns: ["who answers", "who is answered", "replies", "agree", "dissent", ""],
    mutual: " (and back)",
    read: "read",
  },
} as const;

/** Who answers whom, and whether they agree. */
export const exchangeSection: Section = {
  id: "exchanges",
  name: { ja: "やりとり", en: "Exchanges" },
  charts: ["thread"],
  folded: ["replies"],
  needsWords: true,
  body(page) {
    const stances = [
      ...need("the report's exchanges", page.tables("stances"), stanceTable.schema, ["discussion", "unit", "stance"]),
    ];
    const words = WORDS[page.lang];
    if (stances.length === 0) {
      const replies = page.tables("comments").filter(({ replyTo }) => replyTo !== null).length;
      return replies === 0 ? null : html`<p>${words.replies(replies)}</p>${pairs(page, new Map())}`;
    }
    const counts = STANCES.map((stance) => [stance, stances.filter((row) => row.stance === stance).length] as const);
    const told = counts.filter(([, n]) => n > 0).map(([stance, n]) => words.part(words.names[stance], n));
    const accuracy = loadAccuracy().find(({ layer }) => layer === "stance");
    const rows = [...contested(page.tables("comments"), page.tables("stances"))].slice(0, MOST_EXCHANGES);
    return html`<p>${words.lead(stances.length, told.join(words.between))}</p>
<div class="wide-bar">${bar(counts.map(([stance, n]) => ({ kind: KINDS[stance], share: n / stances.length })))}</div>
<p class="keys">${counts.map(([stance, n]) => (n === 0 ? "" : html`<span class="key ${KINDS[stance]}">${words.names[stance]}</span>`))}</p>
${accuracy?.low == null || accuracy.high === null ? "" : html`<p class="note">${words.accuracy(accuracy.value, accuracy.low, accuracy.high)}</p>`}
<h3>${words.contested}</h3>${rows.length === 0 ? html`<p>${words.none}</p>` : html`<ol class="exchanges">${rows.map((row) => exchange(row, page))}</ol>`}
${pairs(page, new Map(stances.map(({ discussion, unit, stance }) => [`${discussion}/${unit}`, stance as Stance])))}`;
  },
};

function exchange(row: Contested, page: Page): Html {
  const [parent, reply] = [page.placeOf(row.discussion, row.unit), page.placeOf(row.discussion, row.reply)];
  if (parent === null || reply === null) return html``;
  const words = WORDS[page.lang];
  return html`<li>${quote(parent, page)}<div class="answer">${quote(reply, page)}</div>${row.replies === 1 ? "" : html`<p class="note">${words.standing(row)}</p>`}</li>`;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function pairs(page: Page, stances: ReadonlyMap<string, Stance>): Html {
  const words = WORDS[page.lang];
  const rows = [...replyEdges(page.tables("comments"))]
    .filter(({ replies, mutual }) => replies > 1 || mutual)
    // Of as many replies those of the first discussion by its id, whatever the order in which they were given.
    .sort((a, b) => b.replies - a.replies || byText(a.discussion, b.discussion))
    .slice(0, MOST_PAIRS);
  if (rows.length === 0) return html``;
  return html`<h3>${words.pairs}</h3><div class="scroll" tabindex="0" role="region" aria-label="${words.pairs}"><table class="pairs"><thead><tr>${columnHeads(words.pairColumns)}</tr></thead><tbody>${rows.map(
    ({ from, to, replies, mutual, units }) => {
      const of = (...wanted: readonly Stance[]) =>
        units.filter((unit) => wanted.includes(stances.get(String(unit)) ?? "none")).length;
      const places = units.map((unit) => page.placeOf(...keyParts(String(unit))));
      return html`<tr><th scope="row"><bdi>${from}</bdi></th><td><bdi>${to}</bdi>${mutual ? words.mutual : ""}</td><td class="number">${count(replies)}</td><td class="number">${count(of("agree"))}</td><td class="number">${count(of("disagree", "mixed"))}</td><td>${readThese(places, { label: `${from} → ${to}`, words: words.read })}</td></tr>`;
    },
  )}</tbody></table></div>`;
}
