import { checkPropositions, formats, type ReadOptions, YoronError } from "../index.ts";
import { columnMap } from "./column-map.ts";
import { usageError } from "./usage-error.ts";
import { type OptionSpec, stringOf, type Values } from "./verb.ts";

/** Options of every verb that reads pages. */
export const READ_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  "page-format": { type: "string", value: "NAME", help: "read as this format (see `yoron read --list-formats`)" },
  encoding: { type: "string", value: "NAME", help: "decode with this encoding, whatever the page declares" },
  lossy: { type: "boolean", help: "replace undecodable bytes instead of failing" },
  strict: { type: "boolean", help: "exit with 1 where something was not read, though all else is done" },
  saved: {
    type: "string",
    value: "DATE",
    help: "when the page was saved, which dates like 6時間前 count from: 2022-09-15",
  },
  published: { type: "string", value: "DATE", help: "date of the article: 2022-09-15" },
  map: {
    type: "string",
    multiple: true,
    value: "ROLE=COLUMN,…",
    help: "columns of a table or JSON export: text=本文,author=名前,up=いいね; may be repeated, as for each question of a survey",
  },
  sheet: { type: "string", value: "NAME", help: "sheet of a workbook; by default its first with comments" },
};

/** The option that corrects the confidence of tone. */
export const TUNED_OPTION: OptionSpec = {
  type: "string",
  value: "FILE",
  help: "correct the confidence of tone by what `yoron agreement … --tune FILE` learned",
};

export const PROPOSITION_OPTION: OptionSpec = {
  type: "string",
  multiple: true,
  value: "TEXT",
  help: "a measure, plan or act toward which each comment's side is told; may be repeated",
};

/** Options of every verb that analyses. */
export const ANALYZE_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  ...READ_OPTIONS,
  targets: { type: "string", value: "FILE", help: "phrases, one a line, toward which sentiment is scored" },
  proposition: PROPOSITION_OPTION,
  "user-dictionary": {
    type: "string",
    value: "FILE",
    help: "own words: MeCab's CSV, or surface,reading,part of speech",
  },
  lexicon: { type: "string", value: "FILE", help: "own sentiment words: TSV with lemma, strength" },
  tuned: TUNED_OPTION,
  "entity-model": {
    type: "string",
    value: "DIR",
    help: "find names by this token classifier (model.onnx, vocab.txt, config.json, labels.tsv)",
  },
  workers: {
    type: "string",
    value: "N",
    help: "threads that analyse (by default one for 64 inputs, at most the machine's cores; 0: none beside this)",
  },
};

/** Returns the number of threads that was asked for, if any. */
export function workersOf(values: Values): number | undefined {
  const given = stringOf(values, "workers");
  if (given === undefined) return undefined;
  if (!/^\d{1,3}$/.test(given)) throw usageError("--workers takes a whole number, not", given);
  return Number(given);
}

/** Returns the propositions that were given; throws where one is none. */
export function propositionsOf(values: Values): readonly string[] {
  const given = values.proposition === undefined ? [] : [values.proposition].flat();
  try {
    return checkPropositions(given);
  } catch (error) {
    if (!(error instanceof YoronError)) throw error;
    throw usageError(
      `--proposition: ${error.message}`,
      undefined,
      "say it as in --proposition 市民プールを閉鎖すること",
    );
  }
}

/** Returns the reader's options, made of the command line's. */
export function readOptions(values: Values, formatOption = "page-format"): ReadOptions {
  const format = stringOf(values, formatOption) ?? stringOf(values, "page-format");
  if (format !== undefined && !formats.some(({ name }) => name === format)) {
    throw usageError("there is no format", format, `known formats: ${formats.map(({ name }) => name).join(", ")}`);
  }
  const encoding = stringOf(values, "encoding");
  if (encoding !== undefined && !isEncoding(encoding)) {
    throw usageError(
      "there is no encoding",
      encoding,
      "known: utf-8, utf-16le, shift_jis, cp932, euc-jp, iso-2022-jp …",
    );
  }
  const published = stringOf(values, "published");
  if (published !== undefined && !/^\d{4}(-\d\d(-\d\d)?)?/.test(published)) {
    throw usageError("--published takes a date like 2022-09-15, not", published);
  }
  const saved = stringOf(values, "saved");
  if (saved !== undefined && !isDate(saved)) {
    throw usageError("--saved takes a date like 2022-09-15 or 2022-09-15T18:30, not", saved);
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
