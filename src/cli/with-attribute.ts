import { type Analysis, attributeTable, type Table } from "../index.ts";
import { usageError } from "./usage-error.ts";

/**
 * Returns a table of comments with an attribute of the source (年代, 地区) as a column, unless it has a column of that name.
 * Throws for a name that is neither.
 */
export function withAttribute(comments: Table, name: string, analyses: readonly Analysis[]): Table {
  if (comments.has(name)) return comments;
  const attributes = attributeTable(analyses);
  const values = new Map(
    attributes
      .filter((row) => row.name === name)
      .toRows()
      .map(({ discussion, unit, value }) => [`${discussion}/${unit}`, value]),
  );
  if (values.size === 0) {
    const known = [...comments.columns.map((column) => column.name), ...new Set(attributes.column("name"))];
    throw usageError("neither a column of the comments nor an attribute is", name, `there are: ${known.join(", ")}`);
  }
  return comments.derive({
    [name]: ({ discussion, id }) => values.get(`${discussion}/${id}`) ?? null,
  }) as unknown as Table;
}
