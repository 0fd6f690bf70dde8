/** A line that takes up what somebody else wrote: `>…`, `＞…`, `>>12`. */
const TAKEN_UP = /^\s*(?:[>＞≫]|&gt;)/u;

/**
 * Returns a comment from where its writer's own words begin: lines at its head that quote another are left away, unless there are
 * no others. What is shown of a comment must not be read as its writer's where it is not.
 *
 * @example
 * fromOwnWords(">誰も困らない\n困る人はいます。"); // "困る人はいます。"
 */
export function fromOwnWords(text: string): string {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => line.trim() !== "" && !TAKEN_UP.test(line));
  return first <= 0 ? text : lines.slice(first).join("\n");
}
