import type { Link } from "../../model/discussion.ts";
import { countOrNull, type JsonObject, objectsOf } from "../json.ts";
import { textAt, valueAt } from "./where.ts";

/** Returns the links of a text whose places are counted in bytes of UTF-8, as Bluesky's facets are. */
export function byteLinks(text: string, facets: readonly JsonObject[]): Link[] {
  const wanted: { from: number; to: number; url: string }[] = [];
  for (const facet of facets) {
    const from = countOrNull(valueAt(facet, "index.byteStart"));
    const to = countOrNull(valueAt(facet, "index.byteEnd"));
    const url = objectsOf(facet.features)
      .map((one) => textAt(one, "uri"))
      .find((uri) => uri !== null && /^https?:\/\//i.test(uri));
    if (from !== null && to !== null && from < to && url) wanted.push({ from, to, url });
  }
  if (wanted.length === 0) return [];
  const places = placesOf(text, new Set(wanted.flatMap(({ from, to }) => [from, to])));
  return wanted.flatMap(({ from, to, url }) => {
    const [start, end] = [places.get(from), places.get(to)];
    return start === undefined || end === undefined ? [] : [{ start, end, url }];
  });
}

/**
 * Returns, after one pass through a text, where each of the wanted bytes is in UTF-16; one inside a character is
 * nowhere.
 */
function placesOf(text: string, wanted: ReadonlySet<number>): Map<number, number> {
  const places = new Map<number, number>();
  let bytes = 0;
  let at = 0;
  for (const character of text) {
    if (wanted.has(bytes)) places.set(bytes, at);
    const code = character.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    at += character.length;
  }
  if (wanted.has(bytes)) places.set(bytes, at);
  return places;
}
