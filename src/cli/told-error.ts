import type { YoronError } from "../index.ts";
import { inCliWords } from "./in-cli-words.ts";
import { GENERAL, inJapanese } from "./messages/library-ja.ts";
import { spoken } from "./said.ts";
import { isOwnError } from "./usage-error.ts";

/**
 * Returns the message of an error in the language that is spoken.
 *
 * What the library says in English is told in Japanese by its parts; a part that nobody has put into Japanese follows in
 * parentheses as it is, so that nothing is kept silent.
 */
export function toldError(error: YoronError): string {
  if (spoken() === "en") return inCliWords(error);
  const { code, shown, next } = error;
  const own = isOwnError(error);
  const what = own ? error.what : (inJapanese(error.what) ?? `${GENERAL[code]}（${error.what}）`);
  const step = next === null || next === "" ? "" : own ? next : (inJapanese(next) ?? `（${next}）`);
  const value = shown === null ? "" : `${/[:：]$/.test(what) ? " " : ": "}${shown}`;
  return `${what}${value}${step === "" ? "" : `。${step}`}`;
}
