import type { Chart } from "../charts/chart.ts";
import { renderSvg } from "../charts/render.ts";
import { Html } from "./html.ts";

/** What a picture inside the page need not repeat on every mark: the style sheet gives the fonts, the figure the words. */
const REPEATED =
  / (?:xmlns(?::xlink)?|version|font-family|aria-\w+|role|pointer-events|opacity="1"|transform="translate\(0,0\)")(?:="[^"]*")?(?=[ />])/gu;
/** Vega's empty grounds, and the groups left without anything. */
const EMPTY = /<path class="(?:back|fore)ground"[^>]*\/>|<g(?: class="[^"]*")?><\/g>/gu;

/** Elements without children that stand together, and what each inherits from their group as well. */
const LEAVES = /<g([^>]*)>((?:<(?:path|line|rect|text)\b[^>]*(?:\/>|>[^<]*<\/(?:path|line|rect|text)>)){3,})<\/g>/gu;
const INHERITED = /^ (?:fill|stroke|font|text)[a-z-]*="/u;
const ATTRIBUTE = / [\w:-]+="[^"]*"/gu;

/** Names of what cuts marks off; Vega counts them through all charts that were ever drawn. */
const CLIP = /(?<= id="|url\(#)clip\d+/gu;

/** Hundredths of a pixel that nobody sees. */
const FINE = /-?\d+\.\d{2,}(?:e-?\d+)?/gu;

/**
 * Returns a chart as the SVG that a reader without JavaScript sees, inside `<noscript>`.
 *
 * Without title (the page shows it) and slim; Vega escapes every text, and no text of the data stands in an attribute.
 */
export async function stillPicture({ title, spec, ...chart }: Chart): Promise<Html> {
  const { title: _, config, ...rest } = spec as { readonly title?: unknown; readonly config?: object };
  const svg = await renderSvg({ ...chart, title, spec: { ...rest, config: { ...config, aria: false } } });
  const clips = new Map<string, string>();
  const ownClip = (clip: string) => {
    if (!clips.has(clip)) clips.set(clip, `${chart.name}-${clips.size + 1}`);
    return clips.get(clip)!;
  };
  const slim = svg.replace(/<[^>]+>/gu, (tag) =>
    tag
      .replace(REPEATED, "")
      .replace(CLIP, ownClip)
      .replace(FINE, (number) => String(Math.round(Number(number) * 10) / 10)),
  );
  return new Html(slim.replace(EMPTY, "").replace(EMPTY, "").replace(LEAVES, onceForAll));
}

/** Writes an attribute that all leaves of a group share on the group. */
function onceForAll(whole: string, own: string, leaves: string): string {
  const tags = leaves.match(/<(?!\/)[^>]+>/gu) ?? [];
  const [first = ""] = tags;
  const shared = (first.match(ATTRIBUTE) ?? []).filter(
    (attribute) =>
      INHERITED.test(attribute) &&
      !own.includes(attribute.slice(0, attribute.indexOf("=") + 1)) &&
      tags.every((tag) => tag.includes(attribute)),
  );
  if (shared.length === 0) return whole;
  const slim = leaves.replace(/<(?!\/)[^>]+>/gu, (tag) =>
    shared.reduce((rest, attribute) => rest.replace(attribute, ""), tag),
  );
  return `<g${own}${shared.join("")}>${slim}</g>`;
}
