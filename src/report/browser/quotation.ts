import type { Payload } from "../payload.ts";
import { csvText } from "./csv.ts";

/** A comment or an article with all that a quotation names. */
export interface Quotable {
  readonly id: string;
  readonly author: string | null;
  readonly posted: string | null;
  readonly up: number | null;
  readonly text: string;
  readonly page: string;
  readonly url: string | null;
}

/** Returns a unit as it is quoted; minutes since 1970 become the date as the page wrote it. */
export function quotable({ columns, discussions }: Payload, unit: number, text: string): Quotable {
  const { title, url } = discussions[columns.discussion[unit]!]!;
  const place = columns.place[unit]!;
  const posted = columns.posted[unit] ?? null;
  return {
    id: place === 0 ? "article" : `c${place}`,
    author: columns.author.names[columns.author.of[unit]!] ?? null,
    posted:
      posted === null
        ? null
        : new Date(posted * 60_000).toISOString().slice(0, 16).replace("T00:00", "").replace("T", " "),
    up: columns.up[unit] ?? null,
    text,
    page: title,
    url,
  };
}

/** Returns a quotation with its author, date, page and address. */
export function quotationOf({ author, posted, text, page, url }: Quotable, { reading, words, lang }: Payload): string {
  const title = page === "" ? null : lang === "ja" ? `『${page}』` : page;
  const from = [author ?? words.noName, posted, title, url].filter((part) => part !== null).join(reading.and);
  return reading.quote.replace("{text}", () => text.trim()).replace("{from}", () => from);
}

/** Returns comments as CSV. */
export function quotationsAsCsv(some: readonly Quotable[], { reading }: Payload): string {
  return csvText([
    reading.csvColumns,
    ...some.map(({ id, author, posted, up, text, page, url }) => [id, author, posted, up, text, page, url]),
  ]);
}

/** Returns comments as Markdown: each a quotation, and below it where it stands. */
export function quotationsAsMarkdown(some: readonly Quotable[], { words, lang }: Payload): string {
  return some
    .map(({ author, posted, up, text, page, url, id }) => {
      const quoted = text
        .trim()
        .split("\n")
        .map((line) => `> ${line.replace(/([\\`*_[\]<>#|])/gu, "\\$1")}`);
      const title = page.replace(/([\\[\]])/gu, "\\$1");
      const where = url !== null && /^https?:\/\/[^\s()]+$/iu.test(url) ? `[${title}](${url})` : title;
      const from = [author ?? words.noName, posted, up === null ? null : `▲ ${up}`, where, id].filter(
        (part) => part !== null && part !== "",
      );
      return `${quoted.join("\n")}\n>\n> — ${from.join(lang === "ja" ? "、" : ", ")}\n`;
    })
    .join("\n");
}
