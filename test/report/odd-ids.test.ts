import { beforeAll, describe, expect, test } from "vitest";
import { analyze } from "../../src/analyze.ts";
import { tables } from "../../src/measure/tables.ts";
import type { Analysis } from "../../src/model/analysis.ts";
import { readPage } from "../../src/read/read.ts";
import { renderReport } from "../../src/report/report.ts";
import { loadResources, type Resources } from "../../src/resources.ts";

/** What sources may call a comment: references that are none, marks that act, what a link cannot hold, and the same twice. */
const IDS: Readonly<Record<string, string>> = {
  "a reference without its end": "c&notit;1",
  "a reference": "c&lt;b&gt;",
  "tags and quotes": `"><script>alert(1)</script>'`,
  "control characters": "c\u0001\u001b[31m\u007f",
  "marks of direction": "c\u202e1\u2066",
  "line breaks": "c\r\n1",
  blanks: " c 1\u3000",
  "what a link cannot hold": "#c1/../%00?x=1&y",
  "half a character": "c\ud83d",
  "a very long name": "長".repeat(20_000),
  "a name of an object's own": "__proto__",
  "the name of another": "c2",
};
const TEXTS = ["一つ目の声です。賛成！", "二つ目の声です。反対です。", "三つ目の声です。"];

const attribute = (value: string) => value.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
const cell = (value: string) => `"${value.replaceAll('"', '""')}"`;

/** The same three comments, the first and the last under one id; the second answers the first. */
const SOURCES: Readonly<Record<string, (id: string) => string>> = {
  HTML: (id) =>
    `<article><h1>港の話</h1><p>岸壁で働く人たちが港の話をした。遊具も直せます。</p></article><ol class="comment-list">${TEXTS.map(
      (text, i) =>
        `<li class="comment" id="${attribute(i === 1 ? `${id}-2` : id)}"><cite class="fn">人${i}</cite> <time datetime="2024-05-0${i + 1}T10:00">2024年5月${i + 1}日</time><div class="comment-content"><p>${text}</p></div></li>`,
    ).join("\n")}</ol>`,
  "HTML that escapes nothing": (id) => SOURCES.HTML!(id).replaceAll(attribute(id), id.replaceAll('"', "")),
  JSON: (id) =>
    JSON.stringify({
      title: "港の話",
      comments: TEXTS.map((text, i) => ({
        id: i === 1 ? `${id}-2` : id,
        parent_id: i === 1 ? id : null,
        author: `人${i}`,
        text,
      })),
    }),
  CSV: (id) =>
    `id,parent_id,author,text\n${TEXTS.map((text, i) => `${cell(i === 1 ? `${id}-2` : id)},${i === 1 ? cell(id) : ""},人${i},${text}`).join("\n")}\n`,
};

let resources: Resources;
beforeAll(async () => {
  resources = await loadResources();
});

/** Every column that names a unit, and what it may say. */
const UNIT = /^(?:article|c[1-9]\d*)$/u;
const UNITS = new Set(["unit", "replyTo", "targetUnit"]);

function unitsIn(analysis: Analysis): readonly string[] {
  return tables.flatMap(({ project }) => {
    const table = project(analysis);
    const names = table.columns
      .map(({ name }) => name)
      .filter((name) => UNITS.has(name) || (name === "id" && table.schema.name === "comments"));
    return names.flatMap((name) => [...table.column(name)].filter((value) => value !== null).map(String));
  });
}

describe.each(Object.entries(SOURCES))("a comment of %s", (_, source) => {
  test.each(Object.entries(IDS))("whose id is %s has one of ours, and every link leads to it", async (_, id) => {
    const discussion = readPage(source(id), { path: "odd" });
    expect(discussion.comments.map(({ text }) => text)).toEqual(TEXTS);
    expect(discussion.comments.map((comment) => comment.id)).toEqual(["c1", "c2", "c3"]);
    const analysis = analyze(discussion, resources);
    const units = unitsIn(analysis);
    expect(units.length).toBeGreaterThan(3);
    expect(units.filter((unit) => !UNIT.test(unit))).toEqual([]);

    const html = await renderReport([analysis], { lang: "ja" });
    const still = html.replace(/<(script|style)\b[^>]*>[\s\S]*?<\/\1>/gu, "");
    const anchors = [...still.matchAll(/\sid="([^"]*)"/gu)].map(([, anchor = ""]) => anchor);
    expect(anchors.filter((anchor) => !/^[\w.:-]+$/u.test(anchor))).toEqual([]);
    expect(new Set(anchors).size).toBe(anchors.length);
    const links = [...still.matchAll(/\shref="#([^"=]*)"/gu)].map(([, to = ""]) => to).filter((to) => to !== "");
    expect(links.filter((to) => !anchors.includes(to))).toEqual([]);
    // The ids stand in no page as they were.
    expect(still).not.toContain("<script>alert(1)");
    expect(/[\u0001\u001b\u007f\u202e\u2066]/u.test(still)).toBe(false);
  });
});
