import { type Html, html } from "./html.ts";
import type { Lang } from "./words.ts";

/** Returns the heads of columns; one without a name is an empty cell. */
export function columnHeads(names: readonly string[]): Html {
  return html`${names.map((name) => (name === "" ? html`<td></td>` : html`<th scope="col">${name}</th>`))}`;
}

/**
 * Returns a cell that stands by itself on a narrow screen, where a row is a block without heads: with the head of its column, and
 * not at all where it tells nothing.
 */
export function cellOf(head: string, value: Html | string | null): Html {
  return value === null ? html`<td class="nothing">–</td>` : html`<td dir="auto" data-head="${head}">${value}</td>`;
}

/** Returns what the box is called in which a table scrolls: not as the section, which is a place of its own. */
export function tableName(name: string, lang: Lang): string {
  return lang === "ja" ? `${name}の表` : `${name}, a table`;
}
