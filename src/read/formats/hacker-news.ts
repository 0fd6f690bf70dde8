import type { Discussion, Note } from "../../model/discussion.ts";
import { readDate } from "../dates.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import type { Decoded, Format } from "../format.ts";
import { flattenFragment } from "../html/fragment.ts";
import { countOrNull, type JsonObject, objectsOf, textOrNull } from "../json.ts";
import { peekRecords, recordsOf } from "../json-records.ts";

const NAME = "hacker-news";
const TYPES: ReadonlySet<unknown> = new Set(["story", "comment", "poll", "job", "pollopt"]);

/**
 * The format of items of Hacker News: a story with its children (Algolia), search hits, or items of the official API.
 */
export const hackerNews: Format = {
  name: NAME,
  description:
    "Hacker News: an item with children or search hits (Algolia), or items of the official API, also one a line",
  needs:
    "JSON items with children and story_id or points, hits with comment_text, or items with by, type and kids or parent",
  detect: (sample) => (itemsOf(peekRecords(sample)).some(isItem) ? 0.92 : 0),
  *read(decoded) {
    const items = unfold(itemsOf(recordsOf(decoded)));
    const stories = storiesOf(items);
    for (const [story, own] of stories) yield readStory(decoded, story, own);
  },
};

/** An item with the id of what it answers. */
interface Item {
  readonly id: string | null;
  readonly parent: string | null;
  readonly fields: JsonObject;
}

function itemsOf(records: readonly JsonObject[]): readonly JsonObject[] {
  return records.flatMap((record) => (Array.isArray(record.hits) ? objectsOf(record.hits) : [record]));
}

function isItem(item: JsonObject): boolean {
  if (typeof item.comment_text === "string" && "story_id" in item) return true;
  if (!TYPES.has(item.type)) return false;
  return (
    (Array.isArray(item.children) && ("story_id" in item || "points" in item)) ||
    ("time" in item && ("by" in item || item.deleted === true || item.dead === true))
  );
}

/**
 * Returns nested children as one list; an item of the official API names its parent or holds its kids as ids or
 * objects.
 */
function unfold(items: readonly JsonObject[]): Item[] {
  const found: Item[] = [];
  const waiting: { fields: JsonObject; within: string | null }[] = [];
  const add = (some: readonly JsonObject[], within: string | null): void => {
    for (let i = some.length - 1; i >= 0; i--) waiting.push({ fields: some[i]!, within });
  };
  add(items, null);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { fields, within } = next;
    const id = textOrNull(fields.id) ?? textOrNull(fields.objectID);
    const parent = within ?? textOrNull(fields.parent_id) ?? textOrNull(fields.parent);
    found.push({ id, parent, fields });
    add(objectsOf(fields.children), id);
    add(objectsOf(fields.kids), id);
  }
  return found;
}

/**
 * Returns the items by the story that they lead up to; what leads to none that is there goes by its story's id, if it
 * says it.
 */
function storiesOf(items: readonly Item[]): Map<string, Item[]> {
  const byId = new Map(items.map((item) => [item.id, item]));
  const story = new Map<Item, string>();
  for (const item of items) {
    const path: Item[] = [];
    const onPath = new Set<Item>();
    let at: Item | undefined = item;
    while (at !== undefined && !story.has(at) && !onPath.has(at)) {
      path.push(at);
      onPath.add(at);
      at = at.parent === null ? undefined : byId.get(at.parent);
    }
    const top = path.at(-1);
    const found =
      at !== undefined && story.has(at)
        ? story.get(at)!
        : (textOrNull(top?.fields.story_id) ?? (isStory(top) ? top?.id : top?.parent) ?? top?.id ?? "");
    for (const one of path) story.set(one, found);
  }
  const stories = new Map<string, Item[]>();
  for (const item of items) {
    const own = stories.get(story.get(item)!);
    if (own === undefined) stories.set(story.get(item)!, [item]);
    else own.push(item);
  }
  return stories;
}

function isStory(item: Item | undefined): boolean {
  return item !== undefined && typeof item.fields.title === "string" && item.fields.type !== "comment";
}

function readStory(decoded: Decoded, id: string, items: readonly Item[]): Discussion {
  const story = items.find((item) => item.id === id && isStory(item));
  const fields = story?.fields ?? {};
  const notes: Note[] = [];
  const { text, links } = flattenFragment(textOrNull(fields.text) ?? textOrNull(fields.story_text) ?? "");
  if (story === undefined) notes.push({ code: "no-article-text", message: "the story is not in the source" });
  else if (text === "") notes.push({ code: "no-article-text", message: "the story is a link to another page" });
  const comments = items.filter((item) => item !== story).map((item) => readComment(item, id));
  const total = countOrNull(fields.descendants) ?? countOrNull(fields.num_comments);
  if (total !== null && total > comments.length)
    notes.push({ code: "missing-comments", message: `the source holds ${comments.length} of ${total} comments` });
  const title = textOrNull(fields.title) ?? textOrNull(items[0]?.fields.story_title) ?? id;
  const article = {
    title,
    author: textOrNull(fields.author) ?? textOrNull(fields.by),
    url:
      textOrNull(fields.url) ?? textOrNull(items[0]?.fields.story_url) ?? `https://news.ycombinator.com/item?id=${id}`,
    published: readDate(textOrNull(fields.created_at) ?? textOrNull(fields.time), notes),
    text,
    links,
    notes,
  };
  return makeDiscussion(decoded, NAME, { article, comments });
}

function readComment({ id, parent, fields }: Item, story: string): CommentDraft {
  const notes: Note[] = [];
  const { text, links } = flattenFragment(textOrNull(fields.text) ?? textOrNull(fields.comment_text) ?? "");
  if (text === "" || fields.deleted === true || fields.dead === true)
    notes.push({ code: "deleted", message: fields.dead === true ? "hidden by moderators or readers" : "deleted" });
  return {
    sourceId: id,
    parentId: parent === story ? null : parent,
    author: textOrNull(fields.author) ?? textOrNull(fields.by),
    posted: readDate(textOrNull(fields.created_at) ?? textOrNull(fields.time), notes),
    reactions: { up: countOrNull(fields.points) },
    text,
    links,
    notes,
  };
}
