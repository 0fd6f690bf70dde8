import type { Format } from "../format.ts";
import { coreMarkup } from "../html/core-markup.ts";
import { readHtmlPage } from "../html/page.ts";

const NAME = "wordpress-core";

/** The format of a WordPress page whose theme prints comments as core does. */
export const wordpressCore: Format = {
  name: NAME,
  description: "WordPress HTML as core prints it (HTML5 and older), with the vote plug-ins",
  needs: "li.comment items with .comment-author .fn and .comment-content",
  detect: ({ text }) => (hasItem(text) ? 0.8 : 0),
  *read(decoded) {
    yield readHtmlPage(decoded, NAME, coreMarkup);
  },
};

/** Whether an `li` or `div` has the classes that core gives a comment. */
function hasItem(text: string): boolean {
  for (const [tag] of text.matchAll(/<(?:li|div)\s[^>]{0,2000}>/gi)) {
    const classes = /\sclass\s*=\s*["']([^"']*)/i.exec(tag)?.[1]?.split(/\s+/) ?? [];
    if (classes.includes("comment") && classes.some((name) => /^(?:depth-\d+|even|odd)$/.test(name))) return true;
  }
  return false;
}
