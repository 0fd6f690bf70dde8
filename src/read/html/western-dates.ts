import type { DateValue } from "../../model/discussion.ts";
import { parsePageDate } from "../../text/page-date.ts";

/** Beginnings of the months' names, by language; at least three letters of a name are compared. */
const MONTHS: Readonly<Record<string, readonly string[]>> = {
  de: ["jan|jän", "feb", "mär|mrz|maerz", "apr", "mai", "jun", "jul", "aug", "sep", "okt", "nov", "dez"],
  fr: ["jan", "fév|fev", "mar", "avr", "mai", "juin", "juil", "aoû|aou", "sep", "oct", "nov", "déc|dec"],
  es: ["ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep|set", "oct", "nov", "dic"],
  it: ["gen", "feb", "mar", "apr", "mag", "giu", "lug", "ago", "set", "ott", "nov", "dic"],
  pt: ["jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"],
  nl: ["jan", "feb", "maa|mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"],
};
const LONGEST = 60;
const TIME = String.raw`(?:[\s,|·–-]{0,4}(?:um|à|a las|as|às|alle|ore|om|at)?\s?(?<hour>\d{1,2})\s?[:.hH]\s?(?<minute>\d{2})(?:\s?(?:uhr|uur|h|hs|hrs))?)?`;
const NAMED = new RegExp(
  String.raw`^(?:[\p{L}-]{2,12}[.,]?\s{1,3})??(?<day>\d{1,2})(?:\.|er|º|°|ª)?\s{0,3}(?:de\s)?(?<name>\p{L}{3,12})\.?,?\s{1,3}(?:de\s)?(?<year>\d{4})${TIME}\.?$`,
  "iu",
);
const NUMERIC = new RegExp(
  String.raw`^(?:[\p{L}-]{2,12}[.,]?\s{1,3})??(?<day>\d{1,2})(?<sep>[./-])\s?(?<month>\d{1,2})\k<sep>\s?(?<year>\d{4})${TIME}\.?$`,
  "iu",
);

/**
 * Returns the date that a page in a Western language shows, day first: `3. März 2024, 14:05 Uhr`, `3 de março de 2024`,
 * `03/03/2024`; null for what is none. The language is the page's own word on itself (`<html lang>`), for a day and a
 * month change places with it.
 *
 * @example
 * parseWesternDate("Sonntag, 3. März 2024", "de-CH"); // { value: "2024-03-03", precision: "day" }
 */
export function parseWesternDate(text: string, language: string): DateValue | null {
  const names = MONTHS[primary(language)];
  if (names === undefined || text.length > LONGEST) return null;
  const plain = text.normalize("NFKC").trim().toLowerCase();
  const found = NAMED.exec(plain)?.groups ?? NUMERIC.exec(plain)?.groups;
  if (found === undefined) return null;
  const month =
    found.name === undefined
      ? Number(found.month)
      : names.findIndex((starts) => starts.split("|").some((start) => found.name!.startsWith(start))) + 1;
  if (month < 1) return null;
  const time = found.hour === undefined ? "" : `T${found.hour.padStart(2, "0")}:${found.minute}`;
  const value = parsePageDate(`${found.year}-${String(month).padStart(2, "0")}-${found.day!.padStart(2, "0")}${time}`);
  return value === "invalid" ? null : value;
}

function primary(language: string): string {
  return language.trim().toLowerCase().split(/[-_]/)[0]!;
}
