import type { Discussion, Note } from "../../model/discussion.ts";
import { readDate } from "../dates.ts";
import { makeDiscussion } from "../discussion.ts";
import { notAnArticle } from "../errors.ts";
import type { Decoded, Format } from "../format.ts";
import type { JsonObject } from "../json.ts";
import { peekRecords, recordsOf } from "../json-records.ts";
import { titleFromPath } from "../separated.ts";
import { readComments } from "./read-comments.ts";
import type { ArticleShape, SourceShape, Thread } from "./shape.ts";
import { textAt } from "./where.ts";
import { wordsOf } from "./words.ts";

/** Returns the format that reads a described kind of source: one answer, an array of answers, or one a line. */
export function shapedFormat(shape: SourceShape): Format {
  return {
    name: shape.name,
    description: shape.description,
    needs: shape.needs,
    detect: (sample) => (peekRecords(sample).some((record) => shape.posts(record).some(shape.isPost)) ? shape.sure : 0),
    *read(decoded) {
      const records = recordsOf(decoded);
      const inside = records.map(shape.posts);
      const posts = inside.flat();
      const own = posts.filter(shape.isPost);
      const others =
        posts.length -
        own.length +
        records.filter((one, i) => inside[i]!.length === 0 && holds(one) && shape.isFrame?.(one) !== true).length;
      let count = 0;
      for (const thread of shape.threads(records, own)) {
        const notes = [...(thread.notes ?? []), ...(count === 0 ? notUnderstood(others) : [])];
        yield readThread(decoded, shape, { ...thread, notes });
        count++;
      }
      if (count === 0) throw notAnArticle(decoded, shape.name);
    },
  };
}

/** Whether a record that has no posts holds anything to be missed: frames of an export do not. */
function holds(record: JsonObject): boolean {
  return Object.values(record).some((value) =>
    Array.isArray(value) ? value.length > 0 : typeof value === "object" ? value !== null : typeof value === "string",
  );
}

function notUnderstood(count: number): Note[] {
  return count === 0 ? [] : [{ code: "not-understood", message: `${count} objects of another kind` }];
}

function readThread(decoded: Decoded, shape: SourceShape, thread: Thread): Discussion {
  const found = readComments(thread.comments, shape.comment, thread.root ?? null);
  const { comments, furniture } = found;
  const notes: Note[] = [...(thread.notes ?? []), ...found.notes];
  const missing = (thread.total ?? 0) - comments.length - found.left;
  if (missing > 0) {
    const message = `the source holds ${comments.length} of ${thread.total} comments`;
    notes.push({ code: "missing-comments", message });
  }
  const article = {
    ...readArticle(thread, shape.article, notes),
    notes,
  };
  if (article.text === "")
    notes.push({ code: "no-article-text", message: thread.without ?? "the source holds comments only" });
  const title = article.title || titleFromPath(decoded.path);
  return makeDiscussion(decoded, shape.name, { article: { ...article, title }, comments, furniture });
}

function readArticle(thread: Thread, shape: ArticleShape, notes: Note[]) {
  const object = thread.article;
  if (object === null) return { title: thread.title?.trim() ?? "", url: thread.url ?? null, text: "", links: [] };
  const { text, links, ruby } = wordsOf(object, shape);
  notes.push(...(shape.notes?.(object) ?? []));
  return {
    title: (thread.title ?? textAt(object, shape.title))?.trim() || firstLine(text),
    category: textAt(object, shape.category),
    author: textAt(object, shape.author)?.trim() ?? null,
    url: thread.url ?? urlOf(object, shape),
    published: readDate(textAt(object, shape.date ?? []), notes),
    text,
    links,
    ruby,
  };
}

function urlOf(object: JsonObject, { url }: ArticleShape): string | null {
  const found = typeof url === "function" ? url(object) : textAt(object, url);
  return found !== null && /^https?:\/\//i.test(found) ? found : null;
}

const LONGEST_TITLE = 60;

/** A post has no title; its first line stands for it. */
function firstLine(text: string): string {
  const [line = ""] = text.split("\n", 1);
  return line.length > LONGEST_TITLE ? `${line.slice(0, LONGEST_TITLE)}…` : line;
}
