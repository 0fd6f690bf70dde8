import type { Discussion } from "../../model/discussion.ts";
import { makeDiscussion } from "../discussion.ts";
import { malformed } from "../errors.ts";
import type { Decoded, Format } from "../format.ts";
import { countOrNull, isObject, type JsonObject, objectsOf, textOrNull } from "../json.ts";
import { peekRecords, recordsOf } from "../json-records.ts";
import { titleFromPath } from "../separated.ts";
import { readComments } from "../shapes/read-comments.ts";
import type { CommentShape } from "../shapes/shape.ts";
import { objectsAt } from "../shapes/where.ts";
import { entityNotes, readXml, type XmlReport } from "../xml.ts";

const NAME = "niconico";

const comment: CommentShape = {
  id: "id",
  // A user's id is a number or scrambled anew each week: it is no name.
  date: ["postedAt", "date"],
  words: ["body", "content"],
  votes: { up: ["nicoruCount", "nicoru"] },
  attributes: { vposMs: "vposMs", vpos: "vpos", fork: "fork" },
  gone: (one) => (one.deleted === undefined || String(one.deleted) === "0" ? null : "deleted or hidden by the service"),
};

/** The format of comments on a video of ニコニコ: the answers of its servers, new and old, and the XML that tools write. */
export const niconico: Format = {
  name: NAME,
  description:
    "ニコニコ comments: threads[] of the server, chat objects, or XML; ニコる are up, the place in the video an attribute",
  needs: "JSON with threads[].comments[] of body and vposMs, JSON chat objects, or XML with chat elements",
  detect: (sample) =>
    /^\s*<(?:\?xml|packet)/.test(sample.text.slice(0, 200))
      ? /<chat\s[^<>]{0,500}\bvpos=/.test(sample.text.slice(0, 50_000))
        ? 0.95
        : 0
      : peekRecords(sample).some((record) => chatsIn(record).length > 0)
        ? 0.95
        : 0,
  *read(decoded) {
    const xml = /^\s*</.test(decoded.text);
    const report: XmlReport = { declaredEntities: 0, open: [] };
    const records = xml ? [] : recordsOf(decoded);
    const chats = xml ? chatsInXml(decoded, report) : records.flatMap(chatsIn);
    const total = records.flatMap(threadsIn).reduce((sum, thread) => sum + (countOrNull(thread.commentCount) ?? 0), 0);
    yield readChats(decoded, chats, total, xml ? entityNotes(report) : []);
  },
};

function threadsIn(record: JsonObject): JsonObject[] {
  const found = [...objectsAt(record, "data.threads"), ...objectsAt(record, "threads")];
  return found.length > 0 ? found : Array.isArray(record.comments) ? [record] : [];
}

/** The comments of an answer, each with the part of the thread that it belongs to. */
function chatsIn(record: JsonObject): JsonObject[] {
  const comments = threadsIn(record).flatMap((thread) =>
    objectsOf(thread.comments)
      .filter((one) => typeof one.body === "string" && "vposMs" in one)
      .map((one) => ({ ...one, ...(thread.fork === "main" ? {} : { fork: thread.fork }) })),
  );
  const packets = [record, ...objectsOf(record.packet)];
  const chats = packets
    .map(({ chat }) => chat)
    .filter((chat): chat is JsonObject => isObject(chat) && "vpos" in chat && ("thread" in chat || "no" in chat));
  return [...comments, ...chats];
}

function chatsInXml(decoded: Decoded, report: XmlReport): JsonObject[] {
  const chats: JsonObject[] = [];
  let chat: Readonly<Record<string, string>> | null = null;
  let text: string[] = [];
  for (const event of readXml(decoded.text, report)) {
    if (event.kind === "open" && event.name === "chat") [chat, text] = [event.attributes, []];
    else if (event.kind === "text" && chat !== null) text.push(event.text);
    else if (event.kind === "close" && event.name === "chat" && chat !== null) {
      chats.push({ ...chat, content: text.join("") });
      chat = null;
    }
  }
  if (report.open.length > 0) throw malformed(decoded, "is cut off inside the element", report.open.at(-1));
  return chats;
}

function readChats(
  decoded: Decoded,
  chats: readonly JsonObject[],
  total: number,
  notes: Discussion["article"]["notes"],
) {
  const threads = new Set(chats.map(({ thread }) => textOrNull(thread)));
  // Numbers begin anew in each thread.
  const own = chats.map((chat) => ({
    ...chat,
    id:
      textOrNull(chat.id) ??
      [threads.size > 1 ? textOrNull(chat.thread) : null, textOrNull(chat.no)].filter(Boolean).join("-"),
  }));
  const { comments } = readComments(own, comment);
  const missing =
    total > comments.length
      ? [{ code: "missing-comments", message: `the source holds ${comments.length} of ${total} comments` }]
      : [];
  const article = {
    title: titleFromPath(decoded.path),
    text: "",
    notes: [...notes, ...missing, { code: "no-article-text", message: "the source holds comments only" }],
  };
  return makeDiscussion(decoded, NAME, { article, comments });
}
