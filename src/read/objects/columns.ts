import { type Columns, guessText, settleColumns, simplify } from "../columns.ts";
import type { ColumnMapping } from "../format.ts";
import type { FlatRow } from "./flat-row.ts";
import { sampleOf } from "./sample.ts";
import { wordsField } from "./words.ts";

type Role = Exclude<keyof ColumnMapping, "text">;

/** Names that objects of APIs use beside the usual ones of columns, surest first; simplified. */
const ALSO: Readonly<Record<Role, readonly string[]>> = {
  id: ["cid", "uuid", "guid", "pk", "key", "messageid", "postnumber", "idstr", "objectid"],
  author: [
    "authorname",
    "displayname",
    "nickname",
    "screenname",
    "username",
    "login",
    "handle",
    "authordisplayname",
    "creator",
    "account",
    "owner",
    "commenter",
    "poster",
    "sender",
    "from",
    "by",
    "投稿者名",
    "ハンドルネーム",
  ],
  date: [
    "createdutc",
    "publishedat",
    "datecreated",
    "creationdate",
    "createdtime",
    "publishedtime",
    "timestamputc",
    "timeparsed",
    "sentat",
    "commenttime",
    "ts",
    "publisheddate",
    "pubdate",
    "published",
    "updatedat",
  ],
  up: [
    "likecount",
    "favoritecount",
    "favouritescount",
    "thumbsup",
    "votecount",
    "votes",
    "upvotecount",
    "points",
    "goodcount",
    "reactionscount",
    "ups",
  ],
  down: ["dislikecount", "thumbsdown", "downvotecount", "badcount", "downs"],
  parent: [
    "inreplytostatusid",
    "inreplytostatusidstr",
    "inreplytoid",
    "replytoid",
    "replyid",
    "parentcommentid",
    "parentpostid",
    "replytopostnumber",
    "threadts",
    "parentcid",
    "返信先id",
  ],
};
/** By which somebody signs in, and by which others see them: where both stand, the second is the name. */
const LOGIN = /^(?:username|login|screenname)$/;
const SHOWN = /^(?:name|displayname|nickname)$/;
const ROLES = Object.keys(ALSO) as Role[];

/**
 * Returns what the fields of a list hold: by the given mapping, by usual names, by names that APIs use, then by what
 * their values look like.
 */
export function settleFields(rows: readonly FlatRow[], given: ColumnMapping = {}): Columns {
  const names = [...new Set(rows.flatMap(({ cells }) => [...cells.keys()]))];
  const sample = sampleOf(rows);
  const known = given.text === undefined ? wordsField(names) : null;
  const guessed = given.text === undefined && known === null ? guessText(sample) : null;
  const words = known ?? guessed;
  const mapping: { -readonly [role in keyof ColumnMapping]: ColumnMapping[role] } =
    words === null ? { ...given } : { ...given, text: words };
  const usual = settleColumns(names, mapping);
  for (const role of ROLES) {
    const field = given[role] === undefined ? otherField(role, { rows, usual, mapping }) : null;
    if (field !== null) mapping[role] = field;
  }
  const parent = mapping.parent ?? usual.roles.get("parent");
  const id = mapping.id ?? usual.roles.get("id");
  if (parent !== undefined && given.id === undefined) {
    const named = idThatParentsName(rows, parent, id, names);
    if (named !== null) mapping.id = named;
  }
  const columns = settleColumns(names, mapping, { sample });
  return guessed === null ? columns : { ...columns, guessed: [["text", guessed], ...columns.guessed] };
}

/** What is known of the fields of a list by their usual names. */
interface Settled {
  readonly rows: readonly FlatRow[];
  readonly usual: Columns;
  readonly mapping: ColumnMapping;
}

/** The field that holds a role better than that of the usual name, or where there is none; null to leave it. */
function otherField(role: Role, { rows, usual, mapping }: Settled): string | null {
  const found = usual.roles.get(role);
  if (found !== undefined && role !== "author") return null;
  if (found !== undefined) {
    const cell = (row: FlatRow, name: string): string => row.cells.get(name)?.trim() ?? "";
    const shown = LOGIN.test(simplify(found)) ? usual.rest.find((name) => SHOWN.test(simplify(name))) : undefined;
    if (shown !== undefined)
      return rows.every((row) => cell(row, shown) !== "" || cell(row, found) === "") ? shown : null;
    if (rows.some((row) => !isNumber(cell(row, found)))) return null;
  }
  const also = ALSO[role]
    .map((one) => usual.rest.find((name) => simplify(name) === one))
    .find((name) => name !== undefined && !Object.values(mapping).includes(name));
  return also ?? null;
}

/** A number is how a service knows a person, not a name. */
function isNumber(text: string): boolean {
  return text === "" || /^\d+$/.test(text);
}

const MOST_NAMES = 100;

/** Replies may name their parent by another field than the first that looks like an id: by its number in the thread. */
function idThatParentsName(
  rows: readonly FlatRow[],
  parent: string,
  id: string | undefined,
  names: readonly string[],
): string | null {
  const wanted = new Set(rows.map(({ cells }) => cells.get(parent) ?? "").filter((value) => !isNoParent(value)));
  if (wanted.size === 0) return null;
  const hits = (name: string): number => rows.filter(({ cells }) => wanted.has(cells.get(name) ?? "")).length;
  if (id !== undefined && hits(id) > 0) return null;
  let best: string | null = null;
  let most = 0;
  for (const name of names.slice(0, MOST_NAMES)) {
    if (
      name === parent ||
      !/(?:id|number|no|num|key|ts|番号)$/i.test(name) ||
      /parent|reply|thread|root|親|返信/i.test(name)
    )
      continue;
    const values = rows.map(({ cells }) => cells.get(name) ?? "");
    if (new Set(values).size < values.length) continue;
    const own = hits(name);
    if (own > most) [best, most] = [name, own];
  }
  return best;
}

/** Whether what stands for a parent says that there is none. */
export function isNoParent(value: string): boolean {
  return /^(?:|0|-1|root|null|none|なし|false)$/i.test(value.trim());
}
