import { projection, SPAN_COLUMNS, WHY_COLUMNS } from "./projection.ts";

/**
 * The table of dates, times and periods in the text, resolved where something anchors them.
 *
 * @example
 * dateTable(analysis).column("value"); // ["2022-09-14", null, …]
 */
export const dateTable = projection(
  {
    name: "dates",
    description: "A date, time or period in the text.",
    columns: [
      ...SPAN_COLUMNS,
      { name: "value", type: "string", meaning: "ISO 8601 or an interval a/b; null where nothing anchors it" },
      {
        name: "precision",
        type: "string",
        nullable: false,
        meaning: "day, part, month, season, year …; vague: no calendar bounds it",
      },
      { name: "from", type: "string", meaning: "text, published, posted or context: what it was resolved from" },
      ...WHY_COLUMNS,
    ],
  },
  function* ({ discussion, dates }) {
    for (const date of dates) yield { discussion: discussion.id, ...date };
  },
);
