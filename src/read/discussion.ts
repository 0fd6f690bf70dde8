import type {
  Attributes,
  Comment,
  DateValue,
  Discussion,
  Furniture,
  Link,
  Note,
  Published,
  Reactions,
  Ruby,
  TraceRow,
} from "../model/discussion.ts";
import { YoronError } from "../model/error.ts";
import { deepFreeze } from "../model/freeze.ts";
import { parsePageDate } from "../text/page-date.ts";
import { emptyText, emptyTexts } from "./empty-texts.ts";
import type { Decoded } from "./format.ts";
import { settleCounts } from "./settle-counts.ts";

/** What a comment has of which a source says nothing: one for all. */
const NONE: readonly never[] = Object.freeze([]);
const NO_ATTRIBUTES: Attributes = Object.freeze({});

/** What a format found of a comment; ids, order and depth are made from it. */
export interface CommentDraft {
  sourceId?: string | null;
  /** Index of the comment that this one answers, where nesting shows it. */
  parent?: number | null;
  /** Or the `sourceId` of it, where ids show it; it may come later. */
  parentId?: string | null;
  author: string | null;
  posted: DateValue | null;
  reactions: Reactions;
  attributes?: Attributes;
  text: string;
  links?: readonly Link[];
  ruby?: readonly Ruby[];
  notes?: Note[];
}

/** What a format found of an article. */
export interface ArticleDraft {
  title: string;
  category?: string | null;
  author?: string | null;
  url?: string | null;
  published?: DateValue | null;
  text: string;
  links?: readonly Link[];
  ruby?: readonly Ruby[];
  notes?: readonly Note[];
}

/** What a format found on a page. */
export interface DiscussionDraft {
  article: ArticleDraft;
  comments: readonly CommentDraft[];
  furniture?: readonly Furniture[];
  trace?: readonly TraceRow[];
}

/**
 * Returns a frozen Discussion of what a format found: numbers the comments, resolves parents, repairs cycles and
 * duplicate ids with a note, and infers the date of publication from the earliest comment where nothing says it.
 *
 * For a format of one's own: its `read(decoded)` yields what this gives.
 *
 * @example
 * const lines = {
 *   name: "lines", description: "a title, then a comment a line", needs: "plain text",
 *   detect: () => 0.1,
 *   *read(decoded) {
 *     const [title = "", ...texts] = decoded.text.trim().split("\n");
 *     const comments = texts.map((text) => ({ sourceId: null, parent: null, author: null, posted: null, reactions: {}, text }));
 *     yield makeDiscussion(decoded, "lines", { article: { title, text: "" }, comments });
 *   },
 * };
 * readPage("題\n賛成です", { format: "lines", formats: [lines, ...formats] }).comments[0].text; // "賛成です"
 */
export function makeDiscussion(decoded: Decoded, format: string, draft: DiscussionDraft): Discussion {
  const comments = numberComments(draft.comments);
  const { article } = draft;
  const discussion: Discussion = {
    schema: "yoron/discussion@1",
    id: decoded.sha256.slice(0, 12),
    source: { path: decoded.path, format, encoding: decoded.encoding, sha256: decoded.sha256, notes: decoded.notes },
    article: {
      title: article.title,
      category: article.category ?? null,
      author: article.author ?? null,
      url: article.url ?? null,
      published: published(decoded, article.published ?? null, comments),
      text: article.text,
      links: article.links ?? [],
      ruby: article.ruby ?? [],
      notes: [...(article.notes ?? []), ...emptyTexts(comments)],
    },
    comments,
    furniture: draft.furniture ?? [],
    ...(decoded.options.trace === true && draft.trace !== undefined ? { trace: draft.trace } : {}),
  };
  return deepFreeze(discussion);
}

