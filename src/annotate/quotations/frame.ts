import type { Tokens } from "../../model/tokens.ts";
import type { Bracket } from "./brackets.ts";
import { W, type WordClasses } from "./word-class.ts";

/**
 * The words of one level of a text: tokens as items, each pair of brackets as a single item.
 *
 * A quote is understood from its surroundings at its own level; what other brackets hold is not looked at.
 */
export interface Frame {
  readonly text: string;
  readonly tokens: Tokens;
  readonly length: number;
  /** Class of each item, {@link W}. */
  readonly words: readonly number[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  /** Row of the token, or -1 - index into `brackets`. */
  readonly rows: readonly number[];
  /** True where a sentence begins. */
  readonly begins: readonly boolean[];
  readonly brackets: readonly Bracket[];
}

/** A text without full stops is cut here, so that no search runs over all of it. */
const LONGEST_SENTENCE = 240;

/** Lays out the items of the whole text, or of what stands inside a bracket. */
export function layOut(
  tokens: Tokens,
  classes: WordClasses,
  inside: Bracket | null,
  brackets: readonly Bracket[],
): Frame {
  const { text } = tokens;
  const from = inside?.start ?? 0;
  const to = inside?.end ?? text.length;
  const words: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const rows: number[] = [];
  const begins: boolean[] = [];
  let last = 0;
  const add = (word: number, start: number, end: number, row: number): void => {
    const begin =
      words.length === 0 ||
      words.length - last >= LONGEST_SENTENCE ||
      beginsSentence(text, words.at(-1)!, ends.at(-1)!, start);
    if (begin) last = words.length;
    begins.push(begin);
    words.push(word);
    starts.push(start);
    ends.push(end);
    rows.push(row);
  };
  let next = 0;
  for (let row = inside === null ? 0 : tokens.indexAt(from); row < tokens.length; row++) {
    let start = Math.max(tokens.start(row), from);
    const end = Math.min(tokens.end(row), to);
    if (start >= to) break;
    const whole = start === tokens.start(row) && end === tokens.end(row);
    for (; next < brackets.length && brackets[next]!.open < end; next++) {
      const { open, close } = brackets[next]!;
      if (start < open) add(W.SYMBOL, start, open, row);
      add(W.QUOTE, open, close, -1 - next);
      start = close;
    }
    if (next > 0) start = Math.max(start, brackets[next - 1]!.close);
    if (start < end) add(whole && start === tokens.start(row) ? classes.of(tokens, row) : W.SYMBOL, start, end, row);
  }
  return { text, tokens, length: words.length, words, starts, ends, rows, begins, brackets };
}

function beginsSentence(text: string, word: number, end: number, next: number): boolean {
  if (word === W.PERIOD) return true;
  if (word === W.SYMBOL && "!?！？♪☆".includes(text[end - 1]!)) return true;
  if (end === next) return false;
  const newline = text.indexOf("\n", end);
  if (newline < 0 || newline >= next) return false;
  // A line broken after a comma or a particle goes on; a blank line never does.
  const goesOn = word === W.COMMA || (word >= W.CASE && word <= W.PARTICLE && word !== W.FINAL);
  return !goesOn || text.slice(end, next).split("\n").length > 2;
}

/** Tells whether an item is written so. */
export function reads(frame: Frame, item: number, written: string): boolean {
  return (
    item >= 0 &&
    item < frame.length &&
    frame.ends[item]! - frame.starts[item]! === written.length &&
    frame.text.startsWith(written, frame.starts[item]!)
  );
}

/** Dictionary form of an item; empty for a bracket. */
export function lemmaOf(frame: Frame, item: number): string {
  const row = frame.rows[item] ?? -1;
  return row < 0 ? "" : frame.tokens.lemma(row);
}

/** First item of the sentence that an item stands in. */
export function sentenceStart(frame: Frame, item: number): number {
  let at = item;
  while (at > 0 && !frame.begins[at]) at--;
  return at;
}

/** Item after the last of the sentence that an item stands in. */
export function sentenceEnd(frame: Frame, item: number): number {
  let at = item + 1;
  while (at < frame.length && !frame.begins[at]) at++;
  return at;
}
