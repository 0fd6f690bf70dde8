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
