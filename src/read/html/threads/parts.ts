import type { HtmlTree } from "../tree.ts";
import { isVoteWrapper } from "../votes.ts";
import { isHidden } from "./hidden.ts";
import type { ThreadMarkup } from "./markup.ts";
import { authorRank, hasText, isApart, isName, isPending, showsClock, showsDate } from "./part-signs.ts";
import { type Sense, senseOf } from "./sense.ts";

/** The elements of one comment, rows or -1. */
export interface Parts {
  /** What holds the name, or the name with other things of the head. */
  author: number;
  /** Whether the author's element is the theme's own or says so surely. */
  surely: boolean;
  date: number;
  /** The time of the day, where it has an element of its own. */
  clock: number;
  body: number;
  /** What holds author, date and words together. */
  shell: number;
  readonly votes: number[];
  /** Subtrees that are not the words: actions, notes on moderation, avatars. */
  readonly apart: number[];
  moderated: boolean;
}

/** Elements that may be the body; more would be a hostile page's. */
const MOST = 12;
/** What was found outside of the words, or in what may be the words. */
interface Guess {
  author: number;
  rank: number;
  date: number;
  dateRank: number;
}

/**
 * Looks at a comment's own rows once and says what is what. A theme's markup goes before what classes, ids and elements
 * say by themselves; without `hasBody` no element counts as that of the words. What stands in the body is the writer's, unless nothing outside says who wrote it and when.
 */
export function findParts(
  tree: HtmlTree,
  rows: Iterable<number>,
  item: number,
  markup: ThreadMarkup | null,
  hasBody = true,
): Parts {
  const search = new PartsSearch(tree, markup, hasBody);
  let passedEnd = 0;
  for (const node of rows) {
    if (tree.names[node] === "" || node === item || node < passedEnd) continue;
    if (search.look(node)) passedEnd = tree.ends[node]!;
  }
  return search.settle();
}

/** The rank of what a theme's markup calls the author, beyond what any page says of itself; from `SURE` on it is sure. */
const OWN_AUTHOR = 6;
const SURE = 4;
/** The same of the words. */
const OWN_BODY = 3;

/** The parts of one comment as far as its rows have been looked at, in order. */
class PartsSearch {
  readonly #tree: HtmlTree;
  readonly #markup: ThreadMarkup | null;
  readonly #hasBody: boolean;
  readonly #votes: number[] = [];
  readonly #apart: number[] = [];
  readonly #outside: Guess = { author: -1, rank: 0, date: -1, dateRank: 0 };
  readonly #inside: Guess = { author: -1, rank: 0, date: -1, dateRank: 0 };
  /** What the markup calls the words, and one inside of that. */
  readonly #bodies: number[] = [];
  readonly #likely: { node: number; rank: number }[] = [];
  #clock = -1;
  #shell = -1;
  #moderated = false;

  constructor(tree: HtmlTree, markup: ThreadMarkup | null, hasBody: boolean) {
    this.#tree = tree;
    this.#markup = markup;
    this.#hasBody = hasBody;
  }

  /** Looks at an element and returns whether it is done with what stands inside. */
  look(node: number): boolean {
    const tree = this.#tree;
    if (isVoteWrapper(tree, node)) {
      this.#votes.push(node);
      return true;
    }
    const sense = senseOf(tree, node);
    if (isPending(tree, node, sense.moderation)) this.#moderated = true;
    if (this.#isIn(this.#bodies[1], node)) return false;
    const inWords = this.#isIn(this.#bodies[0], node);
    if (this.#shell < 0 && this.#markup?.isShell?.(tree, node) === true) this.#shell = node;
    const isHead = this.#lookForHead(node, inWords);
    if (!isHead && (sense.hidden || isHidden(tree, node) || isApart(tree, node, inWords))) {
      this.#apart.push(node);
      return true;
    }
    if (this.#hasBody) this.#lookForBody(node, sense, inWords);
    return false;
  }

  #isIn(body: number | undefined, node: number): boolean {
    return body !== undefined && node < this.#tree.ends[body]!;
  }

  /** Takes what says who wrote it and when, if nothing said so more surely; returns whether it was taken. */
  #lookForHead(node: number, inWords: boolean): boolean {
    const tree = this.#tree;
    const guess = inWords ? this.#inside : this.#outside;
    const rank = this.#markup?.isAuthor(tree, node) === true ? OWN_AUTHOR : authorRank(tree, node, inWords);
    if (rank > guess.rank && (rank === OWN_AUTHOR || isName(tree, node))) [guess.author, guess.rank] = [node, rank];
    const dateRank = this.#markup?.isDate(tree, node) === true ? 2 : Number(showsDate(tree, node));
    if (dateRank > guess.dateRank) [guess.date, guess.dateRank] = [node, dateRank];
    if (this.#clock < 0 && dateRank === 0 && !inWords && showsClock(tree, node)) this.#clock = node;
    return node === guess.author || node === guess.date || node === this.#clock;
  }

  #lookForBody(node: number, sense: Sense, inWords: boolean): void {
    const tree = this.#tree;
    const rank = this.#markup?.isBody(tree, node) === true ? OWN_BODY : sense.body;
    if (rank === 0 || this.#likely.length >= MOST || !hasText(tree, node)) return;
    this.#likely.push({ node, rank });
    if (rank === OWN_BODY && (this.#bodies.length === 0 || (this.#bodies.length === 1 && inWords)))
      this.#bodies.push(node);
  }

  settle(): Parts {
    const { author, rank } = this.#outside.author >= 0 ? this.#outside : this.#inside;
    const { date } = this.#outside.date >= 0 ? this.#outside : this.#inside;
    return {
      author,
      surely: rank >= SURE,
      date,
      clock: date < 0 ? -1 : this.#clock,
      body: this.#bodyBeside(author, date),
      shell: this.#shell,
      votes: this.#votes,
      apart: this.#apart,
      moderated: this.#moderated,
    };
  }

  /** The surest of what may be the words and holds neither author nor date; in a shell only one that is sure. */
  #bodyBeside(author: number, date: number): number {
    const holds = (node: number, part: number): boolean => part >= node && part < this.#tree.ends[node]!;
    let best = { node: -1, rank: 0 };
    for (const one of this.#likely)
      if (one.rank > best.rank && !holds(one.node, author) && !holds(one.node, date)) best = one;
    return this.#shell < 0 || best.rank === OWN_BODY ? best.node : -1;
  }
}
