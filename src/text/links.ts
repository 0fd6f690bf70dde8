import type { Range } from "../model/span.ts";

/** What stands in a text where a link stood: OBJECT REPLACEMENT CHARACTER, which tokenizers take for a sign of its own. */
const INSTEAD = "\ufffc";

/** Whether a code unit is the sign that stands instead of links. */
export const isLinkSign = (code: number): boolean => code === 0xfffc;

const HOST = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,62}\\.)+[A-Za-z]{2,18}";
const DOMAIN =
  "(?:com|net|org|jp|co|be|io|tv|me|gl|ly|gd|info|us|uk|cn|kr|tw|eu|de|fr|ru|app|dev|ai|xyz|to|cc|fm|gg|gov|edu)";
/** Kanji and katakana belong to a link where a part of it begins with them; hiragana goes on with the sentence. */
const REST = "(?:[\\w\\-.~:/?#@!$&'()*+,;=%|]|(?<=[/=#_\\-ァ-ヶー一-龠々])[ァ-ヶー一-龠々])";
const LINK = new RegExp(
  [
    `h?t?tps?://${REST}+`,
    `(?<![A-Za-z0-9.@])www\\.${REST}+`,
    `(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}[@＠]${HOST}`,
    `(?<![A-Za-z0-9.@/-])[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{2,63}){0,3}\\.${DOMAIN}/${REST}*`,
    "(?<![A-Za-z0-9.＠@])[@＠][A-Za-z_][A-Za-z0-9_.-]{1,63}",
  ].join("|"),
  "g",
);
const MAY_HOLD = /:\/\/|www\.|[@＠][A-Za-z0-9_]|\.[a-z]{2,4}\//;
/** What ends a sentence or closes a bracket is no part of a link at its end. */
const TRAILING = /[.,;:!?)\]'"’”]+$/;

/**
 * Returns where links, mail addresses and handles stand in a text: what is in them are no words.
 *
 * @example
 * findLinks("店は https://example.org/red です"); // [{ start: 3, end: 26 }]
 */
export function findLinks(text: string): readonly Range[] {
  if (!MAY_HOLD.test(text)) return [];
  return [...text.matchAll(LINK)].map(({ 0: link, index }) => ({
    start: index,
    end: index + link.length - (TRAILING.exec(link)?.[0].length ?? 0),
  }));
}

/** Returns a text of the same length with a sign instead of each character of a link. */
export function withoutLinks(text: string, links: readonly Range[]): string {
  let masked = "";
  let at = 0;
  for (const { start, end } of links) {
    masked += text.slice(at, start) + INSTEAD.repeat(end - start);
    at = end;
  }
  return masked + text.slice(at);
}
