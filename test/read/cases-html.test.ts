import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Discussion } from "../../src/model/discussion.ts";
import { readPage } from "../../src/read/read.ts";

const CASES = "../shared/cases/pages";
const present = existsSync(CASES);

const BOTH = "きのう図書館で夜間開館の話を聞いた。静かな夜だった。\n\n町は来月から閉館を二十二時に延ばす。";
const text = ({ article }: Discussion): string => article.text;

/** What the `.expected.md` beside each case says, as code. */
const CLAIMS: readonly (readonly [string, string, (page: Discussion) => unknown, unknown])[] = [
  [
    "article-div-paragraphs",
    "three paragraphs in div and the subheading",
    (page) =>
      [
        "二十人ほどが集まり、静かに聞いていた。",
        "費用は年に百万円ほどという。",
        "◆反対の声も",
        "「朝こそ開けてほしい」",
      ].map((part) => text(page).includes(part)),
    [true, true, true, true],
  ],
  ["blogger-widget", "the paragraph", text, "きのう図書館で夜間開館の話を聞いた。静かな夜だった。"],
  ["ruby", "no reading in the text", text, "虐待を禁止する法律ができた。"],
  [
    "ruby",
    "the readings beside it",
    ({ article }) => article.ruby.map(({ start, end, reading }) => [article.text.slice(start, end), reading]),
    [
      ["虐待", "ぎゃくたい"],
      ["禁止", "きんし"],
      ["法律", "ほうりつ"],
    ],
  ],
  ["wrapper-form", "both paragraphs", text, BOTH],
  ["wrapper-gate-ad", "both paragraphs", text, BOTH],
  ["wrapper-right-sidebar", "both paragraphs", text, BOTH],
  ["jsonld-author-id", "the author's name", ({ article }) => article.author, "みかん"],
];

describe.skipIf(!present)(`cases of HTML pages (skipped where ${CASES} is absent)`, () => {
  for (const [name, claim, found, wanted] of CLAIMS) {
    it(`${name}: ${claim}`, () => {
      expect(found(readPage(readFileSync(`${CASES}/${name}.html`)))).toEqual(wanted);
    });
  }
});
