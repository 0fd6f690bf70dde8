import type { Note } from "../../model/discussion.ts";
import { readDate } from "../dates.ts";
import { type ArticleDraft, type CommentDraft, type DiscussionDraft, makeDiscussion } from "../discussion.ts";
import { notAnArticle } from "../errors.ts";
import type { Format } from "../format.ts";
import { readArticle } from "../html/article.ts";
import { flattenFragment } from "../html/fragment.ts";
import {
  articleObject,
  collect,
  hasType,
  isObject,
  type JsonObject,
  jsonLdObjects,
  namesOf,
  stringOf,
} from "../html/json-ld.ts";
import { parseHtml } from "../html/parse.ts";
import { Places } from "../html/places.ts";
import { countOrNull, jsonOf, objectsOf, peekJson } from "../json.ts";
import { looksJson } from "../sniff.ts";

const NAME = "json-ld";

/** The format of an article with comments that a page or a file gives as schema.org JSON-LD. */
export const jsonLd: Format = {
  name: NAME,
  description: "an article with comments as JSON-LD, in an HTML page or by itself",
  needs: "NewsArticle, BlogPosting or the like, with comment[]",
  detect: (sample) => {
    if (looksJson(sample.text)) {
      const head = /"@context"\s*:\s*(?:\[\s*)?"https?:\/\/schema\.org/.test(sample.text.slice(0, 20_000));
      return head && peekJson(sample) !== undefined ? 0.9 : 0;
    }
    return /application\/ld\+json/i.test(sample.text) && /"comment"\s*:\s*[[{]/.test(sample.text) ? 0.6 : 0;
  },
  *read(decoded) {
    const alone = looksJson(decoded.text);
    const objects: JsonObject[] = [];
    const page: {
      trace?: DiscussionDraft["trace"];
      furniture?: DiscussionDraft["furniture"];
      article: ArticleDraft | null;
    } = { article: null };
    if (alone) collect(jsonOf(decoded), objects);
    else {
      const tree = parseHtml(decoded.text);
      const places = new Places(tree);
      objects.push(...jsonLdObjects(tree));
      page.article = readArticle(tree, places, tree.length, tree.length);
      Object.assign(page, places.settle(decoded.options.trace === true));
    }
    const linked = articleObject(objects);
    if (linked === null && page.article === null) throw notAnArticle(decoded, NAME);
    const notes: Note[] = [...(page.article?.notes ?? [])];
    const article = mergeArticle(page.article, linked ?? {}, notes, objects);
    const comments = readComments(linked ?? {}, objects);
    const total = countOrNull(linked?.commentCount);
    if (total !== null && total > comments.length) {
      notes.push({ code: "missing-comments", message: `the source holds ${comments.length} of ${total} comments` });
    }
    const { trace, furniture } = page;
    yield makeDiscussion(decoded, NAME, {
      article,
      comments,
      ...(trace === undefined ? {} : { trace }),
      ...(furniture === undefined ? {} : { furniture }),
    });
  },
};

function mergeArticle(
  page: ArticleDraft | null,
  linked: JsonObject,
  notes: Note[],
  objects: readonly JsonObject[],
): ArticleDraft {
  const shown = page ?? { title: "", text: "" };
  const words = shown.text === "" ? declaredWords(linked, notes) : shown;
  return {
    title: firstString(linked, ["headline", "name"]) ?? shown.title,
    category: shown.category ?? stringOf(linked.articleSection),
    author: namesOf(linked.author, objects) ?? shown.author ?? null,
    url: shown.url ?? firstString(linked, ["url", "mainEntityOfPage"]),
    published: readDate(stringOf(linked.datePublished), notes) ?? shown.published ?? null,
    text: words.text,
    links: words.links ?? [],
    ruby: words.ruby ?? [],
    notes,
  };
}

/** The article's words as they are declared, with a note where none are. */
function declaredWords(linked: JsonObject, notes: Note[]): Pick<ArticleDraft, "text" | "links" | "ruby"> {
  const words = flattenFragment(firstString(linked, ["articleBody", "text"]) ?? "");
  if (words.text === "")
    notes.push({ code: "no-article-text", message: "the source does not hold the article's text" });
  return words;
}

function firstString(object: JsonObject, names: readonly string[]): string | null {
  for (const name of names) {
    const value = stringOf(object[name]);
    if (value !== null) return value;
  }
  return null;
}

/** Comments nest in each other, or stand beside the article and name what they answer. */
function readComments(article: JsonObject, objects: readonly JsonObject[]): CommentDraft[] {
  const drafts: CommentDraft[] = [];
  const seen = new Set<JsonObject>();
  const waiting: { value: JsonObject; parent: number | null }[] = [];
  const add = (value: unknown, parent: number | null): void => {
    const list = Array.isArray(value) ? objectsOf(value) : isObject(value) ? [value] : [];
    for (let i = list.length - 1; i >= 0; i--) waiting.push({ value: list[i]!, parent });
  };
  const loose = objects.filter((object) => hasType(object, /(?:^|\/)Comment$/));
  add([...objectsOf(Array.isArray(article.comment) ? article.comment : [article.comment]), ...loose], null);
  while (waiting.length > 0) {
    const { value, parent } = waiting.pop()!;
    if (seen.has(value)) continue;
    seen.add(value);
    drafts.push(readComment(value, parent));
    add(value.comment, drafts.length - 1);
  }
  const ids = new Set(drafts.map(({ sourceId }) => sourceId));
  // A comment may name the article itself as its parent.
  for (const draft of drafts) if (draft.parentId != null && !ids.has(draft.parentId)) draft.parentId = null;
  return drafts;
}

function readComment(value: JsonObject, parent: number | null): CommentDraft {
  const notes: Note[] = [];
  const { text, links } = flattenFragment(stringOf(value.text) ?? stringOf(value.commentText) ?? "");
  const posted = readDate(stringOf(value.dateCreated) ?? stringOf(value.datePublished), notes);
  const item = value.parentItem;
  const up = countOrNull(value.upvoteCount) ?? likesOf(value.interactionStatistic);
  return {
    sourceId: idOf(value),
    parent,
    parentId: isObject(item) ? idOf(item) : null,
    author: stringOf(value.author) ?? stringOf(value.creator),
    posted,
    reactions: "downvoteCount" in value ? { up, down: countOrNull(value.downvoteCount) } : { up },
    text,
    links,
    notes,
  };
}

function idOf(value: JsonObject): string | null {
  return typeof value["@id"] === "string" ? value["@id"] : typeof value.url === "string" ? value.url : null;
}

function likesOf(statistic: unknown): number | null {
  const list = Array.isArray(statistic) ? objectsOf(statistic) : isObject(statistic) ? [statistic] : [];
  for (const one of list) {
    const kind = isObject(one.interactionType) ? one.interactionType["@type"] : one.interactionType;
    if (/LikeAction$/.test(String(kind))) return countOrNull(one.userInteractionCount);
  }
  return null;
}
