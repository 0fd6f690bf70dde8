import { loadDefaultNames, personOf } from "../measure/people.ts";
import type { Discussion } from "../model/discussion.ts";
import { namesInText } from "./names-in-text.ts";
import { renamed } from "./renamed.ts";

/** What stands in texts instead of a name, as in Japanese records whose names are left out. */
const BLANK = "〇〇";

/**
 * Returns a discussion without the names of who commented; where a text names one of them, 〇〇 stands. To be done before
 * `analyze`. What else goes, and what is not found, is as with `withPseudonyms`; how many people wrote can no longer be told.
 *
 * @example
 * withoutAuthors(await readFile("page.html")).comments.every(({ author }) => author === null); // true
 */
export function withoutAuthors(discussion: Discussion): Discussion {
  const defaults = loadDefaultNames();
  const authors = discussion.comments.flatMap(({ author }) =>
    author === null || personOf(author, defaults) === null ? [] : [author],
  );
  const names = new Map(authors.map((author) => [author, BLANK]));
  return renamed(
    discussion,
    { author: () => null, inText: namesInText(names), anywhere: namesInText(names, { anywhere: true }) },
    (changed) => [
      { code: "without-authors", message: `names of authors are left out; ${changed} places in texts are ${BLANK}` },
    ],
  );
}
