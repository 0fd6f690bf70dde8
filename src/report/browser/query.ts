import { foldText } from "./fold.ts";

/** One thing that is looked for. */
export interface Term {
  /** As it was written, without its signs. */
  readonly words: string;
  /** As it is compared. */
  readonly folded: string;
  readonly field: "text" | "author";
  readonly not: boolean;
}

/** What of a malformed query was read leniently. */
export type QueryNote = "quote" | "or" | "empty";

/** A query: all clauses must hold, and of each at least one term. */
export interface Query {
  readonly clauses: readonly (readonly Term[])[];
  readonly notes: readonly QueryNote[];
}

const CLOSING: Readonly<Record<string, string>> = { '"': '"', "“": "”", "＂": "＂", "「": "」", "『": "』" };
const AUTHOR = /^(?:author|名前)[:：]/iu;
const OR = /^(?:OR|または|\||｜|ＯＲ)$/u;
const MINUS = /^[-－−‐]/u;

/**
 * Returns what a line of search asks for: blanks are "and", `OR` or `または` between two words "either", a minus before a word
 * "without", quotation marks or 「」 a phrase, `author:` or `名前:` a name. What is malformed is read as far as it goes.
 *
 * @example
 * parseQuery("中国 OR 支那 -台湾").clauses.length; // 2
 */
export function parseQuery(line: string): Query {
  const notes = new Set<QueryNote>();
  const clauses: Term[][] = [];
  let joins = false;
  for (const piece of piecesOf(line, notes)) {
    if (piece === "or") {
      if (clauses.length === 0 || joins) notes.add("or");
      else joins = true;
      continue;
    }
    // Without one word or without the other: nobody means that; each stands for itself.
    const last = clauses.at(-1);
    const either = joins && last !== undefined && !piece.not && last.every(({ not }) => !not);
    if (either) last.push(piece);
    else clauses.push([piece]);
    if (joins && !either) notes.add("or");
    joins = false;
  }
  if (joins) notes.add("or");
  return { clauses, notes: [...notes] };
}

function* piecesOf(line: string, notes: Set<QueryNote>): Generator<Term | "or"> {
  let rest = line.trimStart();
  while (rest !== "") {
    const start = rest;
    const not = MINUS.test(rest);
    if (not) rest = rest.slice(1);
    const field = AUTHOR.exec(rest);
    if (field !== null) rest = rest.slice(field[0].length).trimStart();
    const closing = CLOSING[rest[0] ?? ""];
    let words: string;
    if (closing === undefined) {
      words = /^[^\s"“”＂「『]*/u.exec(rest)![0];
      // A sign that opens nothing is a blank.
      rest = rest.slice(Math.max(words.length, rest === start && words === "" ? 1 : 0));
    } else {
      const end = rest.indexOf(closing, 1);
      if (end < 0) notes.add("quote");
      words = end < 0 ? rest.slice(1) : rest.slice(1, end);
      rest = end < 0 ? "" : rest.slice(end + 1);
      if (field === null && !not && words.trim() === "") {
        notes.add("empty");
        rest = rest.trimStart();
        continue;
      }
    }
    rest = rest.trimStart();
    if (closing === undefined && !not && field === null && OR.test(words)) {
      yield "or";
      continue;
    }
    const folded = foldText(words);
    if (folded === "") notes.add("empty");
    else yield { words: words.trim(), folded, field: field === null ? "text" : "author", not };
  }
}

/** Whether a unit is what a query asks for; `textOf` and `authorOf` give folded text. */
export function matchesQuery({ clauses }: Query, textOf: () => string, authorOf: () => string): boolean {
  return clauses.every((terms) =>
    terms.some(({ folded, field, not }) => (field === "author" ? authorOf() : textOf()).includes(folded) !== not),
  );
}

/** Returns the folded words of a query that stand in a text that matches it. */
export function wordsToMark({ clauses }: Query): readonly string[] {
  const words = clauses.flat().filter(({ field, not }) => field === "text" && !not);
  return [...new Set(words.map(({ folded }) => folded))];
}

/** The words in which a query is told. */
export interface QueryWords {
  readonly queryAnd: string;
  readonly queryOr: string;
  readonly queryNot: string;
  readonly queryAuthor: string;
  readonly queryNotes: Readonly<Record<QueryNote, string>>;
}

/** Returns how a query was read, in words; nothing of a single plain word. */
export function tellQuery({ clauses, notes }: Query, words: QueryWords, lang: "ja" | "en"): string {
  const told = clauses.map((terms) => {
    const parts = terms.map(({ words: term, field, not }) => {
      const named =
        field === "author"
          ? words.queryAuthor.replace("{term}", () => term)
          : lang === "ja"
            ? `「${term}」`
            : `“${term}”`;
      return not ? words.queryNot.replace("{term}", () => named) : named;
    });
    return parts.length === 1 || clauses.length === 1 ? parts.join(words.queryOr) : `（${parts.join(words.queryOr)}）`;
  });
  const [only] = clauses;
  const plain = clauses.length === 1 && only!.length === 1 && !only![0]!.not && only![0]!.field === "text";
  const lines = [
    ...(plain && notes.length === 0 ? [] : [told.join(words.queryAnd)]),
    ...notes.map((note) => words.queryNotes[note]),
  ];
  return lines.filter((line) => line !== "").join(lang === "ja" ? "。" : ". ");
}
