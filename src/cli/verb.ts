import type { Io } from "./io.ts";
import type { Messages } from "./messages/messages.ts";

/** An option of a verb, as `util.parseArgs` takes it, with the words of its help line. */
export interface OptionSpec {
  readonly type: "string" | "boolean";
  readonly short?: string;
  readonly multiple?: boolean;
  /** Whether it may stand without a value, which then is "": `--name` or `--name=VALUE`. */
  readonly optional?: boolean;
  /** Name of the value in the help: FILE, NAME, DATE. */
  readonly value?: string;
  /** What the help says of it, in the language of the messages. */
  readonly help: (said: Messages) => string;
}

export type Values = Readonly<Record<string, string | boolean | (string | boolean)[] | undefined>>;

/** A verb as called: its positional arguments, options and the outside world. */
export interface Call {
  /** All that was typed behind `yoron`, the verb first. */
  readonly args: readonly string[];
  readonly positionals: readonly string[];
  readonly values: Values;
  readonly io: Io;
}

/** An example of a verb, alone or with what a comment behind it says. */
export type Example = string | readonly [string, keyof Messages["examples"]];

/** One word of the command line: `yoron read …`. */
export interface Verb {
  readonly name: keyof Messages["verbs"];
  readonly usage: string;
  readonly options: Readonly<Record<string, OptionSpec>>;
  readonly examples: readonly Example[];
  /** Whether a run that was broken off goes on where it stopped. */
  readonly goesOn?: boolean;
  /** Runs the verb and returns the exit status: 0 done, 1 some inputs failed. Throws for wrong usage. */
  run(call: Call): Promise<number>;
}

/** Returns a string option, or undefined where it was not given. */
export function stringOf(values: Values, name: string): string | undefined {
  const value = values[name];
  return typeof value === "string" ? value : undefined;
}

/** Returns a comma-separated option as a list, or undefined where it was not given. */
export function listOption(values: Values, name: string): string[] | undefined {
  return stringOf(values, name)
    ?.split(",")
    .map((part) => part.trim())
    .filter((part) => part !== "");
}
