import { ARTICLE } from "../model/discussion.ts";
import { commentTable } from "../tables/comments.ts";
import { need } from "../tables/need.ts";
import { defineSchema } from "../tables/schema.ts";
import { type Row, type RowOf, Table } from "../tables/table.ts";
import { contentWords, type WordOptions } from "./content-words.ts";
import { type KeynessOptions, keyness, keynessSchema } from "./keyness.ts";
import { splitByVotes } from "./split-by-votes.ts";

/** What is compared: comments with the article, those of many with those of few votes, replies with first comments, or nothing. */
export const COMPARISONS = ["article", "votes", "replies", "frequency"] as const;

/** One of {@link COMPARISONS}. */
export type Comparison = (typeof COMPARISONS)[number];

/** The columns of the table that this makes. */
export const wordComparisonSchema = defineSchema({
  ...keynessSchema,
  name: "wordComparison",
  columns: [
    ...keynessSchema.columns,
    {
      name: "comparison",
      type: "string",
      nullable: false,
      meaning:
        "what is compared: article (comments with it), votes (many with few), replies (with first comments), frequency (nothing: the words of all comments)",
    },
  ],
});

/**
 * Returns the words of the comments beside those of the article; where there is no article text, those of comments with many
 * votes beside those with few, else those of replies beside those of first comments, else how often each stands there.
 *
 * Only discussions with article text are compared with one. Without the comments' table there are neither votes nor replies.
 *
 * @example
 * compareWords(tokenTable(analysis), commentTable(analysis)).row(0).comparison; // "article"
 */
export function compareWords(
  tokens: Table,
  comments?: Table,
  options: KeynessOptions = {},
): Table<RowOf<typeof wordComparisonSchema.columns>> {
  const { comparison, first, second } = sidesOf(tokens, comments);
  const rows = [...keyness(first, second, options)].map((row) => ({ ...row, comparison }));
  return Table.from(wordComparisonSchema, rows);
}

/** The units of two texts that {@link compareWords} compares, and how many content words each unit has. */
export interface ComparedTexts {
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly words: readonly (readonly [unit: string, words: number])[];
}

/**
 * Returns the two texts that {@link compareWords} compares, by their units (`discussion/unit`).
 *
 * @example
 * comparedTexts(tokenTable(analysis), commentTable(analysis)).second; // ["0123456789ab/article"]
 */
export function comparedTexts(tokens: Table, comments?: Table, options: WordOptions = {}): ComparedTexts {
  const { first, second } = sidesOf(tokens, comments);
  const [one, two] = [first, second].map((table) => {
    const counts = new Map<string, number>();
    for (const { unit } of contentWords(table, options)) counts.set(unit, (counts.get(unit) ?? 0) + 1);
    return counts;
  }) as [Map<string, number>, Map<string, number>];
  return { first: [...one.keys()], second: [...two.keys()], words: [...one, ...two] };
}

interface Sides {
  readonly comparison: Comparison;
  readonly first: Table;
  readonly second: Table;
}

function sidesOf(tokens: Table, comments: Table | undefined): Sides {
  const article = tokens.filter((row) => row.unit === ARTICLE);
  const theirs = tokens.filter((row) => row.unit !== ARTICLE);
  if (article.length > 0) {
    const covered = new Set([...article].map((row) => row.discussion));
    return { comparison: "article", first: theirs.filter((row) => covered.has(row.discussion)), second: article };
  }
  if (comments !== undefined) {
    const { high, low } = splitByVotes(theirs, comments);
    if (high.length > 0 && low.length > 0) return { comparison: "votes", first: high, second: low };
    const { replies, firsts } = splitByReplies(theirs, comments);
    if (replies.length > 0 && firsts.length > 0) return { comparison: "replies", first: replies, second: firsts };
  }
  return { comparison: "frequency", first: theirs, second: article };
}

function splitByReplies<R extends Row>(tokens: Table<R>, comments: Table) {
  const columns = ["discussion", "id", "replyTo"] as const;
  const replying = new Set<string>();
  for (const row of need("words of replies", comments, commentTable.schema, columns)) {
    if (row.replyTo !== null) replying.add(`${row.discussion}/${row.id}`);
  }
  const isReply = (row: R) => replying.has(`${row.discussion}/${row.unit}`);
  return { replies: tokens.filter(isReply), firsts: tokens.filter((row) => !isReply(row)) };
}
