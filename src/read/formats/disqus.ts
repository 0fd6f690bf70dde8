import type { Discussion, Note } from "../../model/discussion.ts";
import { readDate } from "../dates.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import { malformed, notAnArticle } from "../errors.ts";
import type { Decoded, Format } from "../format.ts";
import { flattenFragment } from "../html/fragment.ts";
import { entityNotes, readXml, type XmlReport } from "../xml.ts";

const NAME = "disqus";

interface Thread {
  readonly id: string;
  readonly fields: Map<string, string>;
  readonly posts: Post[];
}

interface Post {
  readonly id: string;
  readonly fields: Map<string, string>;
  thread: string;
  parent: string | null;
}

/** The format of a Disqus export: a discussion for each thread. */
export const disqus: Format = {
  name: NAME,
  description: "Disqus XML export, a discussion for each thread; without deleted posts and spam",
  needs: "a disqus element with thread and post",
  detect: ({ text }) => (/<disqus\b/.test(text.slice(0, 5000)) ? 0.95 : 0),
  *read(decoded) {
    let count = 0;
    const report: XmlReport = { declaredEntities: 0, open: [] };
    for (const thread of readThreads(decoded, report)) {
      if (thread.fields.get("isDeleted") === "true") continue;
      count++;
      yield readThread(decoded, thread, entityNotes(report));
    }
    if (count === 0) throw notAnArticle(decoded, NAME);
  },
};

/** Posts stand after all threads, so the file is walked to its end before the first thread is whole. */
function readThreads(decoded: Decoded, report: XmlReport): Iterable<Thread> {
  const walk = new ThreadWalk();
  for (const event of readXml(decoded.text, report)) {
    if (event.kind === "text") walk.addText(event.text);
    else if (event.kind === "open") walk.open(event.name, event.attributes["dsq:id"] ?? "");
    else walk.close(event.name);
  }
  if (report.open.length > 0) throw malformed(decoded, "is cut off inside the element", report.open.at(-1));
  return walk.threads.values();
}

/** The threads met so far, with the record and the field of it that are open. */
class ThreadWalk {
  readonly threads = new Map<string, Thread>();
  #record: { readonly fields: Map<string, string> } | null = null;
  /** The record, where it is a post. */
  #post: Post | null = null;
  #field: string | null = null;
  #text: string[] = [];

  addText(text: string): void {
    if (this.#field !== null) this.#text.push(text);
  }

  open(name: string, id: string): void {
    if (this.#record === null) this.#openRecord(name, id);
    else if (this.#post !== null && name === "thread") this.#post.thread = id;
    else if (this.#post !== null && name === "parent") this.#post.parent = id;
    else {
      this.#field = name;
      this.#text = [];
    }
  }

  #openRecord(name: string, id: string): void {
    if (name === "thread") {
      const thread: Thread = { id, fields: new Map(), posts: [] };
      if (!this.threads.has(id)) this.threads.set(id, thread);
      this.#record = thread;
    } else if (name === "post") {
      this.#post = { id, fields: new Map(), thread: "", parent: null };
      this.#record = this.#post;
    }
  }

  close(name: string): void {
    if (name === "thread" && this.#post === null) this.#record = null;
    else if (name === "post" && this.#post !== null) {
      this.threads.get(this.#post.thread)?.posts.push(this.#post);
      this.#post = null;
      this.#record = null;
    } else if (this.#field === name && this.#record !== null) {
      // The forum's own title and an author's name share their element's name with nothing else that is kept.
      if (!this.#record.fields.has(name)) this.#record.fields.set(name, this.#text.join(""));
      this.#field = null;
    }
  }
}

function readThread(decoded: Decoded, { id, fields, posts }: Thread, notes: Note[]): Discussion {
  const hidden = (post: Post): boolean =>
    post.fields.get("isDeleted") === "true" || post.fields.get("isSpam") === "true";
  const answered = new Set(posts.filter((post) => !hidden(post)).map((post) => post.parent));
  const drafts: CommentDraft[] = [];
  let left = 0;
  for (const post of posts) {
    const own: Note[] = [];
    if (hidden(post)) {
      left++;
      if (!answered.has(post.id)) continue;
      own.push({ code: "deleted", message: "deleted or spam; kept without words because others answer it" });
      drafts.push({ ...emptyDraft(post), notes: own });
      continue;
    }
    const { text, links } = flattenFragment(post.fields.get("message") ?? "");
    drafts.push({
      ...emptyDraft(post),
      author: post.fields.get("name")?.trim() || null,
      posted: readDate(post.fields.get("createdAt"), own),
      text,
      links,
      notes: own,
    });
  }
  if (left > 0) notes.push({ code: "deleted-comments", message: `${left} deleted or spam posts are left out` });
  notes.push({ code: "no-article-text", message: "the export does not hold the article's text" });
  const article = {
    title: fields.get("title")?.trim() || fields.get("link")?.trim() || id,
    url: fields.get("link")?.trim() || null,
    published: readDate(fields.get("createdAt"), notes),
    text: "",
    notes,
  };
  return makeDiscussion(decoded, NAME, { article, comments: drafts });
}

function emptyDraft({ id, parent }: Post): CommentDraft {
  return { sourceId: id || null, parentId: parent, author: null, posted: null, reactions: { up: null }, text: "" };
}
