import { type DefaultTreeAdapterMap, parse } from "parse5";
import { describe, expect, it } from "vitest";
import { endOfTag } from "../../../src/read/html/end-of-tag.ts";
import { parseHtml } from "../../../src/read/html/parse.ts";
import { textOf } from "../../../src/read/html/tree.ts";

type Node = DefaultTreeAdapterMap["node"];

/** The texts of a page, those of scripts too. */
function textsOf(page: string): string[] {
  const tree = parseHtml(page);
  return Array.from({ length: tree.length }, (_, node) => node)
    .filter((node) => tree.names[node] === "")
    .map((node) => textOf(tree, node));
}

/** The same by the standard's parser. */
function standardTexts(node: Node): string[] {
  if (node.nodeName === "#text" && "value" in node) return [node.value];
  return "childNodes" in node ? node.childNodes.flatMap(standardTexts) : [];
}

describe("an end tag ends where the standard says", () => {
  it.each([
    ["a value in quotes", "<p>話</p title='>'>声", ["話", "声"]],
    ["in quotes of either kind", "<p>話</p a=\"'>\" b='\">'>声", ["話", "声"]],
    ["that swallows a tag", "<p>話</p a='><b c='>声", ["話", "声"]],
    ["a sign of quotation without a name before =", "<p>話</p ='>'>声", ["話", "'>声"]],
    ["without =", "<p>話</p a '>'>声", ["話", "'>声"]],
    ["within a value without quotes", "<p>話</p a=b'>'>声", ["話", "'>声"]],
    ["after a value in quotes", "<p>話</p a='b'c='>'>声", ["話", "声"]],
    ["blanks about =", "<p>話</p a = '>'>声", ["話", "声"]],
    ["after a slash", "<p>話</p/a='>'>声", ["話", "声"]],
    ["a slash between the name and =", "<p>話</p a/='>'>声", ["話", "'>声"]],
    ["quotes that never end", "<p>話</p a='>声", ["話"]],
    ["of a box of text", "<textarea>話</textarea a='>'>声", ["話", "声"]],
    ["that is none in a box of text", "<textarea>話</p a='>'</textarea>声", ["話</p a='>'", "声"]],
    ["that holds CDATA", "<p>話</p a='<![CDATA[>'>声", ["話", "声"]],
    ["that holds another", "<p>話</p a='</b c=>'>声", ["話", "声"]],
    ["in a comment", "<p>話</p><!-- </p a='--> 声 '", ["話", " 声 '"]],
    ["in a script", "<script>'</p a=\"'</script>声\"", ["'</p a=\"'", '声"']],
    ["in an attribute", "<p>話</p><p a='</b c=\"'>声", ["話", "声"]],
    ["in a start tag", "<p>話</p><p </b c='>'>声", ["話", "声"]],
    ["names in capitals", "<P>話</P A='>'>声", ["話", "声"]],
    ["several", "<i>話</i a='>'>の<b>声</b b='>'>だ", ["話", "の", "声", "だ"]],
  ])("%s", (_, page, texts) => {
    expect(textsOf(page)).toEqual(texts);
    expect(standardTexts(parse(page, { scriptingEnabled: false }))).toEqual(texts);
  });

  it("many of them, and one that goes on to the end, take time in proportion to their length", () => {
    expect(textsOf("<p>声</p a='>'>".repeat(100_000)).length).toBe(100_000);
    expect(textsOf(`声${"</p a=".repeat(200_000)}`)).toEqual(["声"]);
    expect(endOfTag("</b title='>'>", 3)).toBe(13);
  }, 5_000);
});
