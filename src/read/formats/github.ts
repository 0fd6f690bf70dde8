import type { Discussion, Note } from "../../model/discussion.ts";
import { readDate } from "../dates.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import type { Decoded, Format } from "../format.ts";
import { countOrNull, isObject, type JsonObject, objectsOf, textOrNull } from "../json.ts";
import { peekRecords, recordsOf } from "../json-records.ts";
import { personName } from "../objects/person.ts";
import { votesOf } from "../objects/votes.ts";
import { titleFromPath } from "../separated.ts";

const NAME = "github";
/** Names by which the GraphQL API calls what the REST API calls `+1` and `-1`. */
const GRAPHQL: Readonly<Record<string, string>> = { THUMBS_UP: "+1", THUMBS_DOWN: "-1" };

/** The format of issues and pull requests of GitHub with their comments; bodies stay Markdown, as written. */
export const github: Format = {
  name: NAME,
  description: "GitHub issues, pull requests and their comments: REST answers, or gh issue view --json",
  needs: "JSON with user.login or author.login, body, and html_url, issue_url or comments[]",
  detect: (sample) => (peekRecords(sample).some((one) => isIssue(one) || isComment(one)) ? 0.93 : 0),
  *read(decoded) {
    const threads = new Map<string, { issue: JsonObject | null; comments: JsonObject[] }>();
    let unknown = 0;
    for (const record of recordsOf(decoded)) {
      if (!isIssue(record) && !isComment(record)) {
        unknown++;
        continue;
      }
      const key = threadOf(record);
      const thread = threads.get(key) ?? { issue: null, comments: [] };
      threads.set(key, thread);
      if (isIssue(record)) thread.issue ??= record;
      else thread.comments.push(record);
    }
    const notes: Note[] =
      unknown === 0 ? [] : [{ code: "not-understood", message: `${unknown} objects are neither issues nor comments` }];
    for (const [key, { issue, comments }] of threads) yield readIssue(decoded, key, issue, comments, notes);
  },
};

function writer(one: JsonObject): unknown {
  return "user" in one ? one.user : one.author;
}

function isWritten(one: JsonObject): boolean {
  const person = writer(one);
  return "body" in one && (person === null || (isObject(person) && typeof person.login === "string"));
}

function isIssue(one: JsonObject): boolean {
  return (
    isWritten(one) &&
    typeof one.title === "string" &&
    ("html_url" in one || "number" in one || Array.isArray(one.comments))
  );
}

function isComment(one: JsonObject): boolean {
  return (
    isWritten(one) &&
    typeof one.title !== "string" &&
    ("issue_url" in one || "pull_request_url" in one || "author_association" in one)
  );
}

/** An issue and its comments share the address that ends in its number, `pull` and `issues` being the same. */
function threadOf(one: JsonObject): string {
  const address =
    textOrNull(one.html_url) ?? textOrNull(one.url) ?? textOrNull(one.issue_url) ?? textOrNull(one.number) ?? "";
  return address.replace(/#.*$/, "").replace(/\/(?:pull|issues)\/(\d{1,12})$/, "/issues/$1");
}

function readIssue(
  decoded: Decoded,
  key: string,
  issue: JsonObject | null,
  listed: readonly JsonObject[],
  shared: readonly Note[],
): Discussion {
  const notes: Note[] = [...shared];
  const comments: CommentDraft[] = [...listed, ...objectsOf(issue?.comments)].map(readComment);
  const total = countOrNull(issue?.comments);
  if (total !== null && total > comments.length)
    notes.push({ code: "missing-comments", message: `the source holds ${comments.length} of ${total} comments` });
  if (issue === null) notes.push({ code: "no-article-text", message: "the issue itself is not in the source" });
  const first = textOrNull(listed[0]?.html_url)?.replace(/#.*$/, "") ?? null;
  const address = textOrNull(issue?.html_url) ?? textOrNull(issue?.url) ?? first ?? key;
  const article = {
    title: textOrNull(issue?.title) ?? nameOf(address, decoded.path),
    author: personName(issue === null ? null : writer(issue)),
    url: /^https?:/.test(address) ? address : null,
    published: readDate(issue?.created_at ?? issue?.createdAt, notes),
    text: bodyOf(issue ?? {}),
    notes,
  };
  return makeDiscussion(decoded, NAME, { article, comments });
}

/** An issue that is not there is called by its place: `owner/repository/issues/12`. */
function nameOf(address: string, path: string | null): string {
  return /^https?:/.test(address) ? address.replace(/^https?:\/\/[^/]+\/(?:repos\/)?/, "") : titleFromPath(path);
}

function bodyOf(one: JsonObject): string {
  return (textOrNull(one.body) ?? "").replace(/\r\n?/g, "\n").trim();
}

function readComment(comment: JsonObject): CommentDraft {
  const notes: Note[] = [];
  const created = textOrNull(comment.created_at) ?? textOrNull(comment.createdAt);
  const updated = textOrNull(comment.updated_at) ?? textOrNull(comment.updatedAt);
  if (updated !== null && updated !== created) notes.push({ code: "edited", message: `changed at ${updated}` });
  if (comment.isMinimized === true)
    notes.push({
      code: "hidden",
      message: `hidden on the page: ${textOrNull(comment.minimizedReason) ?? "no reason given"}`,
    });
  const attributes: Record<string, string> = {};
  const role = textOrNull(comment.author_association) ?? textOrNull(comment.authorAssociation);
  if (role !== null && role !== "NONE") attributes.author_association = role;
  for (const name of ["path", "line", "state"]) {
    const value = textOrNull(comment[name]);
    if (value !== null) attributes[name] = value;
  }
  return {
    sourceId: textOrNull(comment.id),
    parentId: textOrNull(comment.in_reply_to_id),
    author: personName(writer(comment)),
    posted: readDate(created, notes),
    reactions: reactionsOf(comment),
    attributes,
    text: bodyOf(comment),
    notes,
  };
}

/** The REST API gives every count; the GraphQL API lists those that there are. */
function reactionsOf(comment: JsonObject): Record<string, number | null> {
  const groups = objectsOf(comment.reactionGroups).map((group) => {
    const users = isObject(group.users) ? group.users : {};
    const name = textOrNull(group.content) ?? "";
    return { name: GRAPHQL[name] ?? name.toLowerCase(), count: countOrNull(users.totalCount) ?? 0 };
  });
  const votes = votesOf(Array.isArray(comment.reactionGroups) ? groups : comment.reactions);
  return { up: null, ...votes };
}
