import { simplify } from "../columns.ts";
import { parseCount } from "../count.ts";
import { isObject, type JsonObject, textOrNull } from "../json.ts";

/** What counts of likes are called, surest first: where a source has several, the others keep their names. */
const UP = [
  "like",
  "likes",
  "likecount",
  "up",
  "ups",
  "upvote",
  "upvotes",
  "upvotecount",
  "thumbsup",
  "+1",
  "👍",
  "favorite",
];
const MORE_UP = [
  "favorites",
  "favoritecount",
  "favouritescount",
  "いいね",
  "いいね数",
  "共感",
  "共感した",
  "agree",
  "agrees",
  "good",
  "plus",
];
const DOWN = [
  "dislike",
  "dislikes",
  "dislikecount",
  "down",
  "downs",
  "downvote",
  "downvotes",
  "thumbsdown",
  "-1",
  "👎",
  "bad",
  "minus",
];
const OTHERS: Readonly<Record<string, string>> = {
  retweetcount: "reposts",
  repostcount: "reposts",
  retweets: "reposts",
  quotecount: "quotes",
  bookmarkcount: "bookmarks",
};
/** Counts that stand among votes and are none. */
const NO_VOTES = /^(?:total|totalcount|count|sum|repl|reply|comment|view|impression|viewer|url$|links?$)/;

const RANK = new Map([...UP, ...MORE_UP].map((name, index) => [name, index]));
const DOWNS = new Map(DOWN.map((name, index) => [name, index]));

/**
 * Returns the reactions that an object or a list tells of, by name: `up` for likes, `down` for dislikes, others by their
 * own name; null where nothing in it is a count.
 *
 * Reads `{ like: 3, "👍": 2 }` (of two names for likes one is `up`, the other stays), `{ like: { count: 3 } }`,
 * `{ like: ["…", "…"] }`, and lists of `{ name | emoji | type, count | users }` or of one object for each reaction.
 */
export function votesOf(value: unknown): Record<string, number> | null {
  const list = isObject(value) && Array.isArray(value.data) ? value.data : value;
  const counts = Array.isArray(list) ? tally(list) : isObject(list) ? countsOf(list) : null;
  return counts === null || counts.size === 0 ? null : named(counts);
}

/** Returns reactions under the names that the model has for likes and dislikes. */
export function named(counts: ReadonlyMap<string, number>): Record<string, number> {
  const up = surest(counts, RANK);
  const down = surest(counts, DOWNS);
  const entries = [...counts].map(([name, count]): [string, number] => {
    const simple = simplify(name);
    return [
      name === up ? "up" : name === down ? "down" : Object.hasOwn(OTHERS, simple) ? OTHERS[simple]! : shown(name),
      count,
    ];
  });
  return Object.fromEntries(entries);
}

/** A name of its own must not pass for the two that have a meaning. */
function shown(name: string): string {
  return name === "up" || name === "down" ? `${name} (2)` : name;
}

function surest(counts: ReadonlyMap<string, number>, ranks: ReadonlyMap<string, number>): string | null {
  let best: string | null = null;
  let rank = Number.POSITIVE_INFINITY;
  for (const name of counts.keys()) {
    const own = ranks.get(bare(name)) ?? Number.POSITIVE_INFINITY;
    if (own < rank) [best, rank] = [name, own];
  }
  return best;
}

/** `+1` and `-1` keep their sign; a tone of skin is no other reaction. */
function bare(name: string): string {
  const plain = name.replace(/^:|:$/g, "").replace(/[\u{1F3FB}-\u{1F3FF}\uFE0F]/gu, "");
  return /^[+-]1$/.test(plain) ? plain : simplify(plain);
}

function countsOf(object: JsonObject): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [name, value] of Object.entries(object)) {
    if (name === "__proto__" || NO_VOTES.test(simplify(name))) continue;
    const count = countOf(value);
    if (count !== null) counts.set(name, count);
  }
  return counts;
}

function countOf(value: unknown): number | null {
  if (typeof value === "number") return Number.isSafeInteger(value) ? value : null;
  if (typeof value === "string") return parseCount(value);
  if (Array.isArray(value)) return value.length;
  if (!isObject(value)) return null;
  for (const name of ["count", "total", "total_count", "totalCount", "users"]) {
    if (!Object.hasOwn(value, name)) continue;
    return countOf(value[name]);
  }
  return null;
}

function tally(list: readonly unknown[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of list) {
    if (!isObject(one)) continue;
    const count = countOf(one);
    // Of one reaction of one person `name` is the person's.
    const name = reactionName(one, count === null ? KINDS : [...NAMES, ...KINDS]);
    if (name === null || name === "__proto__") continue;
    counts.set(name, (counts.get(name) ?? 0) + (count ?? 1));
  }
  return counts;
}

const NAMES = ["name", "名前"];
const KINDS = ["emoji", "type", "reaction", "content", "kind", "key"];

function reactionName(reaction: JsonObject, fields: readonly string[]): string | null {
  for (const field of fields) {
    const value = reaction[field];
    const name = isObject(value) ? textOrNull(value.name) : textOrNull(value);
    if (name !== null) return name.slice(0, 60);
  }
  return null;
}
