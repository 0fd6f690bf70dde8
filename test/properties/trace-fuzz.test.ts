import { describe, expect, it } from "vitest";
import { mutatePage } from "../../workshop/fuzz/mutate-page.ts";
import { fuzzPages } from "../../workshop/fuzz/seed-pages.ts";
import { shrinkPage } from "../../workshop/fuzz/shrink-page.ts";
import { traceFaults } from "../../workshop/fuzz/trace-faults.ts";

const RUNS = 2000;
const SEED = 20261129;

/** Pages that once went wrong, shrunk. */
const ONCE_WRONG: Readonly<Record<string, string>> = {
  "an end tag inside a template closes nothing outside": "<p>港の話</p><div><template></div>アジが安い</template>",
  "a tag that the end cuts off is no text": "<p>港の話</p><t</a><o/",
  "a script that holds a script": "<p>港の話</p><script><!-- w('<script>声</script>');\n//--></script><p>見える声</p>",
  "a script that never ends": "<p>港の話</p><script>var a = '</scr' + 'ipt>';\n見えない",
  "an escaped script that never ends": "<p>港の話</p><script><!-- <script>声</script> 見えない",
  "words break out of a drawing": "<p>遊具が直せます。</p><svg><g><span>信じる</span>",
  "a template inside of a template": "<p>声</p><template><template></template></p>見えない</template>見える",
  "an item inside of a template": "<ul><li>一<template><li>二</template>三</ul>",
};

describe("the trace of a broken page is that of the standard's tree", () => {
  for (const [name, page] of Object.entries(ONCE_WRONG)) it(name, () => expect(traceFaults(page)).toEqual([]));

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
