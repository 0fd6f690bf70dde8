import type { VegaSpec } from "../charts/render.ts";

/** How Vega-Lite writes a field of a tooltip; the page's tooltip shows any value, and passes over what is missing. */
const TOLD = /isValid\((datum\["[^"]*"\])\) \? isArray\(\1\) \? join\(\1, '\\n'\) : \1 : ""\+\1/gu;
/** What is said of a mark to those who do not see it: the page says it itself, mark by mark. */
const DESCRIPTION = new Set(["description", "ariaRoleDescription"]);

/** Returns a compiled spec without what the page does itself: two thirds of it are words for tooltips and descriptions. */
export function slimSpec(spec: VegaSpec): VegaSpec {
  const { title: _, ...rest } = spec;
  return slim(rest) as VegaSpec;
}

function slim(value: unknown): unknown {
  if (typeof value === "string") return value.replace(TOLD, "$1");
  if (Array.isArray(value)) return value.map(slim);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      if (key === "values") return [[key, inner]];
      if (key === "update") return [[key, slim(withoutDescription(inner as object))]];
      return [[key, slim(inner)]];
    }),
  );
}

function withoutDescription(encoding: object): object {
  return Object.fromEntries(Object.entries(encoding).filter(([channel]) => !DESCRIPTION.has(channel)));
}
