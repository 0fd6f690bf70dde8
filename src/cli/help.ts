import { version } from "../index.ts";
import { columnsOf } from "./listing.ts";
import { said } from "./said.ts";
import type { Example, OptionSpec, Verb } from "./verb.ts";

/** Options that every verb takes. */
export const COMMON_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  lang: { type: "string", value: "ja|en", help: ({ options }) => options.lang },
  quiet: { type: "boolean", short: "q", help: ({ options }) => options.quiet },
  json: { type: "boolean", help: ({ options }) => options.json },
  help: { type: "boolean", short: "h", help: ({ options }) => options.help },
};

/** Returns the options that a verb takes, the common ones behind its own. */
export function optionsOf(verb: Verb): Readonly<Record<string, OptionSpec>> {
  const { lang, ...common } = COMMON_OPTIONS;
  return { ...verb.options, ...(verb.options.lang === undefined ? { lang: lang! } : {}), ...common };
}

/** The help of the whole command. */
export function mainHelp(verbs: readonly Verb[]): string {
  const { help, verbs: told } = said();
  return [
    `yoron ${version}: ${help.about}\n`,
    `${help.usage} ${help.call}\n`,
    columnsOf(verbs.map(({ name }) => [`  ${name}`, told[name]])).trimEnd(),
    `\n${help.more}`,
    `${help.status}\n`,
  ].join("\n");
}

/** The help of one verb, with its options and examples. */
export function verbHelp(verb: Verb): string {
  const messages = said();
  const { help, verbs } = messages;
  const lines = Object.entries(optionsOf(verb)).map(([name, { short, value, optional, help }]) => [
    `  ${short === undefined ? "   " : `-${short},`} --${name}${value === undefined ? "" : optional ? `[=${value}]` : ` ${value}`}`,
    help(messages),
  ]);
  return `${help.usage} ${verb.usage}\n\n${verbs[verb.name]}\n\n${help.options}\n${columnsOf(lines)}\n${help.examples}\n${verb.examples.map((example) => `  ${shown(example)}\n`).join("")}`;
}

function shown(example: Example): string {
  if (typeof example === "string") return example;
  const [command, comment] = example;
  return `${command}      # ${said().examples[comment]}`;
}
