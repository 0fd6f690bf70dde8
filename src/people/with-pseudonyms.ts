import { createHash } from "node:crypto";
import { loadDefaultNames, personOf } from "../measure/people.ts";
import type { Discussion } from "../model/discussion.ts";
import { checkOptions } from "../model/error.ts";
import { namesInText } from "./names-in-text.ts";
import { loadPseudonymWords, type PseudonymWords, pseudonymsOf } from "./pseudonym.ts";
import { renamed } from "./renamed.ts";

export interface PseudonymOptions {
  /** Secret, of at least 16 bytes: the same key gives the same names on all pages. By default one is made of the content. */
  readonly key?: string | Uint8Array;
  /** The words of which names are made; the package's own by default. */
  readonly words?: PseudonymWords;
}

/**
 * Returns a discussion in which people who commented bear pseudonyms (青い梟17): as authors, and where texts, the article's title,
 * attributes and notes name them. To be done before `analyze`, so that every span is of the text that is shown.
 *
 * A pseudonym is made by HMAC-SHA256 of the name, folded as in `personOf`; without the key nobody can try names out. Default names
 * (名無しさん) are nobody's and stay. Names of fewer than four characters are replaced in texts only where somebody is addressed
 * (`@みかん`, みかんさん), since they are often words. Ids, addresses with a name and the file's path go. A note in `source` tells
 * of it. Throws `bad-value` for a key of less than 16 bytes.
 *
 * @example
 * const shared = withPseudonyms(await readFile("page.html"), { key: "a secret of mine" });
 * shared.comments[0].author; // "青い梟17"
 */
export function withPseudonyms(discussion: Discussion, options: PseudonymOptions = {}): Discussion {
  checkOptions(options, ["key", "words"], "pseudonyms");
  const { key = keyOf(discussion), words = loadPseudonymWords() } = options;
  const defaults = loadDefaultNames();
  const people = new Map(
    discussion.comments.flatMap(({ author }) => {
      const person = personOf(author, defaults);
      return author === null || person === null ? [] : [[author, person] as const];
    }),
  );
  const made = pseudonymsOf([...people.values()], key, words);
  const names = new Map([...people].map(([author, person]) => [author, made.get(person)!]));
  return renamed(
    discussion,
    {
      author: (author) => (author === null ? null : (names.get(author) ?? author.replace(MARK, ""))),
      inText: namesInText(names),
      anywhere: namesInText(names, { anywhere: true }),
    },
    (changed) => [
      {
        code: options.key === undefined ? "pseudonyms-by-content" : "pseudonyms-by-key",
        message: `${made.size} names are pseudonyms, made ${options.key === undefined ? "by the content of the page: who has it can try names out" : "by a secret key"}; ${changed} places in texts`,
      },
    ],
  );
}

/** What may stand behind a default name and tell one of its bearers from another. */
const MARK = /\s*(?:[@＠#＃◆◇(（]|ID[:：]).*$/u;

/** A key that whoever has the page, and nobody else, can make again. */
function keyOf({ comments }: Discussion): Buffer {
  const hash = createHash("sha256").update("yoron pseudonyms");
  for (const { author, text } of comments) hash.update(JSON.stringify([author, text]));
  return hash.digest();
}
