import type { DataReader } from "../../model/data-folder.ts";
import { CLAIM_KINDS, type ClaimKind } from "../../model/layers.ts";
import { parseLists, type WordLists } from "../../text/named-rows.ts";
import { parseTsv } from "../../text/tsv.ts";
import { HashedWords } from "../../words/hashed-words.ts";
import { Prefixes } from "../../words/prefixes.ts";
import { WordTree } from "../../words/word-tree.ts";

/** How a clause is tied to the next: けど turns, し adds, から grounds, のに is in spite of it. */
export const JOINTS = ["turns", "adds", "grounds", "spite"] as const;
export type Joint = (typeof JOINTS)[number];

const LISTS = [
  "joint-turns",
  "joint-adds",
  "joint-grounds",
  "joint-spite",
  "conjunction",
  "opening",
  "ground-opening",
  "greeting",
  "greeting-end",
  "quote-mark",
  "self",
  "asking",
  "scorning",
  "musing",
  "trailing",
] as const;

/** What an ending tells. */
export interface Ending {
  readonly kind: ClaimKind;
  /** Whether a question mark must follow, must not, or either. */
  readonly asked: "yes" | "no" | "any";
}

/** The words by which the rules cut and tell kinds. */
export interface ClaimWords {
  readonly joints: HashedWords<Joint>;
  readonly conjunctions: HashedWords<true>;
  /** Words of clauses that only open the next. */
  readonly openings: Prefixes;
  readonly groundOpenings: Prefixes;
  readonly greetings: WordTree<true>;
  readonly greetingEnds: WordTree<true>;
  readonly quoteMarks: Prefixes;
  readonly self: HashedWords<true>;
  readonly asking: HashedWords<true>;
  readonly scorning: HashedWords<true>;
  readonly musing: ReadonlySet<string>;
  readonly trailing: ReadonlySet<string>;
  readonly endings: WordTree<readonly Ending[]>;
}

const WORDS = "data/claims/words.tsv";
const ENDINGS = "data/claims/endings.tsv";

/** Returns the words of `data/claims`. */
export function loadClaimWords(read: DataReader): ClaimWords {
  const lists: WordLists<(typeof LISTS)[number]> = parseLists(read.text(WORDS), LISTS, WORDS);
  const all = (words: ReadonlySet<string>) => Array.from(words, (word) => [word, true] as const);
  return Object.freeze({
    joints: new HashedWords(
      JOINTS.flatMap((joint) => Array.from(lists[`joint-${joint}`], (word) => [word, joint] as const)),
    ),
    conjunctions: new HashedWords(all(lists.conjunction)),
    openings: new Prefixes([...lists.opening]),
    groundOpenings: new Prefixes([...lists["ground-opening"]]),
    greetings: new WordTree(all(lists.greeting), "forward"),
    greetingEnds: new WordTree(all(lists["greeting-end"]), "forward"),
    quoteMarks: new Prefixes([...lists["quote-mark"]]),
    self: new HashedWords(all(lists.self)),
    asking: new HashedWords(all(lists.asking)),
    scorning: new HashedWords(all(lists.scorning)),
    musing: lists.musing,
    trailing: lists.trailing,
    endings: new WordTree(endingsOf(read.text(ENDINGS)), "backward"),
  });
}

function endingsOf(text: string): Map<string, Ending[]> {
  const endings = new Map<string, Ending[]>();
  for (const { ending, kind, asked } of parseTsv(text, ["ending", "kind", "asked"], ENDINGS)) {
    const found = CLAIM_KINDS.find((known) => known === kind);
    // A test reads the file, so that a misspelt kind is found there.
    if (found === undefined) continue;
    const of = endings.get(ending) ?? [];
    endings.set(ending, [...of, { kind: found, asked: asked as Ending["asked"] }]);
  }
  return endings;
}
