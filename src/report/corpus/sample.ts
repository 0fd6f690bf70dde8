import { analyze } from "../../analyze.ts";
import type { Corpus } from "../../corpus/open-corpus.ts";
import { opinionTable } from "../../measure/opinions/opinion-table.ts";
import type { Comment, Discussion } from "../../model/discussion.ts";
import type { Resources } from "../../resources.ts";
import type { Table } from "../../tables/table.ts";

/** A comment that was drawn. */
export interface DrawnComment {
  readonly discussion: string;
  readonly id: string;
  readonly author: string | null;
  readonly up: number | null;
  readonly text: string;
  /** The title of its discussion. */
  readonly title: string;
}

/** Comments drawn by chance, each as likely as any other. */
export interface Sample {
  readonly drawn: readonly DrawnComment[];
  /** How many there are in the corpus. */
  readonly of: number;
  readonly seed: number;
}

const COLUMNS = "c.discussion, c.id, c.author, c.up, c.text, d.title";
const FROM = "comments c JOIN discussions d ON d.discussion = c.discussion";

/** Draws comments: those whose hashes with the seed are the least, so that the same seed draws the same from the same corpus. */
export async function drawSample(corpus: Corpus, size: number, seed: number): Promise<Sample> {
  const of = Number((await corpus.query("SELECT count(*) AS n FROM comments")).column("n")[0] ?? 0);
  const drawn = await corpus.query(
    `SELECT ${COLUMNS} FROM (SELECT discussion, id FROM comments ORDER BY md5(concat('${seed}/', discussion, '/', id)) LIMIT ${size}) s
     JOIN comments c ON c.discussion = s.discussion AND c.id = s.id JOIN discussions d ON d.discussion = c.discussion
     ORDER BY md5(concat('${seed}/', c.discussion, '/', c.id))`,
  );
  return { drawn: commentsIn(drawn), of, seed };
}

/** Returns the comments with the most votes, of all there are. */
export async function foremostComments(corpus: Corpus, count: number): Promise<readonly DrawnComment[]> {
  return commentsIn(
    await corpus.query(
      `SELECT ${COLUMNS} FROM ${FROM} WHERE c.up IS NOT NULL ORDER BY c.up DESC, c.discussion, c.id LIMIT ${count}`,
    ),
  );
}

function commentsIn(table: Table): readonly DrawnComment[] {
  return [...table].map((row) => ({
    discussion: String(row.discussion),
    id: String(row.id),
    author: row.author === null ? null : String(row.author),
    up: row.up === null ? null : Number(row.up),
    text: String(row.text),
    title: String(row.title),
  }));
}

/** Returns the opinions of a sample, as if it were one thread; shares and their intervals are of the sample's comments. */
export function sampledOpinions({ drawn }: Sample, resources: Resources): ReturnType<typeof opinionTable> {
  return opinionTable(analyze(threadOf(drawn), resources, { layers: ["sentiment", "claims"] }));
}

function threadOf(drawn: readonly DrawnComment[]): Discussion {
  const comments = drawn.map(
    ({ author, up, text }, order): Comment => ({
      id: `c${order + 1}`,
      sourceId: null,
      order,
      replyTo: null,
      depth: 0,
      author,
      posted: null,
      reactions: { up },
      attributes: {},
      text,
      links: [],
      ruby: [],
      notes: [],
    }),
  );
  return {
    schema: "yoron/discussion@1",
    id: "sample",
    source: { path: null, format: "sample", encoding: null, sha256: "", notes: [] },
    article: {
      title: "",
      category: null,
      author: null,
      url: null,
      published: null,
      text: "",
      links: [],
      ruby: [],
      notes: [],
    },
    comments,
    furniture: [],
  };
}
