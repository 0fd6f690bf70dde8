import type { Condition, Term } from "./code-list.ts";
import { plainWidth } from "./plain.ts";
import { type RulePlace, ruleError } from "./rule-error.ts";

/** A part of a condition: an operator or bracket, a name of a code, or what is looked for. */
export interface RuleToken extends RulePlace {
  readonly kind: "and" | "or" | "not" | "(" | ")" | "code" | "term";
  /** As it is written; of a code its name. */
  readonly text: string;
  readonly condition: Exclude<Condition, { readonly kind: "code" | "and" | "or" | "not" }> | null;
}

const SIGNS: Readonly<Record<string, RuleToken["kind"]>> = { "(": "(", ")": ")", "&": "and", "|": "or", "!": "not" };
const WORDS: Readonly<Record<string, RuleToken["kind"]>> = { and: "and", or: "or", not: "not" };
const QUOTES: Readonly<Record<string, string>> = {
  "'": "'",
  "＇": "＇",
  "‘": "’",
  "’": "’",
  '"': '"',
  "＂": "＂",
  "“": "”",
  "”": "”",
  "「": "」",
};

const SPACE = /\s*/y;
/** An apostrophe between Latin letters belongs to the word. */
const WORD = /(?:[^\s()（）&＆|｜'＇‘’"＂“”「」<＜>＞[\]［］]|(?<=[A-Za-z])['’](?=[A-Za-z]))+/y;
/** Between the words of `near()` and `seq()` stands a hyphen, which so is none of theirs. */
const PART = /[^\s()（）&＆|｜'＇‘’"＂“”「」<＜>＞[\]［］\-－−‐–]+/y;
const CODE = /[<＜]\s*[*＊]([^>＞]+)[>＞]|[*＊]([^\s()（）&＆|｜<＜>＞]+)/y;
const HYPHEN = /[-－−‐–]/y;
const WITHIN = /[[［]([^\]］]*)[\]］]/y;
const DEFAULT_WITHIN = 10;

/** Returns the parts of one line of a condition. */
export function ruleTokens(line: string, place: RulePlace): readonly RuleToken[] {
  const found: RuleToken[] = [];
  const reader = new LineReader(line, place);
  for (reader.take(SPACE); !reader.atEnd; reader.take(SPACE)) found.push(tokenAt(reader));
  return found;
}

function tokenAt(reader: LineReader): RuleToken {
  const { place, at } = reader;
  const token = (kind: RuleToken["kind"], condition: RuleToken["condition"] = null, text = reader.since(at)) => ({
    kind,
    text,
    condition,
    ...place,
  });
  const sign = SIGNS[plainWidth(reader.next)];
  if (sign !== undefined) {
    reader.skip();
    return token(sign);
  }
  const code = reader.take(CODE);
  if (code !== null) return token("code", null, (code[1] ?? code[2] ?? "").trim());
  const phrase = phraseAt(reader);
  if (phrase !== null) return token("term", phrase);
  const word = reader.take(WORD)?.[0];
  if (word === undefined)
    throw ruleError(place, "nothing in a rule begins with", reader.next, "write words, 'phrases', and, or, not, ( )");
  const folded = plainWidth(word);
  if (folded === "near" || folded === "seq") {
    reader.take(SPACE);
    if (plainWidth(reader.next) === "(") return token("term", closeTo(reader, folded, at));
  }
  const operator = WORDS[folded];
  return operator === undefined ? token("term", wordOrRow(word)) : token(operator);
}

/** Returns what a word asks for: with `+` inside, words that follow one another without any between, as KH Coder writes phrases. */
function wordOrRow(text: string): RuleToken["condition"] {
  const of = text.split(/[+＋]/u).map((part): Term => ({ kind: "word", text: part }));
  const isRow = of.length > 1 && of.every((part) => part.text !== "");
  return isRow ? { kind: "seq", of, within: 1 } : { kind: "word", text };
}

function phraseAt(reader: LineReader): Term | null {
  const end = QUOTES[reader.next];
  if (end === undefined) return null;
  const text = reader.quoted(end);
  if (text === null)
    throw ruleError(reader.place, "a quotation mark has no end:", reader.rest, `write ${end} behind the phrase`);
  if (text.trim() === "")
    throw ruleError(reader.place, "there is nothing between the quotation marks", `${text}`, "write a phrase there");
  return { kind: "phrase", text };
}

/** Returns what `(a-b)[n]` asks for, behind `near` or `seq`, which began at an offset. */
function closeTo(reader: LineReader, kind: "near" | "seq", from: number): RuleToken["condition"] {
  const like = `write it as in ${kind}(給食-値上げ)[5]`;
  reader.skip();
  const of: Term[] = [];
  for (;;) {
    reader.take(SPACE);
    const word = phraseAt(reader) ?? reader.take(PART)?.[0];
    if (word === undefined) throw ruleError(reader.place, `${kind}() lacks a word:`, reader.tail(from), like);
    of.push(typeof word === "string" ? { kind: "word", text: word } : word);
    reader.take(SPACE);
    if (reader.take(HYPHEN) !== null) continue;
    if (plainWidth(reader.next) === ")") break;
    throw ruleError(reader.place, `${kind}() needs - between words and ) behind them:`, reader.tail(from), like);
  }
  reader.skip();
  if (of.length < 2) throw ruleError(reader.place, `${kind}() needs two words or more:`, reader.since(from), like);
  const given = reader.take(WITHIN)?.[1];
  if (given === undefined && /^[[［]/.test(reader.next))
    throw ruleError(reader.place, "a bracket has no end:", reader.tail(from), like);
  const within = given === undefined ? "" : plainWidth(given).trim();
  if (given !== undefined && !/^[1-9]\d{0,2}$/.test(within))
    throw ruleError(reader.place, `${kind}() takes a count of words up to 999, not`, given, like);
  return { kind, of, within: given === undefined ? DEFAULT_WITHIN : Number(within) };
}

/** A line that is read from left to right. */
class LineReader {
  readonly place: RulePlace;
  readonly #line: string;
  at = 0;

  constructor(line: string, place: RulePlace) {
    this.#line = line;
    this.place = place;
  }

  get atEnd(): boolean {
    return this.at >= this.#line.length;
  }
  /** The sign that comes next; empty at the end. */
  get next(): string {
    return this.#line[this.at] ?? "";
  }
  get rest(): string {
    return this.#line.slice(this.at);
  }

  skip(): void {
    this.at++;
  }
  since(from: number): string {
    return this.#line.slice(from, this.at).trim();
  }
  tail(from: number): string {
    return this.#line.slice(from);
  }
  /** Returns what a sticky pattern finds here, and goes behind it; null, and nothing read, where it finds nothing. */
  take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.#line);
    if (found !== null) this.at = pattern.lastIndex;
    return found;
  }
  /** Returns what stands in quotation marks, of which one comes next; null, and nothing read, where the other is missing. */
  quoted(end: string): string | null {
    const to = this.#line.indexOf(end, this.at + 1);
    if (to < 0) return null;
    const text = this.#line.slice(this.at + 1, to);
    this.at = to + 1;
    return text;
  }
}
