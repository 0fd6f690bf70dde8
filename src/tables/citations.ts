import { projection, SPAN_COLUMNS, WHY_COLUMNS } from "./projection.ts";

/**
 * The table of the sources that article and comments name.
 *
 * @example
 * citationTable(analysis).filter((row) => row.role === "image-credit");
 */
export const citationTable = projection(
  {
    name: "citations",
    description: "A source that the article or a comment names.",
    columns: [
      ...SPAN_COLUMNS,
      { name: "role", type: "string", nullable: false, meaning: "source, image-credit, related, inline or link" },
      { name: "title", type: "string", meaning: "title of the source" },
      { name: "outlet", type: "string", meaning: "who published it" },
      { name: "holder", type: "string", meaning: "who holds the rights of an image" },
      { name: "licence", type: "string", meaning: "licence of an image: CC BY 4.0" },
      { name: "language", type: "string", meaning: "BCP 47 code of the title's language" },
      { name: "url", type: "string", meaning: "where the page links to" },
      ...WHY_COLUMNS,
    ],
  },
  function* ({ discussion, citations }) {
    for (const citation of citations) yield { discussion: discussion.id, ...citation };
  },
);
