import type { PageModel, Post } from "./page.ts";

/** Renders a page as Resiliparse flattens a TCD page: two spaces a list level, bullets for name and date. */
export function renderText(page: PageModel): string {
  const out: string[] = [];
  if (page.category !== null) out.push(page.category, "");
  out.push(page.title, "");
  for (const block of page.body) {
    if (block.kind === "p") out.push(...block.lines.map((line) => line.map(({ text }) => text).join("")), "");
    else if (block.kind === "empty") out.push("\u00a0", "");
    else out.push(block.text, "");
  }
  if (page.previous !== undefined) out.push(`${page.previous}前のページ`, "");
  if (page.next !== undefined) out.push(`${page.next}次のページ`, "");
  if (page.related.length > 0) out.push("関連記事", "", ...posts(page.related, true));
  if (page.comments.length > 0) out.push("コメント", "");
  for (const { depth, author, date, up, paragraphs } of page.comments) {
    const indent = " ".repeat(4 + 2 * depth);
    if (author !== null) out.push(`${indent}• ${author}`);
    out.push(`${indent}• ${date}`, "");
    for (const lines of paragraphs) out.push(...lines.map((line) => (line === "" ? "" : indent + line)), "");
    if (up !== null) out.push(`${indent}${up}`);
  }
  if (page.comments.length > 0) out.push("  1. この記事へのトラックバックはありません。", "");
  if (page.latest.length > 0) out.push(...posts(page.latest, false));
  out.push("PAGE TOP");
  return `${out.join("\n")}\n`;
}

function posts(list: readonly Post[], spaced: boolean): string[] {
  return list.flatMap(({ category, title, teaser }, index) => [
    `  ${index + 1}. ${category}`,
    "",
    `    ${title}`,
    ...(teaser === undefined ? [] : ["", `    ${teaser}`]),
    ...(spaced ? [""] : []),
  ]);
}
