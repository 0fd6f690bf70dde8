import type { Attributes, Link, Note, Reactions } from "../../model/discussion.ts";
import type { JsonObject } from "../json.ts";
import type { Where } from "./where.ts";

/** Why an object in a list of comments is none, counted in one note of the article. */
export interface Left {
  readonly code: string;
  /** What they are, in the plural: "boosts", "messages of the system". */
  readonly what: string;
  /** What it says, for furniture. */
  readonly text?: string;
}

/** Where the parts of a text with a writer lie, for the article and the comments alike. */
export interface PostShape {
  readonly author?: Where;
  readonly date?: Where;
  /** The words; the first place that has some. */
  readonly words: Where;
  /** How they are written: `html` is flattened, `plain` (also Markdown) stays as it is, which is the default. */
  readonly written?: "html" | "plain";
  /** What readers are shown before the words: a warning, a headline. */
  readonly before?: Where;
  /** Links that stand beside the words instead of in them. */
  readonly links?: (post: JsonObject, text: string) => readonly Link[];
  readonly notes?: (post: JsonObject) => Note[];
}

/** How one kind of source writes a comment. */
export interface CommentShape extends PostShape {
  readonly id: Where | ((comment: JsonObject) => string | null);
  /** The id of what it answers. */
  readonly parent?: Where | ((comment: JsonObject) => string | null);
  /** The list of its answers, where they lie inside of it. */
  readonly replies?: Where;
  /** Vote counts by our names for them. */
  readonly votes?: Readonly<Record<string, Where>>;
  /** Further reactions, by the source's own names. */
  readonly reactions?: (comment: JsonObject) => Reactions;
  /** What it says beside the words, by the names under which it is kept. */
  readonly attributes?: Readonly<Record<string, Where>>;
  readonly moreAttributes?: (comment: JsonObject) => Attributes;
  /** Why it has no words of its own any more; its words are then left out. */
  readonly gone?: (comment: JsonObject) => string | null;
  /** Why it is no comment at all. */
  readonly left?: (comment: JsonObject) => Left | null;
  /** How many answers it has, where the source says so. */
  readonly answers?: Where;
}

/** How one kind of source writes an article. */
export interface ArticleShape extends PostShape {
  readonly title?: Where;
  readonly category?: Where;
  readonly url?: Where | ((article: JsonObject) => string | null);
}

/** What lies in a source: an article, or none, and the objects of its comments. */
export interface Thread {
  readonly article: JsonObject | null;
  /** What stands for the article where the source has only its name. */
  readonly title?: string | null;
  readonly url?: string | null;
  readonly comments: readonly JsonObject[];
  /** The id of the article among those that comments answer. */
  readonly root?: string | null;
  /** How many comments there are, where the source says so. */
  readonly total?: number | null;
  /** Why there is no article, for its note. */
  readonly without?: string;
  readonly notes?: readonly Note[];
}

/** A kind of source in JSON, described; {@link shapedFormat} reads it. */
export interface SourceShape {
  readonly name: string;
  readonly description: string;
  readonly needs: string;
  /** How sure it is of a source that has such posts. */
  readonly sure: number;
  /** The objects in one of a source's records that should be posts or comments. */
  readonly posts: (record: JsonObject) => readonly JsonObject[];
  /** Whether an object is one: a source that has some is of this kind, and what else stands among them is told. */
  readonly isPost: (post: JsonObject) => boolean;
  /** Whether a record without posts says something else that is read: an article alone. */
  readonly isFrame?: (record: JsonObject) => boolean;
  /** Returns the threads, into which the source's records and the posts in them are put together. */
  readonly threads: (records: readonly JsonObject[], posts: readonly JsonObject[]) => Iterable<Thread>;
  readonly article: ArticleShape;
  readonly comment: CommentShape;
}
