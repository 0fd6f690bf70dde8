import { describe, expect, it } from "vitest";
import { readPage } from "../../src/read/read.ts";
import { mutatePage } from "../../workshop/fuzz/mutate-page.ts";
import { fuzzPages } from "../../workshop/fuzz/seed-pages.ts";
import { shrinkPage } from "../../workshop/fuzz/shrink-page.ts";
import { traceFaults } from "../../workshop/fuzz/trace-faults.ts";

const RUNS = 2000;
const SEED = 20261129;

/** An article that is read whatever comes after it: of a page that is refused nothing is compared. */
const ARTICLE = "<p>岸壁で働く人たちが港の話をした。遊具も直せます。</p>";

/** What comes after the article on pages that once went wrong, shrunk. */
const ONCE_WRONG: Readonly<Record<string, string>> = {
  "an end tag inside a template closes nothing outside": "<div><template></div>アジが安い</template>",
  "a tag that the end cuts off is no text": "<t</a><o/",
  "but what comes after a sign that is no tag is": "港<&#0",
  "and so is a reference": "港<&amp",
  "and a second <": "港<<",
  "and one of several signs": "港<&NotEqualTilde;",
  "a script that holds a script": "<script><!-- w('<script>声</script>');\n//--></script><p>見える声</p>",
  "a script that never ends": "<script>var a = '</scr' + 'ipt>';\n見えない",
  "an escaped script that never ends": "<script><!-- <script>声</script> 見えない",
  "words break out of a drawing": "<svg><g><span>信じる</span>",
  "a template inside of a template": "<p><template><template></template></p>見えない</template>見える",
  "an item inside of a template": "<ul><li>一<template><li>二</template>三</ul>",
  "CDATA of HTML is a comment up to the first >": "<![CDATA[>見える",
  "that holds the mark of its own end": "<![CDATA[見えない]]>見える",
  "and may end before it": "<![CDATA[見えない>見える]]>これも",
  "or never": "<![CDATA[見えない",
  "or right at its beginning": "<![CDATA[",
  "in a script it says nothing": "<script>//<![CDATA[\nvar a = '>';\n//]]></script>見える",
  "nor in a comment": "<!-- <![CDATA[ --> 見える ]]>",
  "nor in an attribute": "<p title='<![CDATA[見えない]]>'>見える",
  "nor in a box of text": "<textarea><![CDATA[見える]]></textarea>これも",
  "after a reference without its end": "話&amp<![CDATA[見えない]]>見える",
  "after a tag that is none": "話<<![CDATA[見えない]]>見える",
  "in small letters it is a comment everywhere": "<svg><text><![cdata[見えない>見える]]>これも",
  "CDATA of a drawing is text up to ]]>": "<svg><text><![CDATA[見える<b>]]></text></svg>これも",
  "beside other text of it": "<svg><text>前<![CDATA[中]]>後",
  "in a formula": "<math><mi><![CDATA[x>y]]>z",
  "in a drawing it may never end": "<svg><text><![CDATA[見える ]",
  "after a frameset that comes too late": "<frameset>話<p><svg><![CDATA[見える",
  "several of either kind": "<svg><g><![CDATA[a]]><![CDATA[b>]]></g></svg><![CDATA[見えない>c]]>d",
  "after a drawing": "<svg></svg><![CDATA[見えない>見える]]>これも",
  "after a drawing that closes itself": "<svg/><![CDATA[見えない>見える]]>これも",
  "after what breaks out of a drawing": "<svg><p>外<![CDATA[見えない>見える]]>これも",
  "directly in what holds HTML": "<svg><foreignObject><![CDATA[x>y]]>z",
  "in HTML inside of a drawing": "<svg><foreignObject><p>中<![CDATA[見えない>見える]]>これも",
  "in HTML of a drawing's description": "<svg><desc><i>中<![CDATA[見えない>見える]]>これも",
  "in a drawing in HTML in a drawing": "<svg><foreignObject><svg><![CDATA[x>y]]></svg><i><![CDATA[見えない>y]]>z",
  "a comment that begins as CDATA does": "<svg><!--[CDATA[見えない",
  "a slash closes nothing in HTML": "<template/>見えない",
  "nor in HTML inside of a drawing": "<svg><foreignObject><script/>見えない</script>見える",
  "nor after a drawing that it closed": "<svg/>見える<template/>見えない",
  "a style in a select hides words, too": "<select><style>見えない</style></select>見える",
  "and one after words in it": "<select>声<style>見えない</style></v><h1>見える",
  "and words in it beside a tag that it ignores": "<select></><style><p>見えない</style></select>見える",
  "or a comment": "<select>声<textarea name=x><!-- 見える --></textarea></select>これも",
  "CDATA of a drawing in a select is text": "<select><svg><text><![CDATA[見える]]></text></svg></select>これも",
  "a row that ends nothing of the table around a template": "<table><tr><template><td <template>見えない</tr>これも",
  "a reference to white space between tags that it ignores": "見える<tr>&#10<tr>&#x20;<tr>&nbsp;<tr>&#xA0;これも",
  "a template between words that a table moves": "<table>話<<template>見えない</template>見える",
  "the inside of an element is seen": "<p><template shadowrootmode=open>見える</template>これも",
  "but not that of an unknown kind": "<p><template shadowrootmode=x>見えない</template>見える",
  "nor one within a template": "<template><template shadowrootmode=open>見えない</template></template>見える",
  "it closes what is of the drawing": "<svg><desc/><template/>見える<style/>これも",
};

describe("the trace of a broken page is that of the standard's tree", () => {
  for (const [name, page] of Object.entries(ONCE_WRONG))
    it(name, () => {
      expect(readPage(ARTICLE + page, { trace: true }).trace).not.toEqual([]);
      expect(traceFaults(ARTICLE + page)).toEqual([]);
    });

  it(`${RUNS} pages, changed at up to six places`, () => {
    const pages = fuzzPages();
    expect(pages.length).toBeGreaterThan(100);
    for (let run = 0; run < RUNS; run++) {
      const page = mutatePage(pages[run % pages.length]!, SEED + run);
      if (traceFaults(page).length === 0) continue;
      const small = shrinkPage(page, (shorter) => traceFaults(shorter).length > 0);
      expect(traceFaults(small), small).toEqual([]);
    }
  });
});
