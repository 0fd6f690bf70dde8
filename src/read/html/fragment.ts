import { parseHtml } from "./parse.ts";
import { type FlatText, flatten } from "./text.ts";

/**
 * Flattens a piece of HTML that an export carries. Where it has no paragraphs of its own, line breaks count as
 * written, as WordPress and Disqus show them.
 */
export function flattenFragment(html: string): FlatText {
  if (!/[<&]/.test(html)) return { text: tidyBreaks(html), links: [], ruby: [] };
  const shown = /<(?:p|br)\b/i.test(html) ? html : breaksAsTags(html);
  const tree = parseHtml(shown);
  return flatten(tree, 0, tree.length);
}

function tidyBreaks(text: string): string {
  return text
    .replace(/\r\n?/g, "\n")
    .replace(/[ \t]+$/gm, "")
    .replace(/^\n+|\n+$/g, "")
    .trim();
}

function breaksAsTags(html: string): string {
  const plain = html
    .replace(/\r\n?/g, "\n")
    .replace(/<!--[^>]{0,2000}-->\n?/g, "")
    .trim();
  return plain.replace(/\n/g, "<br>");
}
