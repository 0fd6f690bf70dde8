/**
 * Returns the values of a column in words.
 *
 * @example
 * oneOf(["speech", "title", "term"]); // "speech, title or term"
 */
export function oneOf(values: readonly string[]): string {
  return `${values.slice(0, -1).join(", ")} or ${values.at(-1)}`;
}
