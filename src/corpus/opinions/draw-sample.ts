import { createHash } from "node:crypto";
import type { Table } from "../../tables/table.ts";
import type { Corpus } from "../open-corpus.ts";

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

/** The lot of a comment, as SQL: the least are drawn. */
const lotOf = (seed: number, of = ""): string => `md5(concat('${seed}/', ${of}discussion, '/', ${of}id))`;

/** Texts that are drawn together: a thread of so many is analysed at once. */
const TOGETHER = 500;

/**
 * Returns the texts of the comments that would be drawn next after a sample, `most` at most, in the order of the corpus: one part of
 * it is in memory at a time.
 */
export async function* drawRest(
  corpus: Corpus,
  { drawn, of, seed }: Sample,
  most: number,
): AsyncGenerator<readonly string[], void, undefined> {
  const last = Math.min(of, drawn.length + most) - 1;
  if (last < drawn.length) return;
  const lots = await corpus.query(
    `(SELECT ${lotOf(seed)} AS lot FROM comments ORDER BY lot LIMIT 1 OFFSET ${drawn.length - 1})
     UNION ALL (SELECT ${lotOf(seed)} AS lot FROM comments ORDER BY lot LIMIT 1 OFFSET ${last}) ORDER BY lot`,
  );
  const [above, to] = lots.column("lot").map(String) as [string, string];
  let texts: string[] = [];
  for await (const part of corpus.table("comments")) {
    const [discussions, ids, own] = [part.column("discussion"), part.column("id"), part.column("text")];
    for (let row = 0; row < part.length; row++) {
      const lot = createHash("md5").update(`${seed}/${discussions[row]}/${ids[row]}`).digest("hex");
      if (lot <= above || lot > to) continue;
      texts.push(String(own[row]));
      if (texts.length < TOGETHER) continue;
      yield texts;
      texts = [];
    }
  }
  if (texts.length > 0) yield texts;
}

/** Draws comments: those whose hashes with the seed are the least, so that the same seed draws the same from the same corpus. */
export async function drawSample(corpus: Corpus, size: number, seed: number): Promise<Sample> {
  const of = Number((await corpus.query("SELECT count(*) AS n FROM comments")).column("n")[0] ?? 0);
  const drawn = await corpus.query(
    `SELECT ${COLUMNS} FROM (SELECT discussion, id FROM comments ORDER BY ${lotOf(seed)} LIMIT ${size}) s
     JOIN comments c ON c.discussion = s.discussion AND c.id = s.id JOIN discussions d ON d.discussion = c.discussion
     ORDER BY ${lotOf(seed, "c.")}`,
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
