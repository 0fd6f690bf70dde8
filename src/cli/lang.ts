import { said } from "./said.ts";
import { usageError } from "./usage-error.ts";
import { type OptionSpec, stringOf, type Values } from "./verb.ts";

/** The option for the language of charts and report. */
export const LANG_OPTION: OptionSpec = { type: "string", value: "ja|en", help: ({ options }) => options.langOfCharts };

/** Returns the language asked for, by default Japanese; anything but ja and en is wrong usage. */
export function langOf(values: Values): "ja" | "en" {
  return askedLang(values) ?? "ja";
}

/** Returns the language of `--lang`, if it was given; anything but ja and en is wrong usage. */
export function askedLang(values: Values): "ja" | "en" | undefined {
  const lang = stringOf(values, "lang");
  if (lang !== undefined && lang !== "ja" && lang !== "en") throw usageError(said().usage.lang, lang);
  return lang;
}
