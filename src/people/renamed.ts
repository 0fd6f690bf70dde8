import {
  ARTICLE,
  type Article,
  type Comment,
  type Discussion,
  type Link,
  type Note,
  type Ruby,
} from "../model/discussion.ts";
import { deepFreeze } from "../model/freeze.ts";
import { type Replaced, type Replacement, replaceIn } from "./replace-in.ts";

/** How people of a discussion are called from now on. */
export interface Renaming {
  /** Returns the name of who wrote; null for none. */
  readonly author: (author: string | null) => string | null;
  /** Returns the name of who wrote the article; by default that of a commenter, if it is one's. */
  readonly byline?: (author: string) => string | null;
  /** Returns where words that people wrote name them; `unit` is whose words they are, where they are a text. */
  readonly inText: (text: string, unit?: string) => readonly Replacement[];
  /** Returns where an address or a note does, which are no words. */
  readonly anywhere: (text: string) => readonly Replacement[];
}

/** An id that tells a place on the page and nobody: `c12`, `comment-12`, `12`. */
const PLACE_ID = /^(?:c|no|post|comment|res|r|p|t)?[-_.]?\d{1,5}$/i;

/**
 * Returns a discussion under other names: authors, texts with the ranges in them, titles, attributes, notes. What leads back to people
 * besides names goes: ids of the source that are more than a place on the page, addresses in which a name stands, the path of the
 * file, and what stood around article and comments.
 */
export function renamed(
  discussion: Discussion,
  { author, byline, inText, anywhere }: Renaming,
  notes: (changed: number) => readonly Note[],
): Discussion {
  let changed = 0;
  const plain = (text: string) => replaceIn(text, anywhere(text)).text;
  const named = (url: string) => anywhere(decoded(url)).length > 0;
  const unit = <U extends Article | Comment>(one: U, id: string): U => {
    const replaced = replaceIn(one.text, inText(one.text, id));
    changed += replaced.count;
    return {
      ...one,
      text: replaced.text,
      links: moved<Link>(one.links, replaced).filter(({ url }) => !named(url)),
      ruby: moved<Ruby>(one.ruby, replaced),
      notes: one.notes.map((note) => ({ ...note, message: plain(withoutIds(note.message)) })),
    };
  };
  const { article, source } = discussion;
  const names = new Set(discussion.comments.map((comment) => comment.author));
  const signed = byline ?? ((name: string) => (names.has(name) ? author(name) : name));
  const made = {
    ...discussion,
    article: {
      ...unit(article, ARTICLE),
      title: replaceIn(article.title, inText(article.title)).text,
      author: article.author === null ? null : signed(article.author),
      url: article.url !== null && named(article.url) ? null : article.url,
    },
    comments: discussion.comments.map((comment) => ({
      ...unit(comment, comment.id),
      author: author(comment.author),
      sourceId: comment.sourceId !== null && PLACE_ID.test(comment.sourceId) ? comment.sourceId : null,
      attributes: Object.fromEntries(
        Object.entries(comment.attributes).map(([name, value]) => [name, replaceIn(value, inText(value)).text]),
      ),
    })),
    furniture: [],
  };
  const told = source.notes.map((note) => ({ ...note, message: plain(withoutIds(note.message)) }));
  return deepFreeze({ ...made, source: { ...source, path: null, notes: [...told, ...notes(changed)] } });
}

const moved = <R extends Link | Ruby>(ranges: readonly R[], replaced: Replaced): readonly R[] =>
  ranges.flatMap((range) => replaced.move(range) ?? []);

/** Ids and paths in what the reader noted. */
function withoutIds(message: string): string {
  return message
    .replace(/^(answers) .+(?=, which is not in the source)/u, "$1 a comment")
    .replace(/^the id .+ (?=is also that of)/u, "its id ")
    .replace(/^(comment pages joined with this one): .+$/u, "$1");
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    return url;
  }
}
