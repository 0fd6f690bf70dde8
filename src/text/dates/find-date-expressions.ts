import { type DateGrammar, mayOpen } from "./date-grammar.ts";
import type { DateExpression } from "./expression.ts";
import { foldWidth } from "./fold-width.ts";
import { readDate } from "./read-date.ts";

/**
 * Returns all dates, times, periods and durations of a text, left to right, longest first, without overlap.
 *
 * `isBoundary` may forbid an expression to begin or end inside a word (春 of 春日); it is asked only where
 * no digit stands on either side.
 *
 * @example
 * findDateExpressions("今年1月と8月末", loadDateGrammar(dataReader())).map(({ start, end }) => [start, end]); // [[0, 4], [5, 8]]
 */
export function findDateExpressions(
  text: string,
  grammar: DateGrammar,
  isBoundary: (offset: number) => boolean = () => true,
): DateExpression[] {
  const { openers } = grammar;
  const folded = foldWidth(text);
  const found: DateExpression[] = [];
  for (let at = 0; at < folded.length; at++) {
    if (!mayOpen(openers, folded, at) || (at > 0 && splitsNumber(folded, at))) continue;
    const digit = isDigit(folded.charCodeAt(at)) || folded[at] === "'";
    if (!digit && !isBoundary(at)) continue;
    const name = nameEnd(folded, at, grammar);
    if (name > at) {
      at = name - 1;
      continue;
    }
    const expression = readDate(folded, at, grammar);
    if (expression === null || (!hasDigit(folded, expression) && !isBoundary(expression.end))) continue;
    if (goesOnInKana(folded, expression)) continue;
    found.push(expression);
    at = expression.end - 1;
  }
  return found;
}

/** The end of a name that holds a word of dates (日曜大工) and begins here; `at` where none does. */
function nameEnd(folded: string, at: number, { shapes: { name } }: DateGrammar): number {
  if (name.opens[folded.charCodeAt(at) & 255] === 0) return at;
  name.pattern.lastIndex = at;
  return name.pattern.test(folded) ? name.pattern.lastIndex : at;
}

const YEAR = 0x5e74;
const MONTH = 0x6708;
const WEEK = 0x9031;
const BEFORE_SPAN = "0123456789〇一二三四五六七八九十百千数何今昨来本同翌前毎当";
const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;
const isLatin = (code: number): boolean => (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);

function splitsNumber(folded: string, at: number): boolean {
  const before = folded.charCodeAt(at - 1);
  const here = folded.charCodeAt(at);
  if (isDigit(here)) return splitsDigits(folded, at);
  // 年内 is none in 3年内 or 今年内.
  if ((here === YEAR || here === MONTH || here === WEEK) && BEFORE_SPAN.includes(folded[at - 1]!)) return true;
  if (isLatin(here)) return isLatin(before) || isDigit(before);
  return (
    "〇一二三四五六七八九十百千".includes(folded[at]!) &&
    ("〇一二三四五六七八九十百千第".includes(folded[at - 1]!) || isDigit(before))
  );
}

/** Whether digits go on with others or with a name: 3.14, F-35, 第2. */
function splitsDigits(folded: string, at: number): boolean {
  const before = folded.charCodeAt(at - 1);
  if (isDigit(before) || isLatin(before) || "第閏".includes(folded[at - 1]!)) return true;
  return JOINTS.includes(folded[at - 1]!) && at > 1 && isWord(folded.charCodeAt(at - 2));
}

const JOINTS = ".,-/:";
const isWord = (code: number): boolean => isDigit(code) || isLatin(code);

/** きょうわこく, あすか: a word in hiragana that hiragana other than a particle follows. */
function goesOnInKana(folded: string, { start, end }: DateExpression): boolean {
  if (!isHiragana(folded.charCodeAt(end)) || PARTICLES.includes(folded[end]!)) return false;
  for (let i = start; i < end; i++) if (!isHiragana(folded.charCodeAt(i))) return false;
  return true;
}

const isHiragana = (code: number): boolean => code >= 0x3041 && code <= 0x309f;
/** First letters of what follows a noun: は, の, から, まで, より, だけ, じゃ, って. */
const PARTICLES = "はのもにかまとでよだじってをがへさ";

function hasDigit(folded: string, { start, end }: DateExpression): boolean {
  for (let i = start; i < end; i++) if (isDigit(folded.charCodeAt(i))) return true;
  return false;
}
