import { need } from "../../tables/need.ts";
import { CLAIMS, OPINIONS } from "../../tables/opinion-schemas.ts";
import type { RowOf, Table } from "../../tables/table.ts";
import { severalAnswers, severalSchema } from "../check/several-answers.ts";

const SCHEMA = severalSchema("opinionAnswers", {
  description: "Which of the opinions that most comments hold each comment holds, as the machine says.",
  answer: "ids of opinions",
  labels: "the opinions: id, label and a sentence of each",
});

/** Which opinions a comment holds. */
export type OpinionAnswer = RowOf<typeof SCHEMA.columns>;

/**
 * Returns of each comment which opinions it holds, of the `top` (12 by default) that most comments hold: what `sampleTable` draws
 * from for people to check (`of: "opinion"`), and what `correctedShares` compares their labels with.
 *
 * @example
 * const answers = opinionAnswers(opinionTable(analysis), claimTable(analysis), commentTable(analysis));
 * sampleTable(answers, { of: "opinion", n: 100 });
 */
export function opinionAnswers(
  opinions: Table,
  claims: Table,
  comments: Table,
  { top = 12 }: { readonly top?: number } = {},
): Table<OpinionAnswer> {
  const who = "answers of opinions";
  const sizes = new Map<string, { label: string; example: string; comments: number }>();
  for (const row of need(who, opinions, OPINIONS, ["id", "label", "comments", "examples"])) {
    if (!/^o\d/.test(row.id)) continue;
    const known = sizes.get(row.id);
    const example = row.examples[0]?.text ?? "";
    sizes.set(row.id, {
      label: row.label,
      example: known?.example ?? example,
      comments: (known?.comments ?? 0) + row.comments,
    });
  }
  const listed = [...sizes].sort(([, a], [, b]) => b.comments - a.comments).slice(0, top);
  const held = new Map<string, Set<string>>();
  for (const row of need(who, claims, CLAIMS, ["discussion", "unit", "opinion", "alsoOpinion"])) {
    const key = `${row.discussion}/${row.unit}`;
    const own = held.get(key) ?? new Set<string>();
    held.set(key, own);
    for (const opinion of [row.opinion, row.alsoOpinion]) if (opinion !== null) own.add(opinion);
  }
  const labels = listed.map(([label, { label: words, example }]) => ({
    label,
    ja: clean(`${words}（例「${example}」）`),
  }));
  return severalAnswers(SCHEMA, comments, labels, held);
}

const clean = (words: string): string => words.replace(/\s+/gu, " ").replaceAll(" / ", "／");
