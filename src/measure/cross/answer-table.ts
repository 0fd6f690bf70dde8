import { YoronError } from "../../model/error.ts";
import { attributeTable } from "../../tables/attributes.ts";
import { commentTable } from "../../tables/comments.ts";
import { need } from "../../tables/need.ts";
import { CLAIMS, OPINIONS } from "../../tables/opinion-schemas.ts";
import type { Cell, Column } from "../../tables/schema.ts";
import { sideTable } from "../../tables/sides.ts";
import { Table } from "../../tables/table.ts";
import { CODES } from "../codes/code-table.ts";

/** What a comment's answer may be, beside columns of the table of comments and attributes of the source. */
export const ANSWERS = ["code", "opinion", "tone", "side"] as const;

/** Before the name of an attribute that is called like something else: `attribute:tone`. */
const ATTRIBUTE = "attribute:";

type Tables = (name: string) => Table;
type Key = string;

const who = "a table of answers";

/**
 * Returns a row a comment with its answers of each kind: what `crossTable` counts. `tables` gives the tables of the analyses.
 *
 * A kind is `code` and `opinion` (lists: a comment may hold several), `tone`, `side`, a column of the table of comments, or an
 * attribute of the source (`年代`, or `attribute:年代`). Null is where the source or the machine tells none. Throws `unknown-column`
 * for what is none of these, `bad-value` for sides toward several propositions.
 *
 * @example
 * const answers = answerTable((name) => tableNamed(name).project(analysis), ["tone", "opinion"]);
 * crossTable(answers, { rows: "opinion", columns: "tone" });
 */
export function answerTable(tables: Tables, kinds: readonly string[]): Table {
  const comments = tables("comments");
  const keys = [...need(who, comments, commentTable.schema, ["discussion", "id"])];
  const made = kinds.map((kind) => [kind, answersOf(kind, tables, comments)] as const);
  const rows = keys.map(({ discussion, id }) => ({
    discussion,
    unit: id,
    ...Object.fromEntries(made.map(([kind, answer]) => [kind, answer(`${discussion}/${id}`)])),
  }));
  const named: Column[] = [
    { name: "discussion", type: "string", nullable: false, meaning: "the discussion's id" },
    { name: "unit", type: "string", nullable: false, meaning: "the comment", key: "comments.id" },
  ];
  const columns: Column[] = [
    ...named,
    ...kinds.map((name): Column => {
      const isList = name === "code" || name === "opinion";
      return isList
        ? { name, type: "list", items: "string", nullable: false, meaning: "that the comment holds" }
        : { name, type: "string", meaning: "of the comment" };
    }),
  ];
  return Table.from({ name: "answers", description: "What each comment answers.", columns }, rows) as unknown as Table;
}

function answersOf(kind: string, tables: Tables, comments: Table): (key: Key) => Cell {
  if (kind === "code") {
    return listed(need(who, tables("codes"), CODES, ["discussion", "unit", "code"]), ({ code }) => [code]);
  }
  if (kind === "opinion") {
    const labels = new Map(
      [...need(who, tables("opinions"), OPINIONS, ["id", "label"])].map((row) => [row.id, row.label]),
    );
    const claims = need(who, tables("claims"), CLAIMS, ["discussion", "unit", "opinion", "alsoOpinion"]);
    return listed(claims, ({ opinion, alsoOpinion }) =>
      // Ids tell opinions of one label apart.
      [opinion, alsoOpinion].flatMap((id) => (id === null ? [] : [`${id} ${labels.get(id) ?? ""}`.trim()])),
    );
  }
  if (kind === "side") return sides(tables("sides"));
  const name = kind === "tone" ? "sentimentLabel" : kind;
  if (comments.has(name)) {
    const ids = [...need(who, comments, commentTable.schema, ["discussion", "id"])];
    const cells = comments.column(name) as readonly Cell[];
    return single(ids.map(({ discussion, id }, i) => [`${discussion}/${id}`, cells[i] ?? null]));
  }
  const attributes = [
    ...need(who, tables("attributes"), attributeTable.schema, ["discussion", "unit", "name", "value"]),
  ];
  const attribute = kind.startsWith(ATTRIBUTE) ? kind.slice(ATTRIBUTE.length) : kind;
  const own = attributes.filter((row) => row.name === attribute);
  if (own.length > 0) return single(own.map(({ discussion, unit, value }) => [`${discussion}/${unit}`, value]));
  const known = [
    ...ANSWERS,
    ...new Set(attributes.map((row) => row.name)),
    ...comments.columns.map((column) => column.name),
  ];
  throw new YoronError({
    code: "unknown-column",
    what: "no kind of answers, column of comments or attribute of the source is",
    value: attribute,
    next: `there are: ${known.join(", ")}`,
  });
}

function sides(table: Table): (key: Key) => Cell {
  const rows = [...need(who, table, sideTable.schema, ["discussion", "unit", "proposition", "side"])];
  const propositions = [...new Set(rows.map(({ proposition }) => proposition))];
  if (propositions.length > 1) {
    throw new YoronError({
      code: "bad-value",
      what: "a cross table takes sides toward one proposition; there are",
      value: propositions,
      next: "give one",
    });
  }
  return single(rows.map(({ discussion, unit, side }) => [`${discussion}/${unit}`, side]));
}

function single(cells: readonly (readonly [Key, Cell])[]): (key: Key) => Cell {
  const known = new Map(cells);
  return (key) => {
    const cell = known.get(key) ?? null;
    return cell === null || typeof cell === "string" ? cell : String(cell);
  };
}

function listed<R extends { readonly discussion: string; readonly unit: string }>(
  rows: Iterable<R>,
  answers: (row: R) => readonly string[],
): (key: Key) => Cell {
  const known = new Map<Key, Set<string>>();
  for (const row of rows) {
    const key = `${row.discussion}/${row.unit}`;
    const own = known.get(key) ?? new Set<string>();
    known.set(key, own);
    for (const answer of answers(row)) own.add(answer);
  }
  return (key) => [...(known.get(key) ?? [])];
}
