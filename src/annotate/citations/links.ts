import type { Link } from "../../model/discussion.ts";
import type { Citation } from "../../model/layers.ts";
import { overlaps, type Range } from "../../model/span.ts";
import { languageOf } from "./language.ts";
import type { CitationResources, Outlet } from "./resources.ts";

const URL_PATTERN = /h?ttps?:\/\/[^\s<>"「」『』（）、。]+/g;

/** Returns the links and bare URLs that no labelled line has taken already. */
export function linkCitations(
  unit: { readonly id: string; readonly text: string },
  links: readonly Link[],
  taken: readonly Range[],
  { outlets }: CitationResources,
): Citation[] {
  const anchored = links.filter((link) => !taken.some((range) => overlaps(range, link)));
  const bare = [...unit.text.matchAll(URL_PATTERN)]
    .map(({ 0: url, index }) => ({ start: index, end: index + url.length, url: url.startsWith("h") ? url : `h${url}` }))
    .filter((range) => ![...taken, ...links].some((other) => overlaps(other, range)));
  return [...anchored, ...bare]
    .filter(({ start, end }) => end > start)
    .map(({ start, end, url }) => {
      const text = unit.text.slice(start, end);
      const named = /^h?ttps?:/.test(text) ? null : text;
      return {
        unit: unit.id,
        start,
        end,
        text,
        role: "link" as const,
        title: named,
        outlet: outletOf(url, outlets),
        holder: null,
        licence: null,
        language: named === null ? null : languageOf(named),
        url,
        confidence: 1,
        by: named === null ? "bare url" : "link",
      };
    });
}

function outletOf(url: string, outlets: ReadonlyMap<string, Outlet>): string | null {
  const host = /^https?:\/\/(?:www\.)?([^/:?#]+)/.exec(url)?.[1];
  const label = host?.split(".")[0];
  if (label === undefined) return null;
  for (const written of [label, label.toUpperCase(), label[0]!.toUpperCase() + label.slice(1)]) {
    const outlet = outlets.get(written);
    if (outlet !== undefined) return outlet.name;
  }
  return null;
}
