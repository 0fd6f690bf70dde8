import { commentTable } from "../tables/comments.ts";
import { need } from "../tables/need.ts";
import { defineSchema } from "../tables/schema.ts";
import { type RowOf, Table } from "../tables/table.ts";
import { type DefaultNames, loadDefaultNames, personOf } from "./people.ts";

const EDGES = defineSchema({
  name: "replyEdges",
  description: "Somebody answering somebody, in one discussion; comments by nobody in particular are left out.",
  columns: [
    { name: "discussion", type: "string", nullable: false, meaning: "the discussion's id" },
    { name: "from", type: "string", nullable: false, meaning: "who answers, as first written" },
    { name: "to", type: "string", nullable: false, meaning: "who is answered" },
    { name: "replies", type: "integer", nullable: false, unit: "comments", meaning: "how often" },
    { name: "mutual", type: "boolean", nullable: false, meaning: "true where the other answers too" },
    { name: "units", type: "list", items: "string", nullable: false, meaning: "`discussion/unit` of the replies" },
  ],
});

/** One person who answers another. */
export type ReplyEdge = RowOf<typeof EDGES.columns>;

/**
 * Returns who answers whom, how often, and whether the other answers back; answers to oneself are not edges.
 *
 * @example
 * replyEdges(commentTable(analysis)).filter((row) => row.mutual === true);
 */
export function replyEdges(
  comments: Table,
  { defaultNames = loadDefaultNames() }: { readonly defaultNames?: DefaultNames } = {},
): Table<ReplyEdge> {
  const names = new Map<string, string>();
  const people = new Map<string, string | null>();
  const edges = new Map<string, { discussion: string; from: string; to: string; units: string[] }>();
  const rows = [...need("who answers whom", comments, commentTable.schema, ["discussion", "id", "author", "replyTo"])];
  for (const { discussion, id, author } of rows) {
    const person = personOf(author, defaultNames);
    people.set(`${discussion}/${id}`, person);
    const own = `${discussion}\t${person}`;
    if (person !== null && !names.has(own)) names.set(own, String(author));
  }
  for (const { discussion, id, replyTo } of rows) {
    const unit = `${discussion}/${id}`;
    const [from, to] = [people.get(unit), people.get(`${discussion}/${replyTo}`)];
    if (replyTo === null || from == null || to == null || from === to) continue;
    const key = `${discussion}\t${from}\t${to}`;
    const edge = edges.get(key) ?? { discussion, from, to, units: [] };
    edge.units.push(unit);
    edges.set(key, edge);
  }
  return Table.from(
    EDGES,
    [...edges.values()].map(({ discussion, from, to, units }) => ({
      discussion,
      from: names.get(`${discussion}\t${from}`)!,
      to: names.get(`${discussion}\t${to}`)!,
      replies: units.length,
      mutual: edges.has(`${discussion}\t${to}\t${from}`),
      units,
    })),
  );
}

const PEOPLE = defineSchema({
  name: "replyPeople",
  description: "Somebody's place among those who answer one another.",
  columns: [
    { name: "discussion", type: "string", nullable: false, meaning: "the discussion's id" },
    { name: "name", type: "string", nullable: false, meaning: "as first written" },
    { name: "inDegree", type: "integer", nullable: false, unit: "people", meaning: "how many answer them" },
    { name: "outDegree", type: "integer", nullable: false, unit: "people", meaning: "how many they answer" },
    { name: "received", type: "integer", nullable: false, unit: "comments", meaning: "replies received from others" },
    { name: "given", type: "integer", nullable: false, unit: "comments", meaning: "replies to others" },
    {
      name: "reciprocity",
      type: "number",
      unit: "[0, 1]",
      meaning: "share of those they answer who answer back; null if they answer none",
    },
  ],
});

/** Somebody who answers or is answered. */
export type ReplyPerson = RowOf<typeof PEOPLE.columns>;

/**
 * Returns how often each person is answered and answers, a row a person, the most answered first.
 *
 * @example
 * replyPeople(replyEdges(commentTable(analysis))).row(0).name;
 */
export function replyPeople(edges: Table): Table<ReplyPerson> {
  const people = new Map<
    string,
    {
      discussion: string;
      name: string;
      inDegree: number;
      outDegree: number;
      received: number;
      given: number;
      mutual: number;
    }
  >();
  const at = (discussion: string, name: string) => {
    const key = `${discussion}\t${name}`;
    const blank = {
      discussion,
      name,
      inDegree: 0,
      outDegree: 0,
      received: 0,
      given: 0,
      mutual: 0,
    };
    const person = people.get(key) ?? blank;
    people.set(key, person);
    return person;
  };
  const columns = ["discussion", "from", "to", "replies", "mutual"] as const;
  for (const { discussion, from, to, replies, mutual } of need("people who answer", edges, EDGES, columns)) {
    const [giver, receiver] = [at(discussion, from), at(discussion, to)];
    giver.outDegree++;
    giver.given += replies;
    if (mutual) giver.mutual++;
    receiver.inDegree++;
    receiver.received += replies;
  }
  const rows = [...people.values()].map(({ mutual, ...row }) => ({
    ...row,
    reciprocity: row.outDegree === 0 ? null : mutual / row.outDegree,
  }));
  return Table.from(
    PEOPLE,
    rows.sort((a, b) => b.received - a.received),
  );
}

/**
 * Returns the share of edges that are answered (Wasserman & Faust 1994, §4.2); null without an edge.
 *
 * @example
 * reciprocity(replyEdges(commentTable(analysis)));
 */
export function reciprocity(edges: Table): number | null {
  return edges.length === 0 ? null : edges.column("mutual").filter(Boolean).length / edges.length;
}
