import type { Format } from "../format.ts";
import { coreMarkup } from "../html/core-markup.ts";
import { readHtmlPage } from "../html/page.ts";

const NAME = "wordpress-core";

/** Reads a WordPress page whose theme prints comments as core does. */
export const wordpressCore: Format = {
  name: NAME,
  description: "WordPress HTML as core prints it (HTML5 and older), with the vote plug-ins",
  needs: "li.comment items with .comment-author .fn and .comment-content",
  detect: ({ text }) =>
    /<(?:li|div)\b[^>]{0,400}\bclass\s*=\s*["'][^"']{0,300}\bcomment\b[^"']{0,300}\b(?:depth-\d|even|odd)/i.test(text)
      ? 0.8
      : 0,
  *read(decoded) {
    yield readHtmlPage(decoded, NAME, coreMarkup);
  },
};
