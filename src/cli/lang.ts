import { usageError } from "./usage-error.ts";
import { type OptionSpec, stringOf, type Values } from "./verb.ts";

/** The option for the language of charts and report. */
export const LANG_OPTION: OptionSpec = {
  type: "string",
  value: "ja|en",
  help: "language of titles, axes and report (ja)",
};

/** Returns the language asked for; anything but ja and en is wrong usage. */
export function langOf(values: Values): "ja" | "en" {
  const lang = stringOf(values, "lang") ?? "ja";
  if (lang !== "ja" && lang !== "en") throw usageError("--lang takes ja or en, not", lang);
  return lang;
}
