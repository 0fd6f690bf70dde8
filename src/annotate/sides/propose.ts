import type { Discussion } from "../../model/discussion.ts";
import type { Tokenizer } from "../../model/tokens.ts";
import { Is } from "../../words/token-bits.ts";
import { LONGEST_PROPOSITION } from "./check-propositions.ts";
import type { SideResources } from "./resources.ts";

/** What proposals are made with. */
export interface ProposalResources {
  readonly tokenizer: Tokenizer;
  readonly sides: Pick<SideResources, "changes" | "classes">;
}

/** Sentences of the article that are looked at, its lead. */
const LEAD = 3;
const MOST = 3;
/** Fewer characters before the word for what is done name nothing. */
const LEAST_NAMED = 3;

/** Verbs that name no act by themselves: 結論を出す. */
const VAGUE: ReadonlySet<string> = new Set(["出す", "開く", "加える", "変える"]);

/**
 * Returns what title and lead seem to propose, as phrases that end in こと, at most three, the title's first.
 *
 * Proposals only: nothing is held against them until somebody gives one as a proposition. Empty where neither names
 * something that is done.
 *
 * @example
 * proposePropositions(analysis.discussion, resources); // ["駅前の駐輪場を有料にすること"]
 */
export function proposePropositions({ article }: Pick<Discussion, "article">, resources: ProposalResources): string[] {
  const lead = article.text
    .split(/[。\n]/u)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "")
    .slice(0, LEAD);
  const found: string[] = [];
  for (const piece of [...article.title.split(/[\u3000。\n|｜]| - /u), ...lead]) {
    const phrase = proposalOf(piece.trim(), resources);
    if (phrase !== null && !found.includes(phrase)) found.push(phrase);
  }
  return found.slice(0, MOST);
}

/** Returns the words up to the last one that names something done, as a phrase; null where there is none. */
function proposalOf(piece: string, { tokenizer, sides: { changes, classes } }: ProposalResources): string | null {
  if (piece.length > LONGEST_PROPOSITION * 2) return null;
  const tokens = tokenizer.tokenize(piece);
  for (let row = tokens.length - 1; row >= 0; row--) {
    const bits = classes.bits(tokens, row);
    if ((bits & (Is.noun | Is.verb)) === 0) continue;
    const named = changeLength(piece, tokens.start(row), changes.trie);
    if (named === 0 || named < tokens.end(row) - tokens.start(row)) continue;
    const start = Math.max(topicEnd(piece, tokens.start(row)), 0);
    const before = piece.slice(start, tokens.start(row));
    if (before.trim().length < LEAST_NAMED || VAGUE.has(tokens.lemma(row))) continue;
    if (/^(?:義務|必須)$/u.test(tokens.surface(row)) && !/[をのにが、]$/u.test(before)) continue;
    const after = piece.slice(tokens.end(row));
    const act =
      (bits & Is.verb) !== 0
        ? `${tokens.lemma(row)}こと`
        : `${tokens.surface(row)}${/^(化|制)/.exec(after)?.[0] ?? ""}${/^(有料|無料|無償|義務|必須)$/.test(tokens.surface(row)) && !/^化/.test(after) ? "に" : ""}すること`;
    const object = (bits & Is.verb) === 0 ? before.replace(/の$/u, "を") : before;
    const phrase = `${object}${act}`.replace(/^、/u, "");
    if (phrase.length <= LONGEST_PROPOSITION && !/[「」『』]$/u.test(before)) return phrase;
  }
  return null;
}

/** Returns the length of the longest word for a change that begins at a place; 0 if there is none. */
function changeLength(text: string, at: number, trie: ProposalResources["sides"]["changes"]["trie"]): number {
  let node = 0;
  let longest = 0;
  for (let i = at; i < text.length; i++) {
    node = trie.step(node, text.charCodeAt(i));
    if (node === 0) break;
    if (trie.valueAt(node) >= 0) longest = i + 1 - at;
  }
  return longest;
}

/** Who does it, and on which day it was said, stands before the last は that ends a topic. */
function topicEnd(text: string, limit: number): number {
  let end = 0;
  for (const match of text
    .slice(0, limit)
    .matchAll(/(?:[市町村県省府会社相区長団館]は|は(?=、|\d{1,2}日))(?:\d{1,2}日)?、?/gu))
    end = match.index + match[0].length;
  return end > 0 ? end : (/^(?:\d{1,2}日|きょう)、/u.exec(text)?.[0].length ?? 0);
}
