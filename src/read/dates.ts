import type { DateValue, Note } from "../model/discussion.ts";
import { epochDate, parsePageDate } from "../text/page-date.ts";

const MILLISECONDS = 1e11;

/** Reads a date that an export gives, as text or as seconds or milliseconds since 1970; a note says what it cannot read. */
export function readDate(value: unknown, notes: Note[]): DateValue | null {
  if (value === null || value === undefined || value === "") return null;
  const text = String(value).trim();
  if (text === "" || /^0000-/.test(text)) return null;
  if (/^\d{9,13}(?:\.\d+)?$/.test(text)) {
    const number = Number(text);
    return epochDate(number > MILLISECONDS ? number / 1000 : number);
  }
  const date = parsePageDate(text);
  if (date !== null && date !== "invalid") return date;
  notes.push({ code: "invalid-date", message: `cannot read the date ${text.slice(0, 60)}` });
  return null;
}
