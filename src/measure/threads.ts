import { median } from "simple-statistics";
import { commentTable } from "../tables/comments.ts";
import { need } from "../tables/need.ts";
import { defineSchema } from "../tables/schema.ts";
import { type RowOf, Table } from "../tables/table.ts";
import { type DefaultNames, loadDefaultNames, personOf } from "./people.ts";

const SCHEMA = defineSchema({
  name: "threads",
  description: "A thread: a comment at the top level and all that answers it.",
  columns: [
    { name: "discussion", type: "string", nullable: false, meaning: "the discussion's id" },
    { name: "root", type: "string", nullable: false, meaning: "the comment at its top" },
    { name: "size", type: "integer", nullable: false, unit: "comments", meaning: "comments, the top one with them" },
    { name: "depth", type: "integer", nullable: false, meaning: "levels below the top" },
    { name: "width", type: "integer", nullable: false, unit: "comments", meaning: "most comments at one level" },
    {
      name: "branching",
      type: "number",
      unit: "comments",
      meaning: "mean number of direct replies of those that have any",
    },
    {
      name: "people",
      type: "integer",
      nullable: false,
      unit: "people",
      meaning: "different names; default names and blanks are nobody",
    },
    {
      name: "nobody",
      type: "integer",
      nullable: false,
      unit: "comments",
      meaning: "comments under no name or a default name",
    },
    {
      name: "selfReplies",
      type: "number",
      unit: "[0, 1]",
      meaning: "share of the replies between named people that answer oneself",
    },
    {
      name: "firstAnswer",
      type: "number",
      unit: "minutes",
      meaning: "from the top comment to its first reply, where the page gives minutes",
    },
    { name: "up", type: "integer", unit: "votes", meaning: "sum of the votes shown; null where none is shown" },
    { name: "units", type: "list", items: "string", nullable: false, meaning: "`discussion/unit` of its comments" },
  ],
});

/** A thread, and what it looks like. */
export type ThreadRow = RowOf<typeof SCHEMA.columns>;

const NEEDED = ["discussion", "id", "replyTo", "author", "posted", "up"] as const;
type Post = Pick<RowOf<typeof commentTable.schema.columns>, (typeof NEEDED)[number]>;

/**
 * Returns the shape of each thread: size, depth, width, branching, people, and time to the first answer.
 *
 * A reply whose parent is not on the page begins a thread of its own.
 *
 * @example
 * threads(commentTable(analysis)).column("size"); // [1, 2, 3, …]
 */
export function threads(
  comments: Table,
  { defaultNames = loadDefaultNames() }: { readonly defaultNames?: DefaultNames } = {},
): Table<ThreadRow> {
  const known = need("threads", comments, commentTable.schema, [...NEEDED]);
  const rows = new Map([...known].map((row) => [`${row.discussion}/${row.id}`, row]));
  const groups = new Map<string, Member[]>();
  const place = new Map<string, { root: string; level: number }>();
  for (const [key, row] of rows) {
    const parent = row.replyTo === null ? undefined : place.get(`${row.discussion}/${row.replyTo}`);
    const at = parent === undefined ? { root: key, level: 0 } : { root: parent.root, level: parent.level + 1 };
    place.set(key, at);
    const members = groups.get(at.root) ?? [];
    if (members.length === 0) groups.set(at.root, members);
    members.push({
      key,
      row,
      level: at.level,
      parent: at.level === 0 ? null : rows.get(`${row.discussion}/${row.replyTo}`)!,
    });
  }
  return Table.from(
    SCHEMA,
    [...groups.values()].map((members) => describe(members, defaultNames)),
  );
}

interface Member {
  readonly key: string;
  readonly row: Post;
  readonly level: number;
  readonly parent: Post | null;
}