function published(decoded: Decoded, page: DateValue | null, comments: readonly Comment[]): Published | null {
  const { published: option } = decoded.options;
  if (page !== null) return { ...page, from: "page" };
  if (option !== undefined) {
    const value = parsePageDate(option);
    if (value === null || value === "invalid") {
      throw new YoronError({
        code: "bad-value",
        what: "published is not a date:",
        value: option,
        next: "give it as 2022-09-15",
      });
    }
    return { ...value, from: "option" };
  }
  let earliest: DateValue | null = null;
  for (const { posted } of comments) {
    if (posted !== null && (earliest === null || posted.value < earliest.value)) earliest = posted;
  }
  return earliest === null ? null : { value: earliest.value, precision: earliest.precision, from: "earliest-comment" };
}

function numberComments(drafts: readonly CommentDraft[]): Comment[] {
  const notes = drafts.map((draft) => [...(draft.notes ?? []), ...emptyText(draft)]);
  const parents = resolveParents(drafts, notes);
  const depths = measureDepths(parents, notes);
  const reactions = settleCounts(
    drafts.map((draft) => draft.reactions),
    notes,
  );
  return drafts.map((draft, order) => {
    const parent = parents[order]!;
    return {
      id: `c${order + 1}`,
      sourceId: draft.sourceId ?? null,
      order,
      replyTo: parent < 0 ? null : `c${parent + 1}`,
      depth: depths[order]!,
      author: draft.author,
      posted: draft.posted,
      reactions: reactions[order]!,
      attributes: draft.attributes ?? NO_ATTRIBUTES,
      text: draft.text,
      links: someOf(draft.links),
      ruby: someOf(draft.ruby),
      notes: someOf(notes[order]),
    };
  });
}

/** Of very many comments lists that hold nothing take as much as their words. */
function someOf<Value>(list: readonly Value[] = NONE): readonly Value[] {
  return list.length === 0 ? NONE : list;
}

function resolveParents(drafts: readonly CommentDraft[], notes: Note[][]): Int32Array {
  const byId = new Map<string, number>();
  drafts.forEach(({ sourceId }, index) => {
    if (sourceId === undefined || sourceId === null) return;
    if (byId.has(sourceId)) {
      notes[index]!.push({ code: "duplicate-id", message: `the id ${sourceId} is also that of an earlier comment` });
    } else byId.set(sourceId, index);
  });
  return Int32Array.from(drafts, ({ parent, parentId }, index) => {
    if (parent !== undefined && parent !== null) return parent;
    if (parentId === undefined || parentId === null) return -1;
    const found = byId.get(parentId);
    if (found !== undefined && found !== index) return found;
    notes[index]!.push(
      found === index
        ? { code: "own-parent", message: "names itself as the comment it answers; taken as top-level" }
        : { code: "missing-parent", message: `answers ${parentId}, which is not in the source; taken as top-level` },
    );
    return -1;
  });
}

/**
 * Returns the number of steps to the top for each comment; a cycle is cut at its first comment in page order. Changes
 * `parents`.
 */
function measureDepths(parents: Int32Array, notes: Note[][]): Int32Array {
  const UNKNOWN = -1;
  const ON_PATH = -2;
  const depths = new Int32Array(parents.length).fill(UNKNOWN);
  for (let start = 0; start < parents.length; start++) {
    const path: number[] = [];
    let at = start;
    while (at >= 0 && depths[at] === UNKNOWN) {
      depths[at] = ON_PATH;
      path.push(at);
      at = parents[at]!;
    }
    if (at >= 0 && depths[at] === ON_PATH) {
      let first = at;
      for (let step = parents[at]!; step !== at; step = parents[step]!) first = Math.min(first, step);
      parents[first] = -1;
      notes[first]!.push({
        code: "parent-cycle",
        message: "its chain of parents leads back to it; taken as top-level",
      });
      // The path runs into the cycle, so it is walked anew from the cut.
      for (const index of path) depths[index] = UNKNOWN;
      start--;
      continue;
    }
    let depth = at < 0 ? -1 : depths[at]!;
    for (let i = path.length - 1; i >= 0; i--) depths[path[i]!] = ++depth;
  }
  return depths;
}
