import type { Range } from "../model/span.ts";
import { type Html, html } from "./html.ts";

/** Something marked in a text: which class it wears, what it leads to, what it says when pointed at. */
export interface Mark extends Range {
  /** `en` entity, `qu` quotation, `re` reference, `ci` citation, `se` sentiment … */
  readonly className: string;
  /** Name of the entity that a click filters by. */
  readonly entity?: string;
  /** Element id that a click goes to. */
  readonly goto?: string;
  readonly title?: string;
}

/**
 * Returns a text with marks in place; marks may overlap: the text is cut at every edge and each piece wears all its
 * marks.
 *
 * The text content of the result is the text itself, unit for unit, so that offsets can be found again in the browser.
 */
export function markedText(text: string, marks: readonly Mark[]): Html {
  const inside = marks
    .filter(({ start, end }) => start < end && start >= 0 && end <= text.length)
    .map((mark) => ({ ...mark, start: edge(text, mark.start, -1), end: edge(text, mark.end, 1) }));
  if (inside.length === 0) return html`${text}`;
  const edges = [...new Set([0, text.length, ...inside.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  const opening = [...inside].sort((a, b) => a.start - b.start);
  let next = 0;
  let open: Mark[] = [];
  const pieces = edges.slice(0, -1).map((start, i) => {
    const end = edges[i + 1]!;
    open = open.filter((mark) => mark.end > start);
    while (next < opening.length && opening[next]!.start <= start) open.push(opening[next++]!);
    return piece(text.slice(start, end), open);
  });
  return html`${pieces}`;
}

/** Returns an edge, moved where it would part a pair of surrogates: half a character cannot stand in HTML. */
function edge(text: string, at: number, step: 1 | -1): number {
  return /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1)) ? at + step : at;
}

function piece(words: string, marks: readonly Mark[]): Html {
  if (marks.length === 0) return html`${words}`;
  const classes = [...new Set(marks.map(({ className }) => className))].join(" ");
  const entity = marks.find((mark) => mark.entity !== undefined)?.entity;
  const goto = marks.find((mark) => mark.goto !== undefined)?.goto;
  const title = [...new Set(marks.flatMap((mark) => mark.title ?? []))].join("\n");
  return html`<span class="${classes}"${entity === undefined ? "" : html` data-e="${entity}"`}${goto === undefined ? "" : html` data-g="${goto}"`}${title === "" ? "" : html` title="${title}"`}>${words}</span>`;
}
