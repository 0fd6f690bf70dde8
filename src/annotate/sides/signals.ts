import type { SideLabel } from "../../model/layers.ts";
import type { Range } from "../../model/span.ts";
import { foldWidth } from "../../text/dates/fold-width.ts";
import type { Proposition } from "./proposition.ts";
import type { SideRule, SideRules } from "./rules.ts";

/** Words of a comment that take a side. */
export interface Signal extends Range {
  readonly rule: SideRule;
  /** The row's place in the list. */
  readonly row: number;
  readonly side: SideLabel;
}

/** Returns the words of a text that take a side toward a proposition, in the order of the text; what others are quoted with is none. */
export function findSignals(
  text: string,
  { keys, rows, rowsOfKey }: SideRules,
  { change, patterns }: Pick<Proposition, "change" | "patterns">,
): readonly Signal[] {
  const folded = lettersFolded(text);
  const called = new Set<number>();
  for (let at = 0; at < folded.length; at++) {
    let node = 0;
    for (let i = at; i < folded.length; i++) {
      node = keys.step(node, folded.charCodeAt(i));
      if (node === 0) break;
      const end = keys.firstValue[node + 1]!;
      for (let value = keys.firstValue[node]!; value < end; value++) called.add(rowsOfKey[value]!);
    }
  }
  if (called.size === 0) return NONE;
  const taken = new Uint8Array(folded.length);
  for (const { start, end } of quotedRanges(folded)) taken.fill(1, start, end);
  const found: Signal[] = [];
  for (const row of [...called].sort((a, b) => a - b)) {
    const rule = rows[row]!;
    for (const match of folded.matchAll(patterns[row]!)) {
      const start = match.index;
      const end = start + match[0].length;
      if (end === start || !isFree(taken, start, end)) continue;
      taken.fill(1, start, end);
      const side = rule.sides[change];
      if (side !== null) found.push({ start, end, rule, row, side });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

function isFree(taken: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (taken[at] === 1) return false;
  return true;
}

/** Returns a text with letters and the marks of questions and cries of one width and case, one code unit for one. */
function lettersFolded(text: string): string {
  const narrow = foldWidth(text).replaceAll("！", "!").replaceAll("？", "?");
  const lower = narrow.toLowerCase();
  return lower.length === narrow.length ? lower : narrow;
}

const NONE: readonly Signal[] = Object.freeze([]);

/** Words in corner brackets, and lines that begin with a mark of quoting. */
function quotedRanges(text: string): Range[] {
  const ranges: Range[] = [];
  for (let start = text.indexOf("「"); start >= 0; start = text.indexOf("「", start + 1)) {
    const end = text.indexOf("」", start);
    if (end < 0) break;
    ranges.push({ start, end: end + 1 });
    start = end;
  }
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf("\n", start);
    const stop = end < 0 ? text.length : end;
    if (text[start] === ">" && !text.startsWith(">>", start)) ranges.push({ start, end: stop });
    start = stop + 1;
  }
  return ranges;
}

/** What the rows decide on, and the words that say so. */
export interface Decision {
  readonly side: SideLabel;
  readonly signal: Signal;
}

/** A comment of so few characters says nothing beside the words that hint at its side. */
const SHORT = 18;

/** Words that take back what was granted before them. */
const TURN =
  /(?:^|[。!?！？\n、])(?:ただ|ただし|けど|けれど|しかし|せやけど|だけど|でも|とはいえ)|(?:だ|です|する|ます|い|た)(?:けど|けれど|が)、/;

/**
 * Returns the side that the rows decide on; null where none does, where they speak for both sides, or where what is
 * granted is taken back.
 *
 * A condition outweighs what it is tied to; 賛成 and 反対 in one comment are doubt; of doubt and a side the later counts.
 */
export function decided(text: string, signals: readonly Signal[]): Decision | null {
  let last: Signal | null = null;
  let sides = 0;
  let verdicts = 0;
  for (const signal of signals) {
    if (signal.rule.decides !== "yes") continue;
    if (signal.rule.name === "irony told" || signal.side === "conditional") return { side: signal.side, signal };
    const side = signal.side === "for" ? 1 : signal.side === "against" ? 2 : 0;
    sides |= side;
    if (signal.rule.name === "for" || signal.rule.name === "against") verdicts |= side;
    last = signal;
  }
  if (last === null) return text.trim().length <= SHORT ? hinted(signals) : null;
  if (verdicts === 3) return { side: "unsure", signal: last };
  if (sides === 3) return null;
  return last.side === "for" && TURN.test(text.slice(last.end)) ? null : { side: last.side, signal: last };
}

/** What the hints of a short comment say where they agree. */
function hinted(signals: readonly Signal[]): Decision | null {
  const [first] = signals;
  return first !== undefined && signals.every(({ side }) => side === first.side)
    ? { side: first.side, signal: first }
    : null;
}
