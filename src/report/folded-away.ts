import { type Html, html } from "./html.ts";

/**
 * Returns what is one click behind: the words of the summary, and what opens.
 *
 * It stands in a `noscript`, from which the script makes nodes when it is opened: a page of many pages stays light. What opens
 * holds no `noscript` of its own.
 */
export function foldedAway(summary: string, body: Html | readonly Html[]): Html {
  return html`<details class="lazy"><summary>${summary}</summary><noscript class="rest">${body}</noscript></details>`;
}
