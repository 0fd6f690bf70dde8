import type { Face } from "./faces.ts";

/** Strength of a rating of one to five stars; three say nothing. */
const STRENGTHS = [0, -1, -0.7, 0, 0.7, 1] as const;
const RATING =
  /(?<![★☆])([★☆]{5})(?![★☆])|(?<![三二一つツ])(?:星|[★☆])\s*([1-5１-５])(?!\s*[-~〜.,．\d])(?:つ|個|です|。|!|！|$)/gu;

/** Returns ratings in stars in `[start, end)` of a text: ★★☆☆☆, 星1つ. */
export function findStars(text: string, start: number, end: number): Face[] {
  const found: Face[] = [];
  for (const match of text.slice(start, end).matchAll(RATING)) {
    const count =
      match[1] === undefined ? Number(match[2]!.normalize("NFKC")) : [...match[1]].filter((c) => c === "★").length;
    const value = STRENGTHS[count]!;
    if (value === 0) continue;
    const at = start + match.index;
    found.push({ start: at, end: at + match[0].length, value, emotion: 0, what: "stars" });
  }
  return found;
}

/** Whether a text may hold such ratings, which is cheaper to ask of it as a whole. */
export function mayHoldStars(text: string): boolean {
  return text.includes("★") || text.includes("☆") || text.includes("星");
}
