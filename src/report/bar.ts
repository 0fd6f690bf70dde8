import { type Html, html } from "./html.ts";

/** A part of a bar. */
export interface BarPart {
  /** A class of the style sheet that colours it. */
  readonly kind: string;
  /** In [0, 1], of the whole width. */
  readonly share: number;
}

/**
 * Returns a small bar of parts side by side, with the line of an interval where there is one. It repeats figures that stand
 * beside it, so that it is hidden from those who hear the page.
 */
export function bar(parts: readonly BarPart[], interval?: { readonly low: number; readonly high: number }): Html {
  let from = 0;
  const drawn = parts.map(({ kind, share }) => {
    const x = from;
    from += share;
    return share <= 0
      ? ""
      : html`<rect class="${kind}"${x === 0 ? "" : html` x="${part(x)}"`} width="${part(share)}"/>`;
  });
  const line =
    interval === undefined
      ? ""
      : html`<line class="interval" x1="${part(interval.low)}" x2="${part(interval.high)}" y1="5" y2="5"/>`;
  return html`<svg class="bar" aria-hidden="true">${drawn}${line}</svg>`;
}

/** Returns the place of a value in [-1, 1] with its interval, on a line from dark to bright. */
export function dot(value: number, interval: { readonly low: number; readonly high: number }, kind: string): Html {
  const at = (score: number) => part((Math.max(-1, Math.min(1, score)) + 1) / 2);
  return html`<svg class="bar dot" aria-hidden="true"><line class="axis" x1="50%" x2="50%" y1="0" y2="10"/><line class="interval" x1="${at(interval.low)}" x2="${at(interval.high)}" y1="5" y2="5"/><circle class="${kind}" cx="${at(value)}" cy="5" r="4"/></svg>`;
}

const part = (share: number): string => `${Math.round(share * 1000) / 10}%`;
