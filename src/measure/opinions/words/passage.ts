import type { AnalyzedUnit } from "../../../model/analysis.ts";
import type { Tokens } from "../../../model/tokens.ts";
import type { Item } from "../items.ts";

/** What is shown of a claim: itself, or the whole sentence of which it is a piece. */
export interface Passage {
  readonly start: number;
  readonly end: number;
  /** Rows of its tokens `[first, last)`. */
  readonly rows: readonly [number, number];
  /** Whether it breaks off: 「分かりますが、」. */
  readonly open: boolean;
  /** Whether it begins with what points back: 「だから」「それを」. */
  readonly leans: boolean;
}

/** Longer sentences are shown whole only where their piece would break off. */
const WHOLE = 120;
const LONGEST = 160;

/** Returns what can be read by itself of a claim's sentence: all of it, unless it is long and the piece needs nothing. */
export function passageOf({ claim, rows }: Pick<Item, "claim" | "rows">, unit: AnalyzedUnit): Passage {
  const { tokens, sentences, text } = unit;
  const open = breaksOff(tokens, rows);
  const sentence = sentences.find(({ start, end }) => start <= claim.start && claim.end <= end);
  const length = sentence === undefined ? 0 : sentence.end - sentence.start;
  if (sentence === undefined || length > (open ? LONGEST : WHOLE))
    return { start: claim.start, end: claim.end, rows, open, leans: leans(tokens, rows) };
  const words = text.slice(sentence.start, sentence.end);
  const start = sentence.start + (words.length - words.trimStart().length);
  const whole = [sentence.firstToken, sentence.lastToken] as const;
  const end = Math.max(start, sentence.end - (words.length - words.trimEnd().length));
  return { start, end, rows: whole, open: breaksOff(tokens, whole), leans: leans(tokens, whole) };
}

/** Whether the last word leads on: けど, が, から, ので, し, て, ば, なら, or a comma stands behind it. */
function breaksOff(tokens: Tokens, [first, last]: readonly [number, number]): boolean {
  let row = last - 1;
  while (row > first && tokens.pos(row).startsWith("記号")) {
    if (/^[、，,]$/.test(tokens.surface(row))) return true;
    row--;
  }
  if (row < first) return false;
  return tokens.pos(row).startsWith("助詞,接続助詞") || tokens.at(row).conjugationForm === "仮定形";
}

const POINTS_BACK = /^(?:これ|それ|あれ|この|その|あの|ここ|そこ|こう|そう|こんな|そんな|だから|なので|どっち)/;

function leans(tokens: Tokens, [first, last]: readonly [number, number]): boolean {
  let row = first;
  while (row < last && tokens.pos(row).startsWith("記号")) row++;
  if (row >= last) return false;
  return tokens.pos(row).startsWith("接続詞") || POINTS_BACK.test(tokens.surface(row));
}
