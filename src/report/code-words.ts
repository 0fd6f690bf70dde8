import { type Html, html } from "./html.ts";

/**
 * Returns what stands between backticks in the report's own words as code, which a line does not break.
 *
 * @example
 * String(html`${codeWords("`--lossy` をつける")}`); // "<code>--lossy</code> をつける"
 */
export function codeWords(text: string): readonly (Html | string)[] {
  return text.split("`").map((part, i) => (i % 2 === 1 ? html`<code>${part}</code>` : part));
}