function describe(members: readonly Member[], defaults: DefaultNames) {
  const [top] = members as readonly [Member];
  const levels: number[] = [];
  const answers = new Map<string, number>();
  const people = new Set<string>();
  let [nobody, named, self] = [0, 0, 0];
  for (const { row, level, parent } of members) {
    levels[level] = (levels[level] ?? 0) + 1;
    const person = personOf(row.author, defaults);
    if (person === null) nobody++;
    else people.add(person);
    if (parent === null) continue;
    answers.set(parent.id, (answers.get(parent.id) ?? 0) + 1);
    const answered = personOf(parent.author, defaults);
    if (person === null || answered === null) continue;
    named++;
    if (person === answered) self++;
  }
  const shown = members.flatMap(({ row }) => (typeof row.up === "number" ? [row.up] : []));
  const waits = members.flatMap(({ row, level }) =>
    level === 1 ? (minutesBetween(top.row.posted, row.posted) ?? []) : [],
  );
  return {
    discussion: top.row.discussion,
    root: top.row.id,
    size: members.length,
    depth: levels.length - 1,
    width: Math.max(...levels),
    branching: answers.size === 0 ? null : (members.length - 1) / answers.size,
    people: people.size,
    nobody,
    selfReplies: named === 0 ? null : self / named,
    firstAnswer: waits.length === 0 ? null : Math.min(...waits),
    up: shown.length === 0 ? null : shown.reduce((sum, up) => sum + up, 0),
    units: members.map(({ key }) => key),
  };
}

function minutesBetween(from: string | null, to: string | null): number | null {
  const minute = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
  const [a, b] = [minute.exec(String(from))?.[0], minute.exec(String(to))?.[0]];
  if (a === undefined || b === undefined) return null;
  return Math.max(0, (Date.parse(`${b}Z`) - Date.parse(`${a}Z`)) / 60_000);
}

const SHAPE = defineSchema({
  name: "threadShape",
  description: "The threads of one discussion summed up.",
  columns: [
    { name: "discussion", type: "string", nullable: false, meaning: "the discussion's id" },
    { name: "comments", type: "integer", nullable: false, unit: "comments", meaning: "all comments" },
    { name: "threads", type: "integer", nullable: false, unit: "threads", meaning: "comments at the top level" },
    { name: "answered", type: "number", nullable: false, unit: "[0, 1]", meaning: "share of the threads with a reply" },
    { name: "largest", type: "integer", nullable: false, unit: "comments", meaning: "size of the largest thread" },
    { name: "deepest", type: "integer", nullable: false, meaning: "levels of the deepest" },
    { name: "medianSize", type: "number", nullable: false, unit: "comments", meaning: "median size" },
    {
      name: "medianFirstAnswer",
      type: "number",
      unit: "minutes",
      meaning: "median time to the first answer, where times exist",
    },
    {
      name: "peoplePerThread",
      type: "number",
      nullable: false,
      unit: "people",
      meaning: "mean number of names in threads with a reply",
    },
  ],
});

/** The threads of one discussion. */
export type ThreadShape = RowOf<typeof SHAPE.columns>;

/**
 * Returns a summary of the threads of each discussion.
 *
 * @example
 * threadShape(threads(commentTable(analysis))).row(0).largest; // 14
 */
export function threadShape(threadTable: Table): Table<ThreadShape> {
  const groups = new Map<string, ThreadRow[]>();
  const columns = SCHEMA.columns.map(({ name }) => name);
  for (const row of need("the shape of threads", threadTable, SCHEMA, columns))
    groups.set(row.discussion, [...(groups.get(row.discussion) ?? []), row]);
  return Table.from(
    SHAPE,
    [...groups].map(([discussion, rows]) => {
      const sizes = rows.map(({ size }) => size);
      const answered = rows.filter(({ size }) => size > 1);
      const waits = rows.flatMap(({ firstAnswer }) => (typeof firstAnswer === "number" ? [firstAnswer] : []));
      return {
        discussion,
        comments: sizes.reduce((sum, size) => sum + size, 0),
        threads: rows.length,
        answered: answered.length / rows.length,
        largest: Math.max(...sizes),
        deepest: Math.max(...rows.map(({ depth }) => depth)),
        medianSize: median(sizes),
        medianFirstAnswer: waits.length === 0 ? null : median(waits),
        peoplePerThread:
          answered.length === 0 ? 0 : answered.reduce((sum, { people }) => sum + people, 0) / answered.length,
      };
    }),
  );
}
