import type { Comment, Discussion, Furniture, Published } from "../model/discussion.ts";
import { YoronError } from "../model/error.ts";
import { deepFreeze } from "../model/freeze.ts";

/**
 * Returns one discussion of the comment pages of one article, in the order given: comments are numbered anew, one that
 * stands on two pages (by its `sourceId`) is kept once, and the other sources are named in the notes of `source`.
 *
 * Throws `bad-value` for no discussion or for articles of different titles. There is no `trace`: its rows belong to
 * single inputs.
 *
 * @example
 * const whole = joinPages([readPage(page1), readPage(page2)]);
 */
export function joinPages(discussions: readonly Discussion[]): Discussion {
  const [first] = discussions;
  if (first === undefined) throw new YoronError({ code: "bad-value", what: "there are no pages to join" });
  const other = discussions.find(({ article }) => article.title !== first.article.title);
  if (other !== undefined) {
    throw new YoronError({
      code: "bad-value",
      what: `the pages are of different articles: "${first.article.title}" and`,
      value: other.article.title,
      next: "join only the comment pages of one article",
    });
  }
  const comments = joinComments(discussions);
  const { trace: _, ...rest } = first;
  const sources = discussions.slice(1).map(({ source }) => source.path ?? source.sha256.slice(0, 12));
  const message = `comment pages joined with this one: ${sources.join(", ")}`;
  const notes = sources.length === 0 ? first.source.notes : [...first.source.notes, { code: "joined", message }];
  const fullest = discussions.find(({ article }) => article.text !== "")?.article ?? first.article;
  return deepFreeze({
    ...rest,
    source: { ...first.source, notes },
    article: { ...fullest, published: earliest(discussions) },
    comments,
    furniture: joinFurniture(discussions),
  });
}

function joinComments(discussions: readonly Discussion[]): Comment[] {
  const joined: Comment[] = [];
  const bySource = new Map<string, Comment>();
  for (const { comments } of discussions) {
    const renamed = new Map<string, string>();
    const page: Comment[] = [];
    for (const comment of comments) {
      const known = comment.sourceId === null ? undefined : bySource.get(comment.sourceId);
      if (known !== undefined && known.text === comment.text) {
        renamed.set(comment.id, known.id);
        continue;
      }
      const order = joined.length + page.length;
      const id = `c${order + 1}`;
      renamed.set(comment.id, id);
      page.push({ ...comment, id, order });
    }
    for (const comment of page) {
      const moved = { ...comment, replyTo: comment.replyTo === null ? null : (renamed.get(comment.replyTo) ?? null) };
      joined.push(moved);
      if (comment.sourceId !== null && !bySource.has(comment.sourceId)) bySource.set(comment.sourceId, moved);
    }
  }
  return joined;
}

function earliest(discussions: readonly Discussion[]): Published | null {
  const all = discussions.map(({ article }) => article.published).filter((date) => date !== null);
  const certain = all.filter(({ from }) => from !== "earliest-comment");
  const pool = certain.length > 0 ? certain : all;
  return pool.reduce<Published | null>((best, date) => (best === null || date.value < best.value ? date : best), null);
}

/** Pages of one article share most of their furniture. */
function joinFurniture(discussions: readonly Discussion[]): Furniture[] {
  const seen = new Set<string>();
  return discussions
    .flatMap(({ furniture }) => furniture)
    .filter(({ kind, text }) => {
      const key = `${kind} ${text}`;
      const fresh = !seen.has(key);
      seen.add(key);
      return fresh;
    });
}
