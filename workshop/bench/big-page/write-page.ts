import { writeFileSync } from "node:fs";
import { generatedThread } from "./thread.ts";

const ARTICLE =
  "市は来年度からの公共施設の見直し案をまとめた。図書館とプール、路線バスの三つについて、住民の意見を聞く。";
const TITLE = "公共施設の見直し案、住民の意見を募集";

/** Writes a thread as the export of a site: one object an item. */
export function writeJsonExport(path: string, count: number): void {
  const comments = [...generatedThread(count)].map(({ id, parentId, author, posted, up, down, text }) => ({
    ...{
      id,
      parent_id: parentId === "" ? null : parentId,
      author,
      created_at: posted,
      likes: up,
      dislikes: down,
      text,
    },
  }));
  writeFileSync(path, JSON.stringify({ title: TITLE, text: ARTICLE, comments }));
}

/** Writes a thread as a table of comments. */
export function writeCsvExport(path: string, count: number): void {
  const lines = ["id,parent_id,author,created_at,likes,dislikes,text"];
  for (const { id, parentId, author, posted, up, down, text } of generatedThread(count))
    lines.push([id, parentId, author, posted, up, down, `"${text}"`].join(","));
  writeFileSync(path, `${lines.join("\r\n")}\r\n`);
}

/** Writes a thread as a page in the markup that WordPress gives comments. */
export function writeHtmlPage(path: string, count: number): void {
  const parts = [
    `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>${TITLE}</title></head><body class="single single-post">`,
    `<main><article class="post"><h1 class="entry-title">${TITLE}</h1><div class="entry-content"><p>${ARTICLE}</p></div></article>`,
    `<div id="comments" class="comments-area"><ol class="comment-list">`,
  ];
  for (const { id, author, posted, text } of generatedThread(count)) {
    parts.push(
      `<li id="comment-${id}" class="comment even thread-even depth-1"><article id="div-comment-${id}" class="comment-body">`,
      `<footer class="comment-meta"><div class="comment-author vcard"><b class="fn">${author}</b> <span class="says">より:</span></div>`,
      `<div class="comment-metadata"><a href="#comment-${id}"><time datetime="${posted}">${posted.slice(0, 16).replace("T", " ")}</time></a></div></footer>`,
      `<div class="comment-content"><p>${text}</p></div></article></li>\n`,
    );
  }
  parts.push("</ol></div></main></body></html>\n");
  writeFileSync(path, parts.join(""));
}
