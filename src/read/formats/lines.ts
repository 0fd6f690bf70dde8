import { makeDiscussion } from "../discussion.ts";
import type { Format } from "../format.ts";
import { titleFromPath } from "../separated.ts";

const NAME = "lines";

/**
 * The format of a plain list of opinions, one a line. Nothing tells such a list from a text, so it is read only by its
 * name.
 */
export const lines: Format = {
  name: NAME,
  description: "a plain text with one opinion a line; only when it is asked for by name",
  needs: "to be named: --format lines (--page-format lines)",
  detect: ({ text, options }) => (options.format === NAME && text.trim() !== "" ? 0.1 : 0),
  *read(decoded) {
    const texts = decoded.text.split(/\r\n|\n|\r/).flatMap((line) => (line.trim() === "" ? [] : [line.trim()]));
    const notes = [{ code: "no-article-text", message: "the source holds comments only" }];
    const comments = texts.map((text) => ({ author: null, posted: null, reactions: { up: null }, text }));
    yield makeDiscussion(decoded, NAME, { article: { title: titleFromPath(decoded.path), text: "", notes }, comments });
  },
};
