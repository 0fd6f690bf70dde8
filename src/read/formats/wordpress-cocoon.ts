import type { Format } from "../format.ts";
import { coreMarkup } from "../html/core-markup.ts";
import { readHtmlPage } from "../html/page.ts";

const NAME = "wordpress-cocoon";

/** The format of a WordPress page of the theme Cocoon: core's items in a list of its own. */
export const wordpressCocoon: Format = {
  name: NAME,
  description: "WordPress HTML of the theme Cocoon, with the vote plug-ins",
  needs: "ol.commets-list (sic) or ol.comments-list with li.comment items",
  detect: ({ text }) => (/\bclass\s*=\s*["'][^"']{0,200}\b(?:commets-list|comments-list)\b/i.test(text) ? 0.9 : 0),
  *read(decoded) {
    yield readHtmlPage(decoded, NAME, coreMarkup);
  },
};
