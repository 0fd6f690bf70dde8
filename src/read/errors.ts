import { YoronError } from "../model/error.ts";
import type { Decoded } from "./format.ts";

/** The error for a source that a format can make nothing of. */
export function notAnArticle({ path, text }: Decoded, format: string): YoronError {
  return new YoronError({
    code: "not-an-article",
    what: `${path ?? "the input"} holds no article that ${format} can read; it begins with`,
    value: text.trim().slice(0, 40),
    next: "save the article's own page, not a list of articles, or name its format",
  });
}

/** The error for a source whose syntax is broken. */
export function malformed({ path }: Pick<Decoded, "path">, what: string, value?: unknown): YoronError {
  return new YoronError({
    code: "malformed",
    what: `${path ?? "the input"} ${what}`,
    ...(value === undefined ? {} : { value }),
    next: "export or save it again",
  });
}
