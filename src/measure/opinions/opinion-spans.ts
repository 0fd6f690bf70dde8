import { need } from "../../tables/need.ts";
import { CLAIMS, OPINIONS } from "../../tables/opinion-schemas.ts";
import { defineSchema } from "../../tables/schema.ts";
import { type RowOf, Table } from "../../tables/table.ts";
import { groupBy } from "../../words/group-by.ts";

const SCHEMA = defineSchema({
  name: "opinionSpans",
  description: "An opinion with the places of all its claims.",
  columns: [
    ...OPINIONS.columns,
    { name: "unitKeys", type: "list", items: "string", nullable: false, meaning: "`discussion/unit` of its comments" },
    {
      name: "spans",
      type: "list",
      items: "string",
      nullable: false,
      meaning: "`discussion/unit:start-end` of its claims",
    },
  ],
});

/** An opinion with the places of all its claims. */
export type OpinionSpans = RowOf<typeof SCHEMA.columns>;

/**
 * Returns the opinions with the places of all their claims, which lead from a mark of a chart to the words.
 *
 * @example
 * opinionChart(opinionSpans(opinionTable(analysis), claimTable(analysis)));
 */
export function opinionSpans(opinions: Table, claims: Table): Table<OpinionSpans> {
  const places = new Map<string, { units: Set<string>; spans: string[] }>();
  const columns = ["discussion", "unit", "start", "end", "opinion", "alsoOpinion"] as const;
  for (const row of need("places of opinions", claims, CLAIMS, columns)) {
    const unit = `${row.discussion}/${row.unit}`;
    for (const opinion of [row.opinion, row.alsoOpinion]) {
      if (opinion === null) continue;
      const key = `${row.discussion}\t${opinion}`;
      const place = places.get(key) ?? { units: new Set<string>(), spans: [] };
      places.set(key, place);
      place.units.add(unit);
      place.spans.push(`${unit}:${row.start}-${row.end}`);
    }
  }
  const all = [
    ...need(
      "places of opinions",
      opinions,
      OPINIONS,
      OPINIONS.columns.map(({ name }) => name),
    ),
  ];
  const under = groupBy(all, ({ discussion, parent }) => `${discussion}\t${parent}`);
  return Table.from(
    SCHEMA,
    all.map((row) => {
      const ids = row.id.startsWith("g")
        ? (under.get(`${row.discussion}\t${row.id}`) ?? []).map(({ id }) => id)
        : [row.id];
      const own = ids.flatMap((id) => places.get(`${row.discussion}\t${id}`) ?? []);
      return {
        ...row,
        unitKeys: [...new Set(own.flatMap(({ units }) => [...units]))],
        spans: [...new Set(own.flatMap(({ spans }) => spans))],
      };
    }),
  );
}
