import type { Row } from "../tables/table.ts";
import { COLORS, TEXT_COLORS } from "./colors.ts";
import { CONFIG } from "./theme.ts";

export interface Heading {
  readonly discussion: string;
  readonly line: number;
}

/** Where several discussions follow each other, the line on which each is named. */
export function headings(kept: readonly Row[]): readonly Heading[] {
  const found: Heading[] = [];
  for (const [index, { discussion }] of kept.entries()) {
    if (index > 0 && kept[index - 1]!.discussion === discussion) continue;
    found.push({ discussion: String(discussion), line: index + found.length });
  }
  return found.length < 2 ? [] : found;
}

/** Returns the layers of the names, and of a line above each but the first. */
export function headingLayers(values: readonly object[], y: object): readonly Record<string, unknown>[] {
  const text = { type: "text", align: "left", x: 0, fontSize: 12, fontWeight: 700, font: CONFIG.title.font };
  return [
    {
      data: { values: values.slice(1) },
      mark: { type: "rule", color: COLORS.quiet, strokeWidth: 0.8 },
      encoding: { y: { ...y, field: "above" } },
    },
    {
      data: { values },
      mark: { ...text, color: TEXT_COLORS.title, limit: { expr: "width" } },
      encoding: { y: { ...y, field: "line" }, text: { field: "name" } },
    },
  ];
}
