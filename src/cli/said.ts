import { en } from "./messages/en.ts";
import { ja } from "./messages/ja.ts";
import type { Messages } from "./messages/messages.ts";

export type Language = "ja" | "en";

/** The languages that the command line speaks. */
const LANGUAGES: Readonly<Record<Language, Messages>> = { en, ja };

/** What is said once a process: its language and the verb that runs, settled by main before anything is said. */
const session: { language: Language; verb: string | null } = { language: "en", verb: null };

/** Sets the language of what the command line says from now on, and the verb that hints name. */
export function speak(language: Language, verb: string | null = null): void {
  session.language = language;
  session.verb = verb;
}

/** Returns the messages of the language that is spoken. */
export function said(): Messages {
  return LANGUAGES[session.language];
}

/** Returns the language that is spoken. */
export function spoken(): Language {
  return session.language;
}

/** Returns sentences behind each other, as the language parts them. */
export function joined(sentences: readonly string[]): string {
  return sentences.join(session.language === "ja" ? "" : " ");
}

/** Returns the hint to the help of the verb that runs, or of all. */
export function seeHelp(): string {
  return said().usage.seeHelp(session.verb === null ? "" : `${session.verb} `);
}

/**
 * Returns the language of a command line: that of `--lang`, else Japanese in a Japanese locale; programs, which ask for
 * JSON, get English.
 */
export function languageOf(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
): Language {
  if (args.includes("--json")) return "en";
  const at = args.findIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
  const given = at < 0 ? undefined : (args[at]!.split("=")[1] ?? args[at + 1]);
  if (given === "ja" || given === "en") return given;
  // The first that is set and not empty counts, as POSIX has it.
  const locale = environment.LC_ALL || environment.LC_MESSAGES || environment.LANG || "";
  return /^ja(?:[_.@-]|$)/i.test(locale) ? "ja" : "en";
}
