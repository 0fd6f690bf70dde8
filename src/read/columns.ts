import { YoronError } from "../model/error.ts";
import type { ColumnMapping } from "./format.ts";

/** Usual names of columns, surest first; compared without case, spaces, `-` and `_`. */
const USUAL: Readonly<Record<keyof ColumnMapping, readonly string[]>> = {
  id: ["id", "commentid", "コメントid", "番号", "no", "tweetid", "postid"],
  text: [
    "body",
    "comment",
    "text",
    "本文",
    "コメント",
    "commentbody",
    "content",
    "message",
    "コメント本文",
    "自由記述",
    "意見",
    "内容",
    "回答",
  ],
  author: [
    "author",
    "user",
    "名前",
    "投稿者",
    "username",
    "authorname",
    "name",
    "ユーザー",
    "ユーザー名",
    "ニックネーム",
    "投稿者名",
  ],
  date: [
    "date",
    "createdat",
    "投稿日時",
    "posted",
    "timestamp",
    "postedat",
    "日時",
    "日付",
    "投稿日",
    "created",
    "time",
    "datetime",
  ],
  up: [
    "likes",
    "likecount",
    "up",
    "いいね",
    "共感",
    "like",
    "upvotes",
    "共感した",
    "いいね数",
    "agrees",
    "agree",
    "score",
    "favorites",
    "そう思う",
    "賛成",
  ],
  down: [
    "dislikes",
    "dislikecount",
    "down",
    "dislike",
    "downvotes",
    "disagrees",
    "disagree",
    "そう思わない",
    "反対",
    "低評価",
  ],
  parent: ["parent", "replyto", "返信先", "parentid", "inreplyto", "inreplytoid", "親コメント", "親id", "返信元"],
};

/** Reactions that are neither likes nor dislikes, by the name of their column. */
const OTHER_REACTIONS: Readonly<Record<string, string>> = {
  なるほど: "なるほど",
  共感した: "up",
  うーん: "うーん",
  retweets: "reposts",
  retweetcount: "reposts",
};

/** Which column holds what, and which are left over. */
export interface Columns {
  readonly roles: ReadonlyMap<keyof ColumnMapping, string>;
  readonly reactions: ReadonlyMap<string, string>;
  readonly rest: readonly string[];
}

export function simplify(name: string): string {
  return name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]/g, "");
}

/** Tells which of the names, if any, is usual for the words of a comment. */
export function textColumn(names: readonly string[]): string | null {
  for (const usual of USUAL.text) {
    const found = names.find((name) => simplify(name) === usual);
    if (found !== undefined) return found;
  }
  return null;
}

/** Settles the columns by the given mapping first, then by usual names; an unknown column or role is an error. */
export function settleColumns(names: readonly string[], given: ColumnMapping = {}): Columns {
  const roles = new Map<keyof ColumnMapping, string>();
  const taken = new Set<string>();
  for (const [role, column] of Object.entries(given)) {
    if (!Object.hasOwn(USUAL, role)) {
      throw new YoronError({
        code: "unknown-option",
        what: "columns has no role",
        value: role,
        next: `it takes: ${Object.keys(USUAL).join(", ")}`,
      });
    }
    if (!names.includes(column)) throw unknownColumn(column, names);
    roles.set(role as keyof ColumnMapping, column);
    taken.add(column);
  }
  for (const [role, usual] of Object.entries(USUAL) as [keyof ColumnMapping, readonly string[]][]) {
    if (roles.has(role)) continue;
    const found = usual.map((one) => names.find((name) => !taken.has(name) && simplify(name) === one)).find(Boolean);
    if (found === undefined) continue;
    roles.set(role, found);
    taken.add(found);
  }
  if (!roles.has("text")) {
    throw new YoronError({
      code: "unknown-column",
      what: "no column is known to hold the comments; the source has",
      value: names,
      next: 'name it: columns: { text: "…" }, on the command line --map text=…',
    });
  }
  const reactions = new Map<string, string>();
  for (const name of names) {
    const other = OTHER_REACTIONS[simplify(name)];
    if (other === undefined || taken.has(name) || !Object.hasOwn(OTHER_REACTIONS, simplify(name))) continue;
    reactions.set(name, other);
    taken.add(name);
  }
  return { roles, reactions, rest: names.filter((name) => !taken.has(name)) };
}

function unknownColumn(column: string, names: readonly string[]): YoronError {
  return new YoronError({
    code: "unknown-column",
    what: "the source has no column",
    value: column,
    next: `it has: ${names.join(", ")}`,
  });
}
