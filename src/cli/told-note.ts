import type { Note } from "../index.ts";
import { inJapanese, NOTES } from "./messages/library-ja.ts";
import { spoken } from "./said.ts";

/** Returns what the reader noted, in the language that is spoken; details without Japanese stand in parentheses. */
export function toldNote({ code, message }: Note): string {
  if (spoken() === "en") return message;
  const whole = inJapanese(message);
  if (whole !== null) return whole;
  const general = NOTES[code];
  return general === undefined ? `読み取りの注意（${message}）` : `${general}（${message}）`;
}
