import {
  type Analysis,
  CODE_UNITS,
  type CodeOptions,
  codeTable,
  type OpinionOptions,
  parseCodes,
  readSource,
  type TableOptions,
} from "../index.ts";
import type { Io } from "./io.ts";
import { OPINION_TABLES } from "./opinion-options.ts";
import { said } from "./said.ts";
import { usageError } from "./usage-error.ts";
import { type OptionSpec, stringOf, type Values } from "./verb.ts";

/** Options of tables and charts of one's own codes. */
export const CODE_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  codes: {
    type: "string",
    value: "FILE",
    help: ({ codes }) => codes.file,
  },
  "code-unit": {
    type: "string",
    value: "UNIT",
    help: ({ codes }) => codes.unit(CODE_UNITS.join(" / "), CODE_UNITS[0]),
  },
};

/** Returns the rules of `--codes`, and what they are held against; nothing where they are not given. */
export async function codesOf(values: Values): Promise<CodeOptions> {
  const [path, unit] = [stringOf(values, "codes"), stringOf(values, "code-unit")];
  const codeUnit = CODE_UNITS.find((one) => one === unit);
  if (unit !== undefined && codeUnit === undefined)
    throw usageError(said().codes.noUnit, unit, said().codes.units(CODE_UNITS));
  if (path === undefined) {
    if (unit === undefined) return {};
    throw usageError(said().codes.unitAlone, unit, said().codes.give);
  }
  const codes = parseCodes(new TextDecoder().decode(await readSource(path)), { path });
  return { codes, ...(codeUnit === undefined ? {} : { codeUnit }) };
}

/** Returns the rules for what `who` is, made of some tables; throws where it needs them and has none, or has them for nothing. */
export async function codeOptions(values: Values, made: readonly string[], who: string): Promise<CodeOptions> {
  const asked = await codesOf(values);
  if (made.includes("codes") && asked.codes === undefined)
    throw usageError(said().codes.needs(who), undefined, said().codes.give);
  if (!made.includes("codes") && asked.codes !== undefined)
    throw usageError(said().codes.idle(who), "--codes", said().codes.ofCodes);
  return asked;
}

/** Returns the options of one table among those that were asked for. */
export function optionsFor(
  table: string,
  { codes, codeUnit, ...opinions }: OpinionOptions & CodeOptions,
): TableOptions {
  if (OPINION_TABLES.has(table)) return { ...NO_COLUMNS, ...opinions };
  if (table !== "codes" || codes === undefined) return NO_COLUMNS;
  return { ...NO_COLUMNS, codes, ...(codeUnit === undefined ? {} : { codeUnit }) } as TableOptions;
}

/** What a table's options are without any: those of opinions and codes take their own beside these. */
const NO_COLUMNS: TableOptions = {};

/** Writes which codes no text holds: a rule may have a word that nobody writes so. */
export function noteIdleCodes(analyses: readonly Analysis[], asked: CodeOptions, io: Io): void {
  if (asked.codes === undefined) return;
  const held = new Set(codeTable(analyses, { ...asked, columns: ["code"] }).column("code"));
  const idle = asked.codes.codes.filter(({ name }) => !held.has(name)).map(({ name }) => `*${name}`);
  if (idle.length > 0) io.note(said().codes.nothingHolds(idle.join(", ")));
}
