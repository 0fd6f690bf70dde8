import type { Note } from "../../model/discussion.ts";
import { isObject, type JsonObject, objectsOf, textOrNull } from "../json.ts";
import type { CommentShape, Thread } from "../shapes/shape.ts";
import { shapedFormat } from "../shapes/shaped-format.ts";
import { textAt } from "../shapes/where.ts";
import { editedNote } from "../shapes/words.ts";

const comment: CommentShape = {
  id: ["recommendationid", "reviewId", "id.label", "id"],
  author: ["author.name.label", "userName", "author.personaname"],
  date: ["timestamp_created", "updated.label", "at", "date"],
  words: ["review", "content.label", "content", "text"],
  before: ["title.label", "title"],
  notes: (one) =>
    Number(one.timestamp_updated) > Number(one.timestamp_created) ? editedNote(one.timestamp_updated) : [],
  replies: "answers",
  votes: {
    up: ["votes_up", "thumbsUpCount", "thumbsUp"],
    funny: "votes_funny",
    voteSum: "im:voteSum.label",
    voteCount: "im:voteCount.label",
  },
  attributes: {
    rating: ["im:rating.label", "score", "rating"],
    recommended: "voted_up",
    version: ["im:version.label", "reviewCreatedVersion", "version"],
    language: "language",
    answered_by: "answered_by",
  },
};

/** The format of reviews of games and apps: Steam's answers, Apple's feed, what scrapers of Google Play give. */
export const appReviews = shapedFormat({
  name: "app-reviews",
  description:
    "reviews on Steam, in Apple's feed and from Google Play; the rating is an attribute, answers of makers are replies",
  needs:
    "JSON with reviews[] of recommendationid, feed.entry[] with im:rating, or objects with userName, score and thumbsUp",
  sure: 0.93,
  posts: reviewsIn,
  isPost: (one) => isSteam(one) || isApple(one) || isGoogle(one),
  threads,
  article: { words: "text" },
  comment,
});

function isSteam(one: JsonObject): boolean {
  return "recommendationid" in one && typeof one.review === "string";
}

function isApple(one: JsonObject): boolean {
  return isObject(one["im:rating"]) && isObject(one.content);
}

function isGoogle(one: JsonObject): boolean {
  return (
    "userName" in one &&
    "score" in one &&
    ("thumbsUp" in one || "thumbsUpCount" in one) &&
    isWords(one.content ?? one.text ?? null)
  );
}

/** Stars without words are reviews too. */
function isWords(value: unknown): boolean {
  return typeof value === "string" || value === null;
}

function reviewsIn(record: JsonObject): JsonObject[] {
  if (isSteam(record) || isGoogle(record)) return [record];
  const feed = isObject(record.feed) ? record.feed : {};
  return [...objectsOf(record.reviews), ...objectsOf(record.data), ...objectsOf(feed.entry)];
}

function* threads(records: readonly JsonObject[], all: readonly JsonObject[]): Iterable<Thread> {
  const hasWords = (one: JsonObject) => textAt(one, comment.words) !== null || textAt(one, comment.before) !== null;
  const told = all.filter(hasWords);
  const silent = all.length - told.length;
  const notes: Note[] =
    silent === 0 ? [] : [{ code: "empty-rows", message: `${silent} reviews have stars but no words and are left out` }];
  const title = records.map((record) => textAt(record, "feed.title.label")).find((one) => one !== null) ?? null;
  yield {
    article: null,
    title,
    comments: told.map(withAnswer),
    notes,
  };
}

/** The answer of whoever made it stands in fields of the review. */
function withAnswer(one: JsonObject): JsonObject {
  const content = textOrNull(one.developer_response) ?? textOrNull(one.replyContent) ?? textOrNull(one.replyText);
  if (content === null) return one;
  const date = one.timestamp_dev_responded ?? one.repliedAt ?? one.replyDate;
  return { ...one, answers: [{ content, date, answered_by: "developer" }] };
}
