import { need } from "../../tables/need.ts";
import { CLAIMS, OPINIONS } from "../../tables/opinion-schemas.ts";
import { defineSchema } from "../../tables/schema.ts";
import { type RowOf, Table } from "../../tables/table.ts";

/** The columns that the chart reads. */
export const opinionPlaceSchema = defineSchema({
  name: "opinionPlaces",
  description: "A claim's place on the map of opinions: a dot in the circle of its opinion.",
  columns: [
    { name: "discussion", type: "string", nullable: false, meaning: "the discussion's id" },
    { name: "unit", type: "string", nullable: false, meaning: "the comment" },
    { name: "start", type: "integer", nullable: false, meaning: "where the claim begins" },
    { name: "end", type: "integer", nullable: false, meaning: "where it ends" },
    { name: "text", type: "string", nullable: false, meaning: "its words" },
    { name: "opinion", type: "string", nullable: false, meaning: "its opinion", key: "opinions.id" },
    { name: "parent", type: "string", meaning: "the group of that opinion" },
    { name: "label", type: "string", nullable: false, meaning: "the opinion's words" },
    { name: "x", type: "number", nullable: false, meaning: "place of the dot; the axis means nothing" },
    { name: "y", type: "number", nullable: false, meaning: "likewise" },
    { name: "centerX", type: "number", nullable: false, meaning: "middle of the opinion's circle" },
    { name: "centerY", type: "number", nullable: false, meaning: "likewise" },
    { name: "radius", type: "number", nullable: false, meaning: "of the circle; its area is the number of claims" },
  ],
});

/** A claim's place on the map. */
export type OpinionPlace = RowOf<typeof opinionPlaceSchema.columns>;

/** A circle with a label above it, as a box that no other may overlap. */
interface Circle {
  x: number;
  y: number;
  readonly radius: number;
  readonly halfWidth: number;
}

/** Room above a circle for its label, and between circles. */
const LABEL = 5;
const GAP = 1.5;
/** The map's width; it grows downward. */
const WIDTH = 130;
/** Half the room of a full-width character of a label, and the most characters that are written. */
const HALF_CHARACTER = 1.02;
const MOST_CHARACTERS = 14;
/** Turn from one dot to the next: seeds of a sunflower, which fill a circle evenly (Vogel 1979). */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/**
 * Returns where claims lie on a map of opinions: each of the largest opinions is a circle whose area is its number of claims, like ones near
 * one another, none over another or its label; the claims fill it in the order of the page. `other` is left out.
 *
 * @example
 * opinionMapChart(opinionPlaces(opinionTable(analysis), claimTable(analysis)));
 */
export function opinionPlaces(
  opinions: Table,
  claims: Table,
  { most = 40 }: { readonly most?: number } = {},
): Table<OpinionPlace> {
  const known = new Map<string, { parent: string | null; label: string; x: number; y: number }>();
  const columns = ["id", "parent", "label", "x", "y"] as const;
  for (const { id, parent, label, x, y } of need("a map of opinions", opinions, OPINIONS, columns))
    if (x !== null && y !== null) known.set(id, { parent, label, x, y });
  const inside = new Map([...known.keys()].map((id) => [id, [] as ClaimPlace[]]));
  const wanted = ["discussion", "unit", "start", "end", "text", "opinion"] as const;
  for (const row of need("a map of opinions", claims, CLAIMS, wanted))
    if (row.opinion !== null) inside.get(row.opinion)?.push(row);
  // The table has the opinions by size.
  const ids = [...known.keys()].filter((id) => inside.get(id)!.length > 0).slice(0, most);
  const circles = ids.map((id): Circle => {
    const radius = 1.1 * Math.sqrt(inside.get(id)!.length);
    const { x, y, label } = known.get(id)!;
    const halfWidth = Math.max(radius, HALF_CHARACTER * charactersOf(label)) + GAP / 2;
    return { x: halfWidth + x * (WIDTH - 2 * halfWidth), y: y * 60, radius, halfWidth };
  });
  pushApart(circles);
  return Table.from(
    opinionPlaceSchema,
    ids.flatMap((id, k) => {
      const { x, y, radius } = circles[k]!;
      const own = inside.get(id)!;
      const { parent, label } = known.get(id)!;
      return own.map(({ discussion, unit, start, end, text }, n) => {
        const away = radius * 0.92 * Math.sqrt((n + 0.5) / own.length);
        const dot = { x: round(x + away * Math.cos(n * GOLDEN)), y: round(y + away * Math.sin(n * GOLDEN)) };
        return {
          discussion,
          unit,
          start,
          end,
          text,
          opinion: id,
          parent,
          label,
          ...dot,
          centerX: round(x),
          centerY: round(y),
          radius: round(radius),
        };
      });
    }),
  );
}

type ClaimPlace = Pick<OpinionPlace, "discussion" | "unit" | "start" | "end" | "text">;

/** Moves circles until none lies over another: each pair that does along the way that is shorter. */
function pushApart(circles: readonly Circle[]): void {
  for (let round = 0; round < 400; round++) {
    let moved = false;
    for (const [i, a] of circles.entries()) {
      for (const b of circles.slice(0, i)) {
        const overX = a.halfWidth + b.halfWidth - Math.abs(a.x - b.x);
        const overY = a.radius + b.radius + LABEL + GAP - Math.abs(a.y - b.y);
        if (overX <= 0 || overY <= 0) continue;
        moved = true;
        // Equal places part by their order.
        const tight = round > 150 || a.halfWidth + b.halfWidth > WIDTH / 2;
        if (overX < overY * 1.6 && !tight) shift(a, b, "x", overX);
        else shift(a, b, "y", overY);
      }
    }
    if (!moved) return;
  }
}

function shift(a: Circle, b: Circle, axis: "x" | "y", by: number): void {
  const half = (a[axis] >= b[axis] ? 1 : -1) * (by / 2 + 0.05);
  a[axis] += half;
  b[axis] -= half;
  if (axis === "y") return;
  for (const one of [a, b]) one.x = Math.min(WIDTH - one.halfWidth, Math.max(one.halfWidth, one.x));
}

/** Returns how many full-width characters of a label are written, narrow ones being about half. */
function charactersOf(label: string): number {
  let width = 0;
  for (const character of label) width += (character.codePointAt(0) ?? 0) < 0x2000 ? 0.6 : 1;
  return Math.min(MOST_CHARACTERS, width);
}

const round = (value: number): number => Number(value.toFixed(2));
