import type { Tokens } from "../../model/tokens.ts";

/**
 * How a sentence may end after a token.
 *
 * `full`: a full stop. `mark`: an exclamation or question mark. `soft`: an ellipsis, laugh, face or emoji, which end a
 * sentence where a clause is complete. `none`: no ending.
 */
export type Ending = "full" | "mark" | "soft" | "none";

const fullStop = /^[。．｡]+$/;
const mark = /[！？!?‼⁇⁈⁉]$/;
const ellipsis = /^(?:[…‥]+|・{2,}|\.{2,}|。{2,}|[～〜]+|[♪♡♥★☆]+)$/;
const laugh = /^(?:[wWｗＷ]+|笑+|爆笑|苦笑|草+|泣|orz|汗)$/;
const closer = /^[」』）)】〉》］〕”｣]+$/;
/** A stop and its closer that the dictionary takes for one sign: `｡｣`. */
const closedStop = /[。．｡！？!?][」』）)】〉》］〕”｣]+$/;
const ascii = /^[\x21-\x7e]$/;

/** Returns the ending at the token `last` of the sentence that began with `first`. */
export function endingAt(tokens: Tokens, first: number, last: number): Ending {
  if (isPlain(tokens, last)) return "none";
  const surface = tokens.surface(last);
  if (isEndingMark(tokens, last + 1)) return "none";
  if (last === first + 1 && /^[.．]$/.test(surface) && /^[0-9０-９]+$/.test(tokens.surface(first))) return "none";
  if (fullStop.test(surface)) return isDecimal(tokens, last) ? "none" : "full";
  if (surface === "." || surface === "．") return isAsciiStop(tokens, last) ? "full" : "none";
  if (mark.test(surface)) return isInsideName(tokens, last) ? "none" : "mark";
  if (ellipsis.test(surface)) return "soft";
  if (laugh.test(surface)) return last > first ? "soft" : "none";
  if (isFace(tokens, last)) return last > first ? "soft" : "none";
  if (closer.test(surface)) return closing(tokens, first, last);
  if (closedStop.test(surface)) return "mark";
  return "none";
}

/** Whether a token has but kana, kanji and commas, none of which a laugh is written with: nearly all cannot end a sentence. */
function isPlain(tokens: Tokens, index: number): boolean {
  const { text } = tokens;
  const end = tokens.end(index);
  for (let i = tokens.start(index); i < end; i++) if (PLAIN[text.charCodeAt(i)] === 0) return false;
  return true;
}

/** 1 for the kana, kanji and marks of which a word that is plain is made. */
const PLAIN: Uint8Array = (() => {
  const plain = new Uint8Array(0x10000);
  plain.fill(1, 0x3041, 0x3097).fill(1, 0x30a1, 0x30fb).fill(1, 0x4e00, 0xa000);
  for (const mark of "、ー") plain[mark.charCodeAt(0)] = 1;
  for (const laughed of "笑草泣汗") plain[laughed.charCodeAt(0)] = 0;
  return plain;
})();

/** True if the token goes on a run of marks: `！！`, `。。。`, `？w`. */
function isEndingMark(tokens: Tokens, index: number): boolean {
  if (index >= tokens.length || tokens.start(index) !== tokens.end(index - 1)) return false;
  if (isPlain(tokens, index)) return false;
  const surface = tokens.surface(index);
  return (
    fullStop.test(surface) ||
    mark.test(surface) ||
    ellipsis.test(surface) ||
    laugh.test(surface) ||
    isFace(tokens, index)
  );
}

/** How many closing brackets in a row are looked through for the stop before them. */
const MOST_CLOSERS = 8;

/** A sentence that ends inside brackets ends with them: `「行くよ。」`, `（笑）`. */
function closing(tokens: Tokens, first: number, last: number): Ending {
  if (last === first) return "none";
  let inside = last - 1;
  while (inside > first && inside > last - MOST_CLOSERS && closer.test(tokens.surface(inside))) inside--;
  const before = tokens.surface(inside);
  if (laugh.test(before) || ellipsis.test(before)) return "soft";
  if (fullStop.test(before) || mark.test(before)) return "mark";
  return "none";
}

/** A stop inside a number: `３．５`. */
function isDecimal(tokens: Tokens, index: number): boolean {
  if (tokens.surface(index) !== "．") return false;
  return /[0-9０-９]/.test(tokens.text.charAt(tokens.end(index)));
}

/** An ASCII stop ends a sentence before white space, after Japanese text or a word of three letters and more. */
function isAsciiStop(tokens: Tokens, index: number): boolean {
  const after = tokens.text.charAt(tokens.end(index));
  if (after !== "" && !/\s/.test(after)) return false;
  const before = index > 0 && tokens.end(index - 1) === tokens.start(index) ? tokens.surface(index - 1) : "";
  return before.length > 2 || /[^\x00-\x7f]/.test(before);
}

/** `Yahoo!ニュース`: a half-width mark between letters of a name, or in an address (`?id=3`). */
function isInsideName(tokens: Tokens, index: number): boolean {
  const { text } = tokens;
  const surface = tokens.surface(index);
  if (!/[!?]$/.test(surface)) return false;
  const before = text.charAt(tokens.start(index) - 1);
  const after = text.charAt(tokens.end(index));
  return ascii.test(before) && after !== "" && !/[\s」』）)]/.test(after);
}

/** Emoji, and faces of signs in round brackets: `😂`, `(^^)`, `(´;ω;｀)`. */
function isFace(tokens: Tokens, index: number): boolean {
  const surface = tokens.surface(index);
  if (/\p{Extended_Pictographic}|\p{Regional_Indicator}/u.test(surface)) return true;
  if (!/[)）]$/.test(surface)) return false;
  const end = tokens.end(index);
  const before = tokens.text.slice(Math.max(0, end - LONGEST_FACE), end - 1);
  const open = Math.max(before.lastIndexOf("("), before.lastIndexOf("（"));
  const inside = before.slice(open + 1);
  return open >= 0 && faceSign.test(inside) && !/[\p{Script=Han}\p{Script=Hiragana}0-9]/u.test(inside);
}

const LONGEST_FACE = 16;
const faceSign = /[´`｀^＾;；:：ωДд∀_＿﹏°゜≧≦><＞＜･*]|[TＴ].[TＴ]/;
