import type { Format } from "../format.ts";
import { readHtmlPage } from "../html/page.ts";
import { hasManyTags, looksHtml, looksJson } from "../sniff.ts";

const NAME = "html";

/** The format of an HTML page of no known theme: the article by general extraction, the comments by structure. */
export const html: Format = {
  name: NAME,
  description: "any other HTML page: the article by general extraction, the comments by structure",
  needs: "a title and paragraphs",
  detect: ({ text }) => {
    const head = text.slice(0, 5000);
    if (looksJson(head) || /^\s*(?:<\?xml[^>]*>\s*)?<(?:rss|feed|disqus|rdf)\b/i.test(head)) return 0;
    if (!looksHtml(head)) return hasManyTags(text) ? 0.2 : 0;
    return /<(?:html|head|body|title|article|main|div|section|h1|p)\b/i.test(text) ? 0.3 : 0;
  },
  *read(decoded) {
    yield readHtmlPage(decoded, NAME, null);
  },
};
