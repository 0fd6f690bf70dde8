import { count } from "../count.ts";
import { html } from "../html.ts";
import type { Lang } from "../words.ts";
import type { Section } from "./section.ts";

const WORDS = {
  ja: {
    lead: (known: number, all: number, first: string, last: string) =>
      `日時のわかるコメント${count(known)}件${known < all ? `（全${count(all)}件中）` : ""}は、${first === last ? `すべて${first}` : `${first}から${last}まで`}に書かれた。日時はページに書かれたとおりで、時差は考えていない。`,
  },
  en: {
    lead: (known: number, all: number, first: string, last: string) =>
      `${count(known)} ${known < all ? `of ${count(all)} ` : ""}comments with a date were written ${first === last ? `on ${first}` : `from ${first} to ${last}`}; as the page gives it, whatever the time zone.`,
  },
} as const;

const DAY = 10;

/** Returns a day as readers write it: 2022年9月15日. */
function day(iso: string, lang: Lang): string {
  const [year, month, date] = iso.split("-").map(Number);
  return lang === "ja" && month !== undefined && date !== undefined ? `${year}年${month}月${date}日` : iso;
}

/** When people wrote, and what they said then. */
export const timeSection: Section = {
  id: "time",
  name: { ja: "時間", en: "Time" },
  charts: ["activity", "opinion-time"],
  folded: [],
  body({ tables, lang }) {
    const comments = tables("comments");
    const days = comments
      .column("posted")
      .flatMap((posted) => (posted === null ? [] : [String(posted).slice(0, DAY)]))
      .sort();
    const [first, last] = [days[0], days.at(-1)];
    if (first === undefined || last === undefined) return null;
    return html`<p>${WORDS[lang].lead(days.length, comments.length, day(first, lang), day(last, lang))}</p>`;
  },
};
