/**
 * What a spreadsheet may take for a formula at the start of a cell: full-width forms too, the sign of minus, and the long
 * mark that Japanese typing puts in its place (`ー1+1`).
 */
const FORMULA = /^'*(?:[=+\-@＝＋－＠−\t\r\n]|ー[\d０-９(（])/;

/**
 * Returns a text that is safe in a spreadsheet: what begins like a formula (after any number of `'`) is led by one more
 * `'`.
 *
 * {@link fromSafe} takes exactly that one away again, so the rule is reversible.
 *
 * @example
 * toSafe("=1+1"); // "'=1+1"
 */
export function toSafe(text: string): string {
  return FORMULA.test(text) ? `'${text}` : text;
}

/** Returns the text that {@link toSafe} made safe. */
export function fromSafe(text: string): string {
  return text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text;
}
