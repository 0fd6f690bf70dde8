import { version } from "../index.ts";
import { columnsOf } from "./listing.ts";
import type { OptionSpec, Verb } from "./verb.ts";

/** Options that every verb takes. */
export const COMMON_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  quiet: { type: "boolean", short: "q", help: "show no progress and no notes; what was not read takes one line" },
  json: { type: "boolean", help: "tell errors, and what was not read, as JSON lines" },
  help: { type: "boolean", short: "h", help: "show this help" },
};

/** The help of the whole command. */
export function mainHelp(verbs: readonly Verb[]): string {
  return [
    `yoron ${version}: what a Japanese article and its comment thread say, about whom, citing what, and how readers voted\n`,
    "usage: yoron VERB …\n",
    columnsOf(verbs.map(({ name, summary }) => [`  ${name}`, summary])).trimEnd(),
    "\nyoron VERB --help shows a verb's options and examples. Yoron reads saved pages and never fetches.",
    "Exit status: 0 done; 1 some inputs failed (with --strict: or were not wholly read), the others were done; 2 wrong usage.\n",
  ].join("\n");
}

/** The help of one verb, with its options and examples. */
export function verbHelp({ usage, summary, options, examples }: Verb): string {
  const lines = Object.entries({ ...options, ...COMMON_OPTIONS }).map(([name, { short, value, optional, help }]) => [
    `  ${short === undefined ? "   " : `-${short},`} --${name}${value === undefined ? "" : optional ? `[=${value}]` : ` ${value}`}`,
    help,
  ]);
  return `usage: ${usage}\n\n${summary}\n\noptions:\n${columnsOf(lines)}\nexamples:\n${examples.map((line) => `  ${line}\n`).join("")}`;
}
