import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseHtml } from "../../src/read/html/parse.ts";
import { textOf } from "../../src/read/html/tree.ts";
import { readPage } from "../../src/read/read.ts";

const pages = readdirSync("test/pages").filter((name) => /^(?:html|wordpress|forum)-/.test(name));
const bare = (text: string) => text.replace(/\s+/g, "");

describe("of a page with comments", () => {
  for (const name of pages) {
    const file = readdirSync(`test/pages/${name}`).find((one) => one === "page.html");
    if (file === undefined) continue;
    const source = readFileSync(`test/pages/${name}/page.html`, "utf8");

    it(`${name}: every visible text node has one place, and a comment's words are those of its body nodes`, () => {
      const page = readPage(source, { trace: true });
      const tree = parseHtml(source);
      const starts = new Map<number, string>();
      for (let node = 0; node < tree.length; node++) {
        const name = tree.names[node]!;
        if (name === "script" || name === "style" || name === "template") node = tree.ends[node]! - 1;
        else if (name === "" && textOf(tree, node).trim() !== "") starts.set(tree.from[node]!, textOf(tree, node));
      }
      expect(page.trace!.map(({ start }) => start)).toEqual([...starts.keys()]);
      for (const { id, text } of page.comments) {
        const body = page.trace!.filter(({ place, reason }) => place === id && reason === "body");
        expect(bare(body.map(({ start }) => starts.get(start)!).join(""))).toContain(bare(text).slice(0, 8));
        expect(bare(body.map(({ start }) => starts.get(start)!).join("")).length).toBeLessThanOrEqual(
          bare(text).length + 1,
        );
      }
    });
  }
});
