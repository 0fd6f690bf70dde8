import type { Format } from "../format.ts";
import { coreMarkup } from "../html/core-markup.ts";
import { readHtmlPage } from "../html/page.ts";

const NAME = "html";

/** Reads the article of an HTML page of no known theme, without comments. */
export const html: Format = {
  name: NAME,
  description: "any other HTML page: the article by general extraction, without comments",
  needs: "a title and paragraphs",
  detect: ({ text }) =>
    /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]{0,2000}?-->\s*)?<(?:!doctype html|html|head|body|article|main|div|section|title|meta|h1|p)\b/i.test(
      text.slice(0, 5000),
    )
      ? 0.3
      : 0,
  *read(decoded) {
    yield readHtmlPage(decoded, NAME, coreMarkup);
  },
};
