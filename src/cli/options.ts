import { checkPropositions, formats, type ReadOptions, YoronError } from "../index.ts";
import { columnMap } from "./column-map.ts";
import { checkName } from "./known-name.ts";
import { PRIVACY_OPTIONS } from "./privacy.ts";
import { said } from "./said.ts";
import { toldError } from "./told-error.ts";
import { usageError } from "./usage-error.ts";
import { type OptionSpec, stringOf, type Values } from "./verb.ts";

/** Options of every verb that reads pages. */
export const READ_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  "page-format": { type: "string", value: "NAME", help: ({ options }) => options.pageFormat },
  encoding: { type: "string", value: "NAME", help: ({ options }) => options.encoding },
  lossy: { type: "boolean", help: ({ options }) => options.lossy },
  strict: { type: "boolean", help: ({ options }) => options.strict },
  saved: {
    type: "string",
    value: "DATE",
    help: ({ options }) => options.saved,
  },
  published: { type: "string", value: "DATE", help: ({ options }) => options.published },
  map: {
    type: "string",
    multiple: true,
    value: "ROLE=COLUMN,…",
    help: ({ options }) => options.map,
  },
  sheet: { type: "string", value: "NAME", help: ({ options }) => options.sheet },
};

/** The option that corrects the confidence of tone. */
export const TUNED_OPTION: OptionSpec = {
  type: "string",
  value: "FILE",
  help: ({ options }) => options.tuned,
};

export const PROPOSITION_OPTION: OptionSpec = {
  type: "string",
  multiple: true,
  value: "TEXT",
  help: ({ options }) => options.proposition,
};

/** Options of every verb that analyses. */
export const ANALYZE_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  ...READ_OPTIONS,
  ...PRIVACY_OPTIONS,
  targets: { type: "string", value: "FILE", help: ({ options }) => options.targets },
  proposition: PROPOSITION_OPTION,
  "user-dictionary": {
    type: "string",
    value: "FILE",
    help: ({ options }) => options.userDictionary,
  },
  lexicon: { type: "string", value: "FILE", help: ({ options }) => options.lexicon },
  gazetteer: { type: "string", value: "FILE", help: ({ options }) => options.gazetteer },
  tuned: TUNED_OPTION,
  "entity-model": {
    type: "string",
    value: "DIR",
    help: ({ options }) => options.entityModel,
  },
  workers: {
    type: "string",
    value: "N",
    help: ({ options }) => options.workers,
  },
};

/** Returns the number of threads that was asked for, if any. */
export function workersOf(values: Values): number | undefined {
  const given = stringOf(values, "workers");
  if (given === undefined) return undefined;
  if (!/^\d{1,3}$/.test(given)) throw usageError(said().usage.workers, given);
  return Number(given);
}

/** Returns the propositions that were given; throws where one is none. */
export function propositionsOf(values: Values): readonly string[] {
  const given = values.proposition === undefined ? [] : [values.proposition].flat();
  try {
    return checkPropositions(given);
  } catch (error) {
    if (!(error instanceof YoronError)) throw error;
    const { proposition, propositionNext } = said().usage;
    throw usageError(proposition(toldError(error)), undefined, propositionNext);
  }
}

/** Returns the reader's options, made of the command line's. */
export function readOptions(values: Values, formatOption = "page-format"): ReadOptions {
  const format = stringOf(values, formatOption) ?? stringOf(values, "page-format");
  const { usage } = said();
  if (format !== undefined)
    checkName(
      "formats",
      usage.noFormat,
      format,
      formats.map(({ name }) => name),
    );
  const encoding = stringOf(values, "encoding");
  if (encoding !== undefined && !isEncoding(encoding)) {
    throw usageError(usage.noEncoding, encoding, usage.someEncodings);
  }
  const published = stringOf(values, "published");
  if (published !== undefined && !/^\d{4}(-\d\d(-\d\d)?)?/.test(published)) {
    throw usageError(usage.published, published);
  }
  const saved = stringOf(values, "saved");
  if (saved !== undefined && !isDate(saved)) {
    throw usageError(usage.saved, saved);
  }
  const map = values.map === undefined ? undefined : [values.map].flat().map(String);
  const sheet = stringOf(values, "sheet");
  return {
    ...(format === undefined ? {} : { format }),
    ...(encoding === undefined ? {} : { encoding }),
    ...(published === undefined ? {} : { published }),
    ...(saved === undefined ? {} : { saved }),
    ...(map === undefined ? {} : { columns: columnMap(map) }),
    ...(sheet === undefined ? {} : { sheet }),
    ...(values.lossy === true ? { lossy: true } : {}),
    ...(values.trace === true ? { trace: true } : {}),
  };
}

/** Whether a text is a day of the calendar in ISO 8601, with or without a time. */
function isDate(text: string): boolean {
  const day = /^(\d{4}-\d\d-\d\d)(?:T\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?$/.exec(text)?.[1];
  if (day === undefined || Number.isNaN(Date.parse(text))) return false;
  // A day that the month has not would be counted on into the next.
  return new Date(`${day}T00:00Z`).toISOString().startsWith(day);
}

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label.toLowerCase() === "cp932" ? "shift_jis" : label) !== null;
  } catch {
    return false;
  }
}
