import type { Tokens } from "../../model/tokens.ts";
import { Is } from "../../words/token-bits.ts";
import type { TokenClasses } from "../../words/token-classes.ts";
import type { Trie } from "../../words/trie.ts";
import { CHANGES, type Change } from "./change.ts";
import { patternsFor, type SideRules } from "./rules.ts";

/** A proposition as it was given, with its tokens. */
export interface GivenProposition {
  readonly text: string;
  readonly tokens: Tokens;
}

/** A proposition with what comments are held against. */
export interface Proposition {
  readonly text: string;
  readonly change: Change;
  /** The rows of rules, by their place, for its words. */
  readonly patterns: readonly RegExp[];
  /** Content words by their dictionary form: true for those that do something, false for what it is done with. */
  readonly words: ReadonlyMap<string, boolean>;
}

/** Words that name a change, by their number in the trie. */
export interface ChangeWords {
  readonly trie: Trie;
  readonly changes: readonly Change[];
  /** Nouns by which comments call any act of a kind. */
  readonly names: Readonly<Record<Change, readonly string[]>>;
}

/** What a proposition is read with. */
export interface PropositionResources {
  readonly changes: ChangeWords;
  readonly rules: SideRules;
  /** Patterns that hang on no proposition, made when first asked for. */
  readonly patterns: (RegExp | null)[];
  readonly classes: TokenClasses;
}

/** Verbs and nouns that any sentence has. */
const EMPTY: ReadonlySet<string> = new Set([
  "する",
  "なる",
  "ある",
  "できる",
  "よる",
  "いう",
  "こと",
  "もの",
  "年",
  "月",
  "市",
  "町",
  "村",
  "県",
  "原則",
  "全",
  "的",
  "化",
]);

/** Returns what a proposition changes and its content words. */
export function readProposition(
  { text, tokens }: GivenProposition,
  { changes: words, rules, patterns, classes }: PropositionResources,
): Proposition {
  const found = new Map<string, boolean>();
  for (let row = 0; row < tokens.length; row++) {
    const bits = classes.bits(tokens, row);
    if ((bits & (Is.noun | Is.verb | Is.adjective)) === 0) continue;
    if ((bits & (Is.dependent | Is.number | Is.propername)) !== 0) continue;
    const lemma = tokens.lemma(row);
    if (!EMPTY.has(lemma)) found.set(lemma, (bits & (Is.verb | Is.sahen)) !== 0 || isChange(lemma, words));
  }
  const { change, acts } = changeOf(text, words);
  const called = acts.length === 0 ? acts : [...new Set([...acts, ...words.names[change]])];
  return { text, change, words: found, patterns: patternsFor(rules, called, patterns) };
}

function isChange(word: string, { trie }: ChangeWords): boolean {
  return trie.get(word) >= 0;
}

/** Longer words win over those inside them; of several kinds the first of {@link CHANGES} counts. */
function changeOf(text: string, { trie, changes }: ChangeWords): { readonly change: Change; readonly acts: string[] } {
  let best: number = CHANGES.length;
  const acts: string[] = [];
  for (let at = 0; at < text.length; ) {
    let end = at + 1;
    let node = 0;
    let found = -1;
    for (let i = at; i < text.length; i++) {
      node = trie.step(node, text.charCodeAt(i));
      if (node === 0) break;
      const value = trie.valueAt(node);
      if (value < 0) continue;
      found = value;
      end = i + 1;
    }
    if (found >= 0) {
      best = Math.min(best, CHANGES.indexOf(changes[found]!));
      acts.push(stemOf(text.slice(at, end)));
    }
    at = end;
  }
  return { change: CHANGES[best] ?? "moves", acts };
}

/** A verb without what its forms change, where enough is left: 閉める → 閉め. */
function stemOf(word: string): string {
  return word.length > 2 && /[るすくうむつぶ]$/u.test(word) ? word.slice(0, -1) : word;
}
