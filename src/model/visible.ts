/** Control characters, and marks that turn or hide what stands beside them: they would act on a terminal, or lie there unseen. */
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Returns a text in which no character acts on a terminal: controls and marks of direction are written as escapes.
 *
 * @example
 * visible("青\u001b[31m空"); // "青\\u001b[31m空"
 */
export function visible(text: string): string {
  return text.replace(UNSEEN, (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** A line break or a tab, which lay a text out, or what stands between them. */
const LAID_OUT = /\r?\n|\t|[^\r\n\t]+|\r/g;

/**
 * Returns a text of several lines in which no character acts on a terminal but its line breaks and tabs.
 *
 * @example
 * visibleLines("青\u001b[31m\n空"); // "青\\u001b[31m\n空"
 */
export function visibleLines(text: string): string {
  return text.replace(LAID_OUT, (part) => (/^(?:\r?\n|\t)$/.test(part) ? part : visible(part)));
}
