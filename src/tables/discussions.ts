import { DISCUSSION, projection } from "./projection.ts";

/**
 * The table of the discussions themselves, a row each, with the article's words: what a corpus knows them by.
 *
 * @example
 * discussionTable(analysis).column("title"); // ["港の再整備、計画案を公表"]
 */
export const discussionTable = projection(
  {
    name: "discussions",
    description: "An article with its thread: where it came from, what it is called, and its text.",
    columns: [
      { ...DISCUSSION, key: "primary" },
      { name: "title", type: "string", nullable: false, meaning: "the article's title, or what stands for it" },
      { name: "category", type: "string", meaning: "as the page gives it" },
      { name: "author", type: "string", meaning: "who wrote the article, as the page gives it" },
      { name: "published", type: "timestamp", meaning: "local time of the page, as exact as the page gives it" },
      { name: "url", type: "string", meaning: "address of the article, where the source gives it" },
      { name: "path", type: "string", meaning: "the file it was read from" },
      { name: "format", type: "string", nullable: false, meaning: "the format that read it" },
      { name: "sha256", type: "string", nullable: false, meaning: "hash of the source's bytes" },
      { name: "comments", type: "integer", nullable: false, unit: "comments", meaning: "in the whole thread" },
      {
        name: "characters",
        type: "integer",
        nullable: false,
        unit: "UTF-16 code units",
        meaning: "length of the article's text",
      },
      {
        name: "notes",
        type: "list",
        nullable: false,
        meaning: "what was noted when it was read",
        fields: [
          { name: "code", type: "string", nullable: false, meaning: "kind of note" },
          { name: "message", type: "string", nullable: false, meaning: "what it says" },
        ],
      },
      { name: "text", type: "string", nullable: false, meaning: "the article as written" },
    ],
  },
  function* ({ discussion: { id, source, article, comments } }) {
    yield {
      discussion: id,
      title: article.title,
      category: article.category,
      author: article.author,
      published: article.published?.value,
      url: article.url,
      path: source.path,
      format: source.format,
      sha256: source.sha256,
      comments: comments.length,
      characters: article.text.length,
      notes: [...source.notes, ...article.notes].map(({ code, message }) => ({ code, message })),
      text: article.text,
    };
  },
);
