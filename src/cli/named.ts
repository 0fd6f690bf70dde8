import { visible } from "../index.ts";

/**
 * Returns what came from outside as a message names it: visible, on one line, and where it is longer than `most` characters
 * without its middle.
 *
 * @example
 * named("pages/\u001b[2Jwater.html"); // "pages/\\u001b[2Jwater.html"
 */
export function named(text: string, most = 200): string {
  const line = visible(text);
  if (line.length <= most) return line;
  const characters = [...line];
  const half = (most - 1) >> 1;
  return characters.length <= most ? line : `${characters.slice(0, half).join("")}…${characters.slice(-half).join("")}`;
}
