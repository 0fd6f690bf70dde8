import { parseArgs } from "node:util";
import { optionsOf } from "./help.ts";
import { nearestName } from "./nearest-name.ts";
import { joined, said, seeHelp } from "./said.ts";
import { usageError } from "./usage-error.ts";
import type { OptionSpec, Values, Verb } from "./verb.ts";

/** What a command line says behind its verb. */
export interface ParsedCall {
  readonly positionals: readonly string[];
  readonly values: Values;
}

/** Returns what the arguments behind a verb say; throws for options that are misspelt or lack their value. */
export function parseCall(verb: Verb, args: readonly string[], verbs: readonly Verb[]): ParsedCall {
  const specs = optionsOf(verb);
  const options = Object.fromEntries(
    Object.entries(specs).map(([name, { type, short, multiple }]) => [
      name,
      { type, ...(short === undefined ? {} : { short }), ...(multiple === undefined ? {} : { multiple }) },
    ]),
  );
  try {
    return parseArgs({
      args: withNegatives(withEmpty(args, specs), specs),
      options,
      allowPositionals: true,
      strict: true,
    });
  } catch (error) {
    throw wrongOption(verb, specs, error, verbs);
  }
}

/** An option that stands without the value that it may have has an empty one. */
function withEmpty(args: readonly string[], specs: Readonly<Record<string, OptionSpec>>): string[] {
  const end = args.includes("--") ? args.indexOf("--") : args.length;
  return args.map((arg, i) => (i < end && arg.startsWith("--") && specs[arg.slice(2)]?.optional ? `${arg}=` : arg));
}

/** A negative number behind an option is its value, which the option itself refuses in its own words. */
function withNegatives(args: readonly string[], specs: Readonly<Record<string, OptionSpec>>): string[] {
  const joined: string[] = [];
  for (let at = 0; at < args.length; at++) {
    const [arg, value] = [args[at]!, args[at + 1]];
    if (arg === "--") return [...joined, ...args.slice(at)];
    const takesValue = Object.entries(specs).find(([name, { short }]) => arg === `--${name}` || arg === `-${short}`);
    if (takesValue?.[1].type === "string" && value !== undefined && /^-[\d.]/.test(value)) {
      joined.push(`--${takesValue[0]}=${value}`);
      at++;
    } else joined.push(arg);
  }
  return joined;
}

function wrongOption(
  verb: Verb,
  specs: Readonly<Record<string, OptionSpec>>,
  error: unknown,
  verbs: readonly Verb[],
): Error {
  const { code = "", message = String(error) } = error as NodeJS.ErrnoException;
  const { usage } = said();
  const option = /'(?:-\w, )?(--?[^\s',<]+)/.exec(message)?.[1] ?? message;
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION") return unknownOption(verb, specs, option, verbs);
  if (code !== "ERR_PARSE_ARGS_INVALID_OPTION_VALUE") return usageError(`${verb.name}: ${message.split("\n")[0]}`);
  return usageError(
    (/does not take an argument/.test(message) ? usage.takesNoValue : usage.needsValue)(verb.name, option),
  );
}

function unknownOption(
  verb: Verb,
  specs: Readonly<Record<string, OptionSpec>>,
  option: string,
  verbs: readonly Verb[],
): Error {
  const { usage } = said();
  const asked = option.replace(/^-+/, "");
  const near = option.startsWith("--") ? nearestName(asked, Object.keys(specs)) : null;
  const others = verbs.filter((other) => other.options[asked] !== undefined).map(({ name }) => name);
  const hints = [
    ...(near === null ? [] : [usage.isMeant(`--${near}`)]),
    ...(near === null && others.length > 0 ? [usage.ofOtherVerbs(others.join(", "))] : []),
    seeHelp(),
  ];
  return usageError(usage.noOption(verb.name), option, joined(hints));
}
