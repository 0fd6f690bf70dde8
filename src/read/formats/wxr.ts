import type { Discussion, Furniture, Note } from "../../model/discussion.ts";
import { parseCount } from "../count.ts";
import { readDate } from "../dates.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import { malformed, notAnArticle } from "../errors.ts";
import type { Decoded, Format } from "../format.ts";
import { flattenFragment } from "../html/fragment.ts";
import { entityNotes, readXml, type XmlReport } from "../xml.ts";

const NAME = "wxr";
/** What a WordPress export holds beside posts. */
const NO_POSTS = new Set([
  "attachment",
  "nav_menu_item",
  "revision",
  "wp_block",
  "wp_template",
  "wp_global_styles",
  "wp_navigation",
]);
/** Posts that readers do not see. */
const UNSEEN = new Set(["draft", "pending", "private", "trash", "auto-draft", "future"]);
const VOTES: Readonly<Record<string, "up" | "down">> = { cld_like_count: "up", cld_dislike_count: "down" };

type Fields = Map<string, string>;

interface Item {
  readonly fields: Fields;
  category: string | null;
  readonly comments: Comment[];
}

interface Comment {
  readonly fields: Fields;
  readonly meta: Fields;
}

/** The format of a WordPress export: a discussion for each published post, one at a time. */
export const wxr: Format = {
  name: NAME,
  description: "WordPress export (WXR), a discussion for each post; only approved comments",
  needs: "RSS 2.0 XML with the wp: namespace",
  detect: ({ text }) =>
    /^\s*(?:<\?xml|<rss)/.test(text.slice(0, 200)) &&
    /xmlns:wp=|<wp:wxr_version|<wp:post_id/.test(text.slice(0, 20_000))
      ? 0.95
      : 0,
  *read(decoded) {
    let count = 0;
    const report: XmlReport = { declaredEntities: 0, open: [] };
    for (const item of readItems(decoded, report)) {
      const discussion = readItem(decoded, item, entityNotes(report));
      if (discussion === null) continue;
      count++;
      yield discussion;
    }
    if (count === 0) throw notAnArticle(decoded, NAME);
  },
};

function* readItems(decoded: Decoded, report: XmlReport): Generator<Item, void, undefined> {
  const walk = new ItemWalk();
  for (const event of readXml(decoded.text, report)) {
    if (event.kind === "text") walk.addText(event.text);
    else if (event.kind === "open") walk.open(event.name, event.attributes.domain ?? "");
    else {
      const item = walk.close(event.name);
      if (item !== null) yield item;
    }
  }
  if (report.open.length > 0 || walk.isOpen) {
    throw malformed(decoded, "is cut off inside the element", report.open.at(-1) ?? "item");
  }
}

/** The item that is open, with the field of it that is. */
class ItemWalk {
  #item: Item | null = null;
  #field: string | null = null;
  #text: string[] = [];
  #domain = "";
  /** The key whose value comes next. */
  #meta: string | null = null;

  get isOpen(): boolean {
    return this.#item !== null;
  }

  addText(text: string): void {
    if (this.#field !== null) this.#text.push(text);
  }

  open(name: string, domain: string): void {
    if (name === "item") this.#item = { fields: new Map(), category: null, comments: [] };
    else if (this.#item !== null) {
      if (name === "wp:comment") this.#item.comments.push({ fields: new Map(), meta: new Map() });
      this.#field = name;
      this.#text = [];
      this.#domain = domain;
    }
  }

  /** Returns the item that ends, null for what is inside of one. */
  close(name: string): Item | null {
    const item = this.#item;
    if (name === "item") this.#item = null;
    if (item === null || name === "item") return item;
    if (this.#field === name) {
      this.#keep(item, name, this.#text.join(""));
      this.#field = null;
    }
    return null;
  }

  #keep(item: Item, field: string, value: string): void {
    const comment = item.comments.at(-1);
    if (field === "category") {
      if (this.#domain === "category" || this.#domain === "") item.category ??= value;
    } else if (field === "wp:meta_key") this.#meta = value;
    else if (field === "wp:meta_value") {
      if (this.#meta !== null) comment?.meta.set(this.#meta, value);
      this.#meta = null;
    } else if (field.startsWith("wp:comment_") && comment !== undefined) comment.fields.set(field, value);
    else if (!item.fields.has(field)) item.fields.set(field, value);
  }
}

function readItem(decoded: Decoded, { fields, category, comments }: Item, notes: Note[]): Discussion | null {
  const field = (name: string): string => fields.get(name) ?? "";
  if (NO_POSTS.has(fields.get("wp:post_type") ?? "post") || UNSEEN.has(fields.get("wp:status") ?? "publish"))
    return null;
  const approved = comments.filter((comment) => fieldOf(comment, "approved") === "1");
  const furniture = approved.filter(isPingback).map(readPingback);
  const showsDown = comments.some(({ meta }) => meta.has("cld_dislike_count"));
  const drafts = approved.filter((comment) => !isPingback(comment)).map((comment) => readComment(comment, showsDown));
  const hidden = comments.length - approved.length;
  if (hidden > 0)
    notes.push({ code: "unapproved-comments", message: `${hidden} comments that are not approved are left out` });
  const { text, links } = flattenFragment(field("content:encoded"));
  const article = {
    title: field("title").trim(),
    category,
    author: field("dc:creator").trim() || null,
    url: field("link").trim() || null,
    published: dateOf(field("wp:post_date"), field("wp:post_date_gmt"), notes),
    text,
    links,
    notes,
  };
  return makeDiscussion(decoded, NAME, { article, comments: drafts, furniture });
}

const fieldOf = ({ fields }: Comment, name: string): string => fields.get(`wp:comment_${name}`) ?? "";

const isPingback = (comment: Comment): boolean => /^(?:pingback|trackback)$/.test(fieldOf(comment, "type"));

function readPingback(comment: Comment): Furniture {
  const { text } = flattenFragment(fieldOf(comment, "content"));
  return { kind: "pingback", text: `${fieldOf(comment, "author")}\n${text}`.trim() };
}

function readComment(comment: Comment, showsDown: boolean): CommentDraft {
  const notes: Note[] = [];
  const { text, links } = flattenFragment(fieldOf(comment, "content"));
  const parent = fieldOf(comment, "parent").trim();
  const votes = votesOf(comment);
  return {
    sourceId: fieldOf(comment, "id").trim() || null,
    parentId: parent === "" || parent === "0" ? null : parent,
    author: fieldOf(comment, "author").trim() || null,
    posted: dateOf(fieldOf(comment, "date"), fieldOf(comment, "date_gmt"), notes),
    reactions: showsDown ? votes : { up: votes.up },
    text,
    links,
    notes,
  };
}

function votesOf({ meta }: Comment): { up: number | null; down: number | null } {
  const votes: { up: number | null; down: number | null } = { up: null, down: null };
  for (const [key, value] of meta) {
    const name = Object.hasOwn(VOTES, key) ? VOTES[key] : undefined;
    if (name !== undefined) votes[name] = parseCount(value);
  }
  return votes;
}

/** The local time; the one in UTC where there is no other. */
function dateOf(local: string, utc: string, notes: Note[]) {
  const date = readDate(local, notes);
  return date ?? (utc.trim() === "" ? null : readDate(`${utc.trim()}Z`, notes));
}
