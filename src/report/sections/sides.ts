import { sideShares } from "../../measure/side-shares.ts";
import { SIDES, type SideLabel } from "../../model/layers.ts";
import { loadAccuracy } from "../accuracy.ts";
import { bar } from "../bar.ts";
import { count, plural } from "../count.ts";
import { namesUnder } from "../headline.ts";
import { type Html, html } from "../html.ts";
import type { Page } from "../page.ts";
import { percent } from "../percent.ts";
import { columnHeads } from "../table-parts.ts";
import { range } from "../tone-sentence.ts";
import { readThese } from "../unit-link.ts";
import type { Section } from "./section.ts";

const WORDS = {
  ja: {
    lead: (n: number, names: number) =>
      `コメント${count(n)}件${names === 0 ? "" : `（名前${count(names)}人分）`}の言葉から、機械が推定した割合。世論調査ではなく、このページのコメントだけの話。`,
    means: (called: number, wrong: number) =>
      `幅は95%区間で、機械の取り違えも見込んである。本当の割合は、この幅のどこかにあるとしか言えない。試験では、立場がはっきり読み取れたコメントは${percent(called)}にとどまり、そのうち賛否を取り違えたものが${percent(wrong)}あった。`,
    overlap: "賛成と反対の幅は重なっているので、どちらが多いとは言えない。",
    more: (side: string) => `二つの幅は重ならない。機械の推定では、${side}のほうが多い。`,
    check: "確かめるには、`yoron sample --of side` で引いたコメントを人が読み、`--check` で割合を補正する。",
    columns: ["立場", "割合の推定", "95%区間", "", "はっきり読み取れたもの", ""],
    sides: { for: "賛成", against: "反対", conditional: "条件付き", unsure: "態度保留", none: "なし・読み取れない" },
    plain: (comments: number, names: number) =>
      names === 0 ? `${count(comments)}件` : `${count(comments)}件（${count(names)}人）`,
    read: "読む",
  },
  en: {
    lead: (n: number, names: number) =>
      `Estimated by the machine from the words of ${plural(n, "comment")}${names === 0 ? "" : ` by ${plural(names, "name")}`} under this article; no poll.`,
    means: (called: number, wrong: number) =>
      `Intervals are of 95 % and hold the machine's errors: the share lies somewhere in them, and no more can be said. In tests only ${percent(called)} of comments had a side that was plain, and ${percent(wrong)} of these were given the wrong one.`,
    overlap: "The intervals of for and against overlap: neither can be said to be more.",
    more: (side: string) => `The two intervals do not overlap: by the machine's estimate more are ${side}.`,
    check: "To check, let people read a sample (`yoron sample --of side`) and correct the shares by it (`--check`).",
    columns: ["side", "estimated share", "95 % interval", "", "plainly read", ""],
    sides: {
      for: "for",
      against: "against",
      conditional: "on a condition",
      unsure: "undecided",
      none: "none to be read",
    },
    plain: (comments: number, names: number) => `${plural(comments, "comment")} (${plural(names, "name")})`,
    read: "read",
  },
} as const;

/** Who is for, who against, where a proposition was given. */
export const sideSection: Section = {
  id: "sides",
  name: { ja: "賛否", en: "For and against" },
  charts: [],
  folded: ["sides"],
  body(page) {
    const rows = [...(page.checks.sides ?? sideShares(page.tables("sides")))];
    const propositions = [...new Set(rows.map(({ proposition }) => proposition))];
    if (propositions.length === 0) return null;
    const words = WORDS[page.lang];
    const rate = (measure: string) =>
      loadAccuracy().find((row) => row.layer === "sides" && row.measure === measure)?.value ?? 0;
    const [first] = rows;
    return html`<p class="note">${words.lead(first!.of, namesUnder(page).named)}</p>
${propositions.map((proposition) =>
  ofProposition(
    proposition,
    rows.filter((row) => row.proposition === proposition),
    page,
  ),
)}
<p class="note">${words.means(rate("called"), rate("wrong"))}${page.lang === "en" ? " " : ""}${words.check.split("`").map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part))}</p>`;
  },
};

type Share = ReturnType<typeof sideShares> extends Iterable<infer Row> ? Row : never;

function ofProposition(proposition: string, rows: readonly Share[], page: Page): Html {
  const words = WORDS[page.lang];
  const of = (side: SideLabel) => rows.find((row) => row.side === side);
  return html`<h3 dir="auto">${page.lang === "ja" ? html`「<bdi>${proposition}</bdi>」` : html`“<bdi>${proposition}</bdi>”`}</h3>
<p>${verdict(of("for"), of("against"), page)}</p>
<div class="scroll" tabindex="0" role="region" aria-label="${proposition}"><table class="shares"><thead><tr>${columnHeads(words.columns)}</tr></thead><tbody>${SIDES.map(
    (side) => {
      const row = of(side);
      if (row === undefined) return "";
      const { estimate, estimateLow, estimateHigh, comments, names, unitKeys } = row;
      const places = unitKeys.map((key) => page.placeOf(...keyParts(String(key))));
      return html`<tr><th scope="row">${words.sides[side]}</th><td class="number">${percent(estimate)}</td><td class="number">${range(estimateLow, estimateHigh, page.lang)}</td><td class="bars">${bar([{ kind: side, share: estimate }], { low: estimateLow, high: estimateHigh })}</td><td>${side === "none" ? "" : comments === 0 ? "–" : words.plain(comments, names)}</td><td>${side === "none" ? "" : readThese(places, { label: words.sides[side], words: words.read })}</td></tr>`;
    },
  )}</tbody></table></div>`;
}

/** Returns whether more are for or against, where the intervals tell. */
function verdict(pro: Share | undefined, contra: Share | undefined, { lang }: Page): string {
  const words = WORDS[lang];
  if (pro === undefined || contra === undefined) return words.overlap;
  if (pro.estimateLow > contra.estimateHigh) return words.more(words.sides.for);
  return contra.estimateLow > pro.estimateHigh ? words.more(words.sides.against) : words.overlap;
}

/** Returns the two parts of `discussion/unit`. */
export function keyParts(key: string): [discussion: string, unit: string] {
  const cut = key.lastIndexOf("/");
  return [key.slice(0, cut), key.slice(cut + 1)];
}
