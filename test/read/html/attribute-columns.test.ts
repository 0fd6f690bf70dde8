import { type DefaultTreeAdapterMap, parse } from "parse5";
import { describe, expect, it } from "vitest";
import { parseHtml } from "../../../src/read/html/parse.ts";
import { mutatePage } from "../../../workshop/fuzz/mutate-page.ts";
import { fuzzPages } from "../../../workshop/fuzz/seed-pages.ts";

type Node = DefaultTreeAdapterMap["node"];

/** The attributes of the elements of a name, by a list of names. */
function attributesOf(page: string, element: string, names: readonly string[]) {
  const tree = parseHtml(page);
  const rows = Array.from({ length: tree.length }, (_, row) => row).filter((row) => tree.names[row] === element);
  return rows.map((row) => names.map((name) => tree.attributes.get(row, name)));
}

describe("the attributes of an element are what its tag says", () => {
  it.each([
    ["in quotes of either kind, or none", `<p a="1" b='2' c=3>`, [["1", "2", "3"]]],
    ["without a value, or an empty one", `<p a b="" c=''>`, [["", "", ""]]],
    ["the first of several of one name", `<p a=1 A=2 b=3 a=4>`, [["1", "3", undefined]]],
    ["with references", `<p a="&amp;" b="x&amp;y&lt;z" c="&notit;&#x1F600;">`, [["&", "x&y<z", "&notit;😀"]]],
    ["of names in capitals", `<P A=x>`, [["x", undefined, undefined]]],
    [
      "of tags that are written alike",
      `<p a=1><p a=1>`,
      [
        ["1", undefined, undefined],
        ["1", undefined, undefined],
      ],
    ],
    ["none of a tag that was cut off before", `<p>x<q a=1`, [[undefined, undefined, undefined]]],
    ["none of a form in a form", `<form><form a=1><p>`, [[undefined, undefined, undefined]]],
    [
      "none of an end tag",
      `<p></p a=1><p>`,
      [
        [undefined, undefined, undefined],
        [undefined, undefined, undefined],
      ],
    ],
    ["none of what a template held", `<template><i a=&amp;></i></template><p b=2>`, [[undefined, "2", undefined]]],
    ["with CDATA in them", `<p a="<![CDATA[x]]>" b=2>`, [["<![CDATA[x]]>", "2", undefined]]],
    ["of names that objects have", `<p constructor=1 a=2>`, [["2", undefined, undefined]]],
  ])("%s", (_, page, values) => expect(attributesOf(page, "p", ["a", "b", "c"])).toEqual(values));

  it("there are none where nobody wrote any", () => {
    const { attributes } = parseHtml("<p>x<i a></i>");
    expect([0, 1, 2, 3].map((row) => attributes.isEmpty(row))).toEqual([true, true, false, true]);
    expect([attributes.get(0, "a"), attributes.get(2, "constructor"), attributes.get(99, "a")]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it("those of every page of the tests, changed at up to six places, are those of the standard's parser", () => {
    let compared = 0;
    for (const [seed, whole] of fuzzPages().entries()) {
      for (const page of [whole, mutatePage(whole, seed)]) {
        const tree = parseHtml(page);
        const rowAt = new Map<number, number>();
        for (let row = 0; row < tree.length; row++) if (tree.names[row] !== "") rowAt.set(tree.from[row]!, row);
        const waiting: Node[] = [parse(page, { sourceCodeLocationInfo: true, scriptingEnabled: false })];
        for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
          if ("childNodes" in node) waiting.push(...node.childNodes);
          const start = node.sourceCodeLocation?.startOffset;
          const row = start === undefined ? undefined : rowAt.get(start);
          if (!("attrs" in node) || row === undefined || tree.names[row] !== node.nodeName.toLowerCase()) continue;
          // The standard adds those of a second `html` or `body` to the first.
          if (node.nodeName === "html" || node.nodeName === "body" || node.namespaceURI.endsWith("/svg")) continue;
          for (const { name, value } of node.attrs)
            expect([name, tree.attributes.get(row, name)]).toEqual([name, value.replace(/\r\n?/g, "\n")]);
          compared += node.attrs.length;
        }
      }
    }
    expect(compared).toBeGreaterThan(10_000);
  });
});
