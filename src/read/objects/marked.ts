import { simplify } from "../columns.ts";

const TAG =
  /<(?:\/?(?:p|br|a|div|span|b|i|em|strong|blockquote|ul|ol|li|code|pre|img|h[1-6]|s|del|sup|sub|table|tr|td)\b[^<>]{0,2000})>|&(?:amp|lt|gt|quot|nbsp|#\d{1,7}|#x[0-9a-f]{1,6});/i;
/** From this share of rows with markup on, a field is taken for HTML; fewer are people who write of tags. */
const SHARE = 0.25;

/** Whether a text has tags or entities of HTML. */
export function looksMarked(text: string): boolean {
  return /[<&]/.test(text) && TAG.test(text);
}

/** Whether a field holds HTML: its name says so, or many of its texts have tags or entities. */
export function isMarkedField(name: string, texts: readonly string[]): boolean {
  if (/html$|^cooked$|^rendered$/.test(simplify(name))) return true;
  const marked = texts.filter(looksMarked).length;
  return marked > 0 && marked >= texts.length * SHARE;
}
