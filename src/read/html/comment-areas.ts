import type { HtmlTree } from "./tree.ts";

const NAME =
  /(?:^|\s)(?:comments?|comment-?list|comment-?area|comments?[_-](?:area|section|list|container|wrapper|wrap|block|box|thread|inner|content|body|text)|comments?-(?:\d+)|user-?comments|reader-?comments|post-?comments|article-?comments|disqus[_-]thread|disqus|fb-comments|livefyre[\w-]*|kommentare?|leserkommentare|comentarios|commentaires)(?:$|\s)/i;
const PLACES = new Set(["div", "section", "ol", "ul", "li", "aside", "article", "dl", "table"]);

/** Whether an element holds what readers wrote, by the names that the comment systems of the web give it. */
export function isCommentArea(tree: HtmlTree, node: number): boolean {
  if (!PLACES.has(tree.names[node]!)) return false;
  const classes = tree.attributes.get(node, "class");
  const id = tree.attributes.get(node, "id");
  return (classes !== undefined && NAME.test(classes)) || (id !== undefined && NAME.test(id));
}
