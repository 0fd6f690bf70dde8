import { commentTable } from "../tables/comments.ts";
import { need } from "../tables/need.ts";
import { defineSchema } from "../tables/schema.ts";
import { stanceTable } from "../tables/stances.ts";
import { type RowOf, Table } from "../tables/table.ts";

const SCHEMA = defineSchema({
  name: "contested",
  description: "A comment that is answered, with how its replies stand to it, and the reply that dissents most surely.",
  columns: [
    { name: "discussion", type: "string", nullable: false, meaning: "the discussion's id" },
    { name: "unit", type: "string", nullable: false, meaning: "the comment that is answered" },
    { name: "replies", type: "integer", nullable: false, unit: "comments", meaning: "direct replies" },
    { name: "agree", type: "integer", nullable: false, unit: "comments", meaning: "that agree" },
    { name: "disagree", type: "integer", nullable: false, unit: "comments", meaning: "that disagree" },
    { name: "mixed", type: "integer", nullable: false, unit: "comments", meaning: "that agree in part" },
    { name: "none", type: "integer", nullable: false, unit: "comments", meaning: "of which neither can be read" },
    {
      name: "dissent",
      type: "number",
      nullable: false,
      unit: "comments",
      meaning: "confidences of the replies that disagree, added up; those that agree in part count half",
    },
    { name: "reply", type: "string", nullable: false, meaning: "the dissenting reply that counts most" },
    { name: "votes", type: "integer", nullable: false, unit: "votes", meaning: "likes shown of both together" },
  ],
});

/** A comment that others dissent from. */
export type Contested = RowOf<typeof SCHEMA.columns>;

/** How much a reply of each stance counts as dissent. */
const DISSENT: Readonly<Record<string, number>> = { disagree: 1, mixed: 0.5 };

/**
 * Returns the comments from which replies dissent, the most contested first: by the dissent that the machine is sure of, then
 * by the votes of comment and reply.
 *
 * @example
 * contested(commentTable(analysis), stanceTable(analysis)).row(0).reply;
 */
export function contested(comments: Table, stances: Table): Table<Contested> {
  const up = new Map<string, number>();
  for (const row of need("contested comments", comments, commentTable.schema, ["discussion", "id", "up"]))
    up.set(`${row.discussion}/${row.id}`, row.up ?? 0);
  const columns = ["discussion", "unit", "toward", "stance", "confidence"] as const;
  const groups = new Map<string, Answer[]>();
  for (const row of need("contested comments", stances, stanceTable.schema, columns)) {
    const key = `${row.discussion}/${row.toward}`;
    const group = groups.get(key) ?? [];
    group.push({ ...row, dissent: (DISSENT[row.stance] ?? 0) * row.confidence });
    groups.set(key, group);
  }
  const votesOf = (discussion: string, unit: string) => up.get(`${discussion}/${unit}`) ?? 0;
  const rows = [...groups.values()].flatMap((group) => {
    const [first] = group;
    const strongest = group.reduce((best, row) => (row.dissent > best.dissent ? row : best));
    if (first === undefined || strongest.dissent === 0) return [];
    const { discussion, toward } = first;
    const of = (stance: string) => group.filter((row) => row.stance === stance).length;
    return {
      discussion,
      unit: toward,
      replies: group.length,
      agree: of("agree"),
      disagree: of("disagree"),
      mixed: of("mixed"),
      none: of("none"),
      dissent: group.reduce((sum, row) => sum + row.dissent, 0),
      reply: strongest.unit,
      votes: votesOf(discussion, toward) + votesOf(discussion, strongest.unit),
    };
  });
  return Table.from(
    SCHEMA,
    rows.sort((a, b) => b.dissent - a.dissent || b.votes - a.votes),
  );
}

interface Answer {
  readonly discussion: string;
  readonly unit: string;
  readonly toward: string;
  readonly stance: string;
  readonly dissent: number;
}
