import type { Furniture, Note } from "../../model/discussion.ts";
import { simplify } from "../columns.ts";
import { readDate } from "../dates.ts";
import type { ArticleDraft } from "../discussion.ts";
import { flattenFragment } from "../html/fragment.ts";
import { isObject, type JsonObject, textOrNull } from "../json.ts";
import { titleOf } from "./list-rows.ts";
import { looksMarked } from "./marked.ts";
import { isAddress, personName } from "./person.ts";
import { wordsIn } from "./words.ts";

const WORDS = ["text", "body", "content", "articlebody", "本文", "記事", "selftext", "html"];
const ADDRESS = ["url", "link", "permalink", "webpageurl", "canonicalurl", "articleurl"];
const PEOPLE = ["author", "writer", "creator", "user", "著者", "記者", "筆者", "投稿者"];
const DATES = ["datepublished", "publishedat", "published", "pubdate", "date", "createdat", "公開日", "投稿日", "日付"];
const ASIDE = ["description", "summary", "lead", "excerpt", "概要", "説明"];
const CATEGORY = ["category", "section", "カテゴリ", "カテゴリー"];

/** What the objects around a list of comments tell of the article. */
export interface FoundArticle {
  readonly article: ArticleDraft;
  readonly furniture: readonly Furniture[];
}

/** Returns the article of the nearest object around a list that has a title; else of the outermost. */
export function articleAround(around: readonly JsonObject[], fallback: string): FoundArticle {
  const outer = around.find((object) => articleIn(object) !== null) ?? around.at(-1) ?? {};
  const object = articleIn(outer) ?? outer;
  const fields = new Map(Object.entries(object).map(([name, value]) => [simplify(name), value]));
  const first = (names: readonly string[]): unknown =>
    names.map((name) => fields.get(name)).find((value) => value !== undefined && value !== null && value !== "");
  const notes: Note[] = [];
  const raw = wordsIn(first(WORDS)) ?? "";
  const { text, links } = looksMarked(raw) ? flattenFragment(raw) : { text: raw, links: [] };
  if (text === "") notes.push({ code: "no-article-text", message: "the source holds comments only" });
  const aside = textOrNull(first(ASIDE));
  const url = textOrNull(first(ADDRESS));
  const author = first(PEOPLE);
  return {
    article: {
      title: titleOf(object) ?? fallback,
      category: plain(first(CATEGORY)),
      author: typeof author === "number" ? null : personName(author),
      url: url !== null && isAddress(url) && !url.includes("@") ? url : null,
      published: typeof first(DATES) === "object" ? null : readDate(first(DATES), notes),
      text,
      links,
      notes,
    },
    furniture: aside === null || text === aside ? [] : [{ kind: "description", text: aside }],
  };
}

function articleIn(object: JsonObject): JsonObject | null {
  if (isObject(object.article)) return object.article;
  return titleOf(object) === null ? null : object;
}

function plain(value: unknown): string | null {
  return typeof value === "string" ? textOrNull(value) : null;
}
