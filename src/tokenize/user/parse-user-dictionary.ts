import { YoronError } from "../../model/error.ts";
import { parseCsvLine } from "./csv-line.ts";
import type { UserEntry } from "./user-entry.ts";

/** An entry with the line of its file, for messages. */
export interface NumberedEntry {
  readonly line: number;
  readonly entry: UserEntry;
}

/** How many malformed rows one error shows. */
const SHOWN = 5;

/**
 * Returns the rows of a user dictionary: rows of MeCab's CSV (`surface,left id,right id,cost,features…`) and of the
 * short form (`surface,reading,part of speech`) may be mixed; blank lines and lines that begin with `# ` are skipped.
 *
 * In MeCab's form empty ids and an empty cost are found out. Throws one error (`bad-lexicon`) that names the lines of
 * all malformed rows.
 */
export function parseUserDictionary(text: string, file: string): readonly NumberedEntry[] {
  const entries: NumberedEntry[] = [];
  const problems: string[] = [];
  text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .forEach((row, i) => {
      if (row.trim() === "" || row.startsWith("# ")) return;
      const entry = readRow(row);
      if (typeof entry === "string") problems.push(`line ${i + 1}: ${entry}`);
      else entries.push({ line: i + 1, entry });
    });
  if (problems.length > 0) throw userDictionaryError(file, problems);
  return entries;
}

/** Returns the error that tells malformed rows. */
export function userDictionaryError(file: string, problems: readonly string[]): YoronError {
  const more = problems.length > SHOWN ? `; and ${problems.length - SHOWN} more` : "";
  return new YoronError({
    code: "bad-lexicon",
    what: `user dictionary ${file}: ${problems.slice(0, SHOWN).join("; ")}${more}`,
    next: "a row is `surface,reading,part of speech` or `surface,left id,right id,cost,part of speech (4),conjugation (2),lemma,reading,pronunciation`",
  });
}

const number = /^-?\d+$/;

function readRow(row: string): UserEntry | string {
  const cells = parseCsvLine(row);
  if (cells === null) return "a quoted cell is not closed";
  const [surface = "", ...rest] = cells;
  if (surface === "") return "the surface is empty";
  if (/[\n\r]/.test(surface)) return "the surface holds a line break";
  const isMecab = rest.length >= 4 && rest.slice(0, 3).every((cell) => cell.trim() === "" || number.test(cell.trim()));
  return isMecab ? mecabRow(surface, rest) : shortRow(surface, rest);
}

function shortRow(surface: string, [reading = "", ...levels]: readonly string[]): UserEntry | string {
  if (levels.length === 0 || levels[0]!.trim() === "") return "the part of speech is missing";
  if (levels.length > 4) return `${levels.length + 2} cells fit neither form`;
  const kana = reading.trim();
  if (kana !== "" && kana !== "*" && !/^[ァ-ヿぁ-ゟ・]+$/.test(kana)) return `the reading is not kana: ${kana}`;
  return {
    surface,
    pos: levels.map((level) => level.trim()).join(","),
    ...(kana === "" || kana === "*" ? {} : { reading: toKatakana(kana) }),
  };
}

function mecabRow(surface: string, [left, right, cost, ...features]: readonly string[]): UserEntry | string {
  if (features.length > 9) return `${features.length} features instead of at most 9`;
  const numbers: { leftId?: number; rightId?: number; cost?: number } = {};
  for (const [name, cell, low, high] of [
    ["leftId", left!.trim(), -1, 0xffff],
    ["rightId", right!.trim(), -1, 0xffff],
    ["cost", cost!.trim(), -32768, 32767],
  ] as const) {
    if (cell === "") continue;
    const value = Number(cell);
    if (value < low || value > high) return `${name} ${cell} is out of range`;
    // MeCab's tools write -1 where an id is still to be found out.
    if (name === "cost" || value >= 0) numbers[name] = value;
  }
  const given = (cell: string | undefined): cell is string => cell !== undefined && cell !== "" && cell !== "*";
  const [, , , , conjugationType, conjugationForm, lemma, reading, pronunciation] = features;
  const levels = features.slice(0, 4);
  while (levels.length > 0 && !given(levels[levels.length - 1])) levels.pop();
  return {
    surface,
    ...numbers,
    ...(levels.length > 0 ? { pos: levels.join(",") } : {}),
    ...(given(conjugationType) ? { conjugationType } : {}),
    ...(given(conjugationForm) ? { conjugationForm } : {}),
    ...(given(lemma) ? { lemma } : {}),
    ...(given(reading) ? { reading } : {}),
    ...(given(pronunciation) ? { pronunciation } : {}),
  };
}

function toKatakana(kana: string): string {
  return kana.replace(/[ぁ-ゖ]/g, (unit) => String.fromCharCode(unit.charCodeAt(0) + 0x60));
}
