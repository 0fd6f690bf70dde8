import type { ApiRoom } from "./api-rooms.ts";

const SCRIPT = `
const names = JSON.parse(document.getElementById("names").textContent);
const field = document.getElementById("q");
const list = document.getElementById("found");
const show = () => {
  const words = field.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const rank = (one) => {
    const name = one.name.toLowerCase();
    if (!words.every((word) => name.includes(word) || one.text.toLowerCase().includes(word))) return -1;
    return words.every((word) => name.startsWith(word)) ? 2 : words.every((word) => name.includes(word)) ? 1 : 0;
  };
  const found = names.map((one) => [rank(one), one]).filter(([score]) => score >= 0).sort((a, b) => b[0] - a[0]);
  list.replaceChildren(...found.map(([, one]) => {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = one.page + ".md#" + one.name.toLowerCase().replaceAll(".", "");
    link.textContent = one.name;
    item.append(link, " – " + one.title + ". " + one.text);
    return item;
  }));
  document.getElementById("count").textContent = found.length + " of " + names.length;
};
field.addEventListener("input", show);
show();
`;

/** Writes a page that searches the public names and the first sentences of their docstrings, without a server. */
export function searchPage(rooms: readonly ApiRoom[]): string {
  const names = rooms.flatMap(({ page, title, names }) =>
    names.flatMap(({ name, text, members }) =>
      [{ name, text }, ...members].map((one) => ({ name: one.name, page, title, text: firstSentence(one.text) })),
    ),
  );
  const json = JSON.stringify(names, null, 1).replaceAll("<", "\\u003c");
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Yoron: search the API</title>
<style>
body { font: 16px/1.6 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color-scheme: light dark; }
input { font: inherit; width: 100%; box-sizing: border-box; padding: .4rem .6rem; }
ul { padding: 0; list-style: none; } li { margin: .5rem 0; } a { font-family: ui-monospace, monospace; }
</style></head>
<body><h1>Search the API</h1>
<label for="q">A name or words of its description</label><input id="q" type="search" autofocus>
<p id="count" role="status"></p><ul id="found"></ul>
<p>Written by <code>npm run docs</code>. <a href="README.md">All rooms</a></p>
<script type="application/json" id="names">${json}</script>
<script>${SCRIPT}</script>
</body></html>
`;
}

function firstSentence(text: string): string {
  const line = text.replace(/\{@link ([\w.]+)\}/g, "$1").replace(/\s+/g, " ");
  return /^.{0,300}?[.:](?=\s|$)/.exec(line)?.[0] ?? line.slice(0, 300);
}
