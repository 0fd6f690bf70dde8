import type { Chart } from "../charts/chart.ts";
import type { Analysis } from "../model/analysis.ts";
import { ARTICLE, type Comment } from "../model/discussion.ts";
import type { Table } from "../tables/table.ts";
import type { Checks } from "./checks.ts";
import type { Lang } from "./words.ts";

/** Where the page shows a unit. */
export interface Place {
  /** Number of its discussion. */
  readonly index: number;
  readonly unit: string;
  /** Its number in the payload, where each discussion has its article, then its comments. */
  readonly number: number;
  /** Null of an article. */
  readonly comment: Comment | null;
}

/** What every part of the page is made from. */
export interface Page {
  readonly analyses: readonly Analysis[];
  readonly tables: (name: string) => Table;
  /** The charts that have something to show. */
  readonly drawn: readonly Chart[];
  readonly lang: Lang;
  /** Whether charts have still pictures, too. */
  readonly print: boolean;
  /** Shares that people corrected, of what they labelled. */
  readonly checks: Checks;
  /** Phrases that were asked after. */
  readonly targets: readonly string[];
  /** Returns where a unit is shown, by its discussion and name; null for one that is not of these analyses. */
  readonly placeOf: (discussion: string, unit: string) => Place | null;
}

/** Returns what finds the place of a unit. */
export function placeFinder(analyses: readonly Analysis[]): Page["placeOf"] {
  const places = new Map<string, Place>();
  for (const [index, { discussion }] of analyses.entries()) {
    const add = (unit: string, comment: Comment | null) =>
      places.set(`${discussion.id}/${unit}`, { index, unit, number: places.size, comment });
    add(ARTICLE, null);
    for (const comment of discussion.comments) add(comment.id, comment);
  }
  return (discussion, unit) => places.get(`${discussion}/${unit}`) ?? null;
}

/** Whether a table's row is of a comment, not of the article. */
export const ofComments = <R extends { readonly unit: unknown }>({ unit }: R): boolean => unit !== ARTICLE;

/** Whether there is an article whose words can stand beside those of the comments: a survey has none. */
export function hasArticle(analyses: readonly Analysis[]): boolean {
  return analyses.some(({ discussion }) => discussion.article.text.trim() !== "");
}
