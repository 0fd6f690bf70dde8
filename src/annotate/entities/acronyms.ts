import { labelsWhere } from "../../model/labels.ts";
import { plain } from "./plain-name.ts";
import type { EntitySpan } from "./span.ts";
import type { EntityWeights } from "./words.ts";

const BRACKETED = /^[(（]([A-Z][A-Za-z0-9&.-]{1,9})[)）]/;

/**
 * Reads `long name(ACRONYM)` and `ACRONYM(long name)`: adds the acronym as a mention and pairs both forms.
 *
 * `pairs` leads from the short form to the long one.
 */
export function findAcronyms(
  text: string,
  spans: readonly EntitySpan[],
  { acronym }: EntityWeights,
): { spans: EntitySpan[]; pairs: Map<string, string> } {
  const result: EntitySpan[] = [];
  const pairs = new Map<string, string>();
  for (let i = 0; i < spans.length; i++) {
    const span = spans[i]!;
    result.push(span);
    if (!NAMED.has(span.label)) continue;
    const short = BRACKETED.exec(text.slice(span.end, span.end + 14));
    const next = spans[i + 1];
    if (short !== null) {
      const start = span.end + 1;
      const end = start + short[1]!.length;
      if (!/[A-Za-z]/.test(text.slice(span.start, span.end)))
        pairs.set(plain(short[1]!), text.slice(span.start, span.end));
      if (next === undefined || next.start >= end)
        result.push({ start, end, label: span.label, by: "acronym", confidence: acronym });
      else if (next.start === start && next.end === end && next.label !== span.label) {
        result.push({ ...next, label: span.label, by: "acronym" });
        i++;
      }
    } else if (
      next !== undefined &&
      next.label === span.label &&
      next.start === span.end + 1 &&
      /[(（]/.test(text[span.end]!) &&
      /[)）]/.test(text[next.end] ?? "")
    ) {
      const [first, second] = [text.slice(span.start, span.end), text.slice(next.start, next.end)];
      if (/^[A-Z][A-Za-z0-9&.-]{1,9}$/.test(first)) pairs.set(plain(first), second);
    }
  }
  return { spans: result, pairs };
}

const NAMED = labelsWhere(({ shortens }) => shortens);
