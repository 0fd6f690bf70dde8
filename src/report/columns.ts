import { controversy } from "../measure/approval.ts";
import type { Analysis } from "../model/analysis.ts";
import { ARTICLE, type Comment } from "../model/discussion.ts";
import { SIDES } from "../model/layers.ts";
import { groupBy } from "../words/group-by.ts";
import { packShares } from "./packed-numbers.ts";

/** Strings of a column by their numbers; -1 stands for none. */
export interface Dictionary {
  readonly names: readonly string[];
  readonly of: readonly number[];
}

/** Several strings a unit, by their numbers. */
export interface Lists {
  readonly names: readonly string[];
  readonly of: readonly (readonly number[])[];
}

/** What the browser knows of each unit beside its words, one entry a unit in the order of the pages: articles and comments. */
export interface Columns {
  /** Number of the discussion. */
  readonly discussion: readonly number[];
  /** Its id in the discussion: 0 is the article, 12 is `c12`. */
  readonly place: readonly number[];
  readonly author: Dictionary;
  readonly up: readonly (number | null)[];
  readonly down: readonly (number | null)[];
  /** Direct replies. */
  readonly replies: readonly number[];
  readonly depth: readonly number[];
  /** The minutes since 1970, by the clock of the page. */
  readonly posted: readonly (number | null)[];
  readonly tone: Dictionary;
  /** Toward each proposition. */
  readonly sides: readonly SideColumn[];
  /** Names of the people and things spoken of. */
  readonly people: Lists;
  /** Characters. */
  readonly length: readonly number[];
  /** How evenly votes and replies for and against stand: {@link controversy}, a reply that agrees or disagrees counted as a vote. */
  readonly contested: readonly number[];
  /** How near its words are to those of all, in [0, 100]; null where it has too few. */
  readonly typical: readonly (number | null)[];
}

/** The side that each unit takes toward a proposition, and how probable each side is, as {@link packShares} writes it. */
export interface SideColumn extends Dictionary {
  readonly proposition: string;
  readonly probabilities: Readonly<Record<string, string>>;
}

/** Returns the columns of discussions; `typical` gives what is typical by `discussion/unit`. */
export function columnsOf(analyses: readonly Analysis[], typical: ReadonlyMap<string, number>): Columns {
  const units = analyses.flatMap((analysis, discussion) => unitsOf(analysis, discussion));
  const propositions = [...new Set(analyses.flatMap(({ sides }) => sides.map(({ proposition }) => proposition)))];
  return {
    discussion: units.map(({ discussion }) => discussion),
    place: units.map(({ comment }) => (comment === null ? 0 : Number(comment.id.slice(1)))),
    author: dictionary(units.map(({ comment }) => comment?.author ?? null)),
    up: units.map(({ comment }) => comment?.reactions.up ?? null),
    down: units.map(({ comment }) => comment?.reactions.down ?? null),
    replies: units.map(({ replies }) => replies),
    depth: units.map(({ comment }) => comment?.depth ?? 0),
    posted: units.map(({ comment }) => minutesOf(comment)),
    tone: dictionary(units.map(({ tone }) => tone)),
    sides: propositions.map((proposition) => ({
      proposition,
      ...dictionary(units.map(({ sides }) => sides.get(proposition)?.side ?? null)),
      probabilities: Object.fromEntries(
        SIDES.map((side, i) => [
          side,
          packShares(units.map(({ sides }) => sides.get(proposition)?.probabilities[i] ?? 0)),
        ]),
      ),
    })),
    people: lists(units.map(({ people }) => people)),
    length: units.map(({ length }) => length),
    contested: units.map(({ contested }) => contested),
    typical: units.map(({ key }) => {
      const found = typical.get(key);
      return found === undefined ? null : Math.round(1000 * found) / 10;
    }),
  };
}

/** Returns the keys of the units, `discussion/unit`, in the order of the columns. */
export function unitKeys(analyses: readonly Analysis[]): readonly string[] {
  return analyses.flatMap(({ discussion }) =>
    [ARTICLE, ...discussion.comments.map(({ id }) => id)].map((unit) => `${discussion.id}/${unit}`),
  );
}

function unitsOf({ discussion, mentions, entities, sentiments, stances, sides }: Analysis, index: number) {
  const names = new Map(entities.map(({ id, name }) => [id, name]));
  const people = groupBy(mentions, ({ unit }) => unit);
  const tones = new Map(sentiments.filter(({ scope }) => scope === "unit").map(({ unit, label }) => [unit, label]));
  const taken = groupBy(sides, ({ unit }) => unit);
  const answers = groupBy(discussion.comments, ({ replyTo }) => replyTo ?? "");
  const stanceTo = groupBy(stances, ({ toward }) => toward);
  const unit = (id: string, comment: Comment | null, text: string) => {
    const replies = (stanceTo.get(id) ?? []).map(({ stance }) => stance);
    const count = (stance: string) => replies.filter((other) => other === stance).length;
    return {
      key: `${discussion.id}/${id}`,
      discussion: index,
      comment,
      replies: answers.get(id)?.length ?? 0,
      tone: tones.get(id) ?? null,
      sides: new Map((taken.get(id) ?? []).map((side) => [side.proposition, side])),
      people: [...new Set((people.get(id) ?? []).map(({ entity }) => names.get(entity) ?? entity))],
      length: text.length,
      contested: Math.round(
        controversy((comment?.reactions.up ?? 0) + count("agree"), (comment?.reactions.down ?? 0) + count("disagree")),
      ),
    };
  };
  return [
    unit(ARTICLE, null, discussion.article.text),
    ...discussion.comments.map((comment) => unit(comment.id, comment, comment.text)),
  ];
}

function minutesOf(comment: Comment | null): number | null {
  const value = comment?.posted?.value;
  if (value === undefined) return null;
  const time = Date.parse(value.includes("T") ? `${value.slice(0, 16)}Z` : value);
  return Number.isNaN(time) ? null : time / 60_000;
}

function dictionary(values: readonly (string | null)[]): Dictionary {
  const { names, of } = lists(values.map((value) => (value === null ? [] : [value])));
  return { names, of: of.map(([number]) => number ?? -1) };
}

function lists(values: readonly (readonly string[])[]): Lists {
  const numbers = new Map<string, number>();
  const numberOf = (name: string) => {
    if (!numbers.has(name)) numbers.set(name, numbers.size);
    return numbers.get(name)!;
  };
  const of = values.map((some) => some.map(numberOf));
  return { names: [...numbers.keys()], of };
}
