import { type CopyBurst, copyBursts } from "../measure/opinions/copy-bursts.ts";
import type { Analysis } from "../model/analysis.ts";
import type { Table } from "../tables/table.ts";
import { grouped } from "../text/grouped.ts";
import { excerpt } from "./excerpt.ts";
import { type Html, html } from "./html.ts";
import { toTheMinute } from "./to-the-minute.ts";
import { unitLink } from "./unit-link.ts";
import type { Lang } from "./words.ts";

/** Bursts that are told; the largest. */
const MOST = 3;
const LONGEST = 60;

const WORDS = {
  ja: {
    burst: ({ from, to, copies, names, comments }: CopyBurst) =>
      `と、その写しが、${untilClock(from, to, "から", "まで")}に${grouped(copies)}件続いた（${names === 0 ? "名前なし" : `名前${grouped(names)}人`}。この間のコメントは全部で${grouped(comments)}件）。`,
    more: (count: number) => `ほかに、短い間に続いた写しが${grouped(count)}組ある。`,
  },
  en: {
    burst: ({ from, to, copies, names, comments }: CopyBurst) =>
      ` and its copies came ${grouped(copies)} times between ${untilClock(from, to, " and ", "")} (${names === 1 ? "1 name" : `${grouped(names)} names`}; ${grouped(comments)} comments in all in that time).`,
    more: (count: number) =>
      count === 1 ? "One more text came in a burst." : `${grouped(count)} more texts came in a burst.`,
  },
};

/** Returns a sentence for each of the three largest bursts of copies: its words, a link, with the times; null where there is none. */
export function burstSentences(
  { discussion }: Analysis,
  {
    index,
    lang,
    copies,
    comments,
  }: { readonly index: number; readonly lang: Lang; readonly copies: Table; readonly comments: Table },
): Html | null {
  const bursts = copyBursts(copies, comments).toRows();
  if (bursts.length === 0) return null;
  const words = WORDS[lang];
  const texts = new Map(discussion.comments.map(({ id, text }) => [`${discussion.id}/${id}`, { id, text }]));
  const largest = bursts.sort((a, b) => b.copies - a.copies || (a.group < b.group ? -1 : 1));
  const told = largest.slice(0, MOST).map((burst) => {
    const { id: unit, text } = texts.get(burst.units[0]!)!;
    const link = unitLink({ index, unit }, excerpt(text, LONGEST));
    return html`<li>${lang === "ja" ? html`「${link}」` : html`“${link}”`}${words.burst(burst)}</li>`;
  });
  const left = largest.length - told.length;
  return html`<ul class="bursts">${told}${left === 0 ? "" : html`<li>${words.more(left)}</li>`}</ul>`;
}

/** Returns two times, the day of the second only where it is another one. */
function untilClock(from: string, to: string, between: string, end: string): string {
  const [first, last] = [toTheMinute(from), toTheMinute(to)];
  const day = "2023-04-01 ".length;
  return `${first}${between}${first.slice(0, day) === last.slice(0, day) ? last.slice(day) : last}${end}`;
}
