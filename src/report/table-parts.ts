import { type Html, html } from "./html.ts";
import type { Lang } from "./words.ts";

/** Returns the heads of columns; one without a name is an empty cell. */
export function columnHeads(names: readonly string[]): Html {
  return html`${names.map((name) => (name === "" ? html`<td></td>` : html`<th scope="col">${name}</th>`))}`;
}

/** Returns what the box is called in which a table scrolls: not as the section, which is a place of its own. */
export function tableName(name: string, lang: Lang): string {
  return lang === "ja" ? `${name}の表` : `${name}, a table`;
}
