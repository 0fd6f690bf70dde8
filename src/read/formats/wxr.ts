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
  readonly comments: { readonly fields: Fields; readonly meta: Fields }[];
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
  let item: Item | null = null;
  let field: string | null = null;
  let text: string[] = [];
  let domain = "";
  let meta: string | null = null;
  for (const event of readXml(decoded.text, report)) {
    if (event.kind === "text") {
      if (field !== null) text.push(event.text);
    } else if (event.kind === "open") {
      if (event.name === "item") item = { fields: new Map(), category: null, comments: [] };
      else if (item !== null) {
        if (event.name === "wp:comment") item.comments.push({ fields: new Map(), meta: new Map() });
        field = event.name;
        text = [];
        domain = event.attributes.domain ?? "";
      }
    } else if (event.name === "item") {
      if (item !== null) yield item;
      item = null;
    } else if (item !== null && field === event.name) {
      const value = text.join("");
      const comment = item.comments.at(-1);
      if (field === "category") {
        if (domain === "category" || domain === "") item.category ??= value;
      } else if (field === "wp:meta_key") meta = value;
      else if (field === "wp:meta_value") {
        if (meta !== null) comment?.meta.set(meta, value);
        meta = null;
      } else if (field.startsWith("wp:comment_") && comment !== undefined) comment.fields.set(field, value);
      else if (!item.fields.has(field)) item.fields.set(field, value);
      field = null;
    }
  }
  if (report.open.length > 0 || item !== null) {
    throw malformed(decoded, "is cut off inside the element", report.open.at(-1) ?? "item");
  }
}

function readItem(decoded: Decoded, { fields, category, comments }: Item, notes: Note[]): Discussion | null {
  if (NO_POSTS.has(fields.get("wp:post_type") ?? "post") || UNSEEN.has(fields.get("wp:status") ?? "publish"))
    return null;
  const drafts: CommentDraft[] = [];
  const furniture: Furniture[] = [];
  let hidden = 0;
  const showsDown = comments.some(({ meta }) => meta.has("cld_dislike_count"));
  for (const comment of comments) {
    const get = (name: string): string => comment.fields.get(`wp:comment_${name}`) ?? "";
    if (get("approved") !== "1") {
      hidden++;
      continue;
    }
    const { text, links } = flattenFragment(get("content"));
    const type = get("type");
    if (type === "pingback" || type === "trackback") {
      furniture.push({ kind: "pingback", text: `${get("author")}\n${text}`.trim() });
      continue;
    }
    const own: Note[] = [];
    const votes: { up: number | null; down: number | null } = { up: null, down: null };
    for (const [key, value] of comment.meta) {
      const name = Object.hasOwn(VOTES, key) ? VOTES[key] : undefined;
      if (name !== undefined) votes[name] = parseCount(value);
    }
    const parent = get("parent").trim();
    drafts.push({
      sourceId: get("id").trim() || null,
      parentId: parent === "" || parent === "0" ? null : parent,
      author: get("author").trim() || null,
      posted: dateOf(get("date"), get("date_gmt"), own),
      reactions: showsDown ? votes : { up: votes.up },
      text,
      links,
      notes: own,
    });
  }
  if (hidden > 0)
    notes.push({ code: "unapproved-comments", message: `${hidden} comments that are not approved are left out` });
  const { text, links } = flattenFragment(fields.get("content:encoded") ?? "");
  const article = {
    title: (fields.get("title") ?? "").trim(),
    category,
    author: fields.get("dc:creator")?.trim() || null,
    url: fields.get("link")?.trim() || null,
    published: dateOf(fields.get("wp:post_date") ?? "", fields.get("wp:post_date_gmt") ?? "", notes),
    text,
    links,
    notes,
  };
  return makeDiscussion(decoded, NAME, { article, comments: drafts, furniture });
}

/** The local time; the one in UTC where there is no other. */
function dateOf(local: string, utc: string, notes: Note[]) {
  const date = readDate(local, notes);
  return date ?? (utc.trim() === "" ? null : readDate(`${utc.trim()}Z`, notes));
}
