import { shortLine } from "./block-lines.ts";
import type { Blocks } from "./blocks.ts";
import type { HtmlTree } from "./tree.ts";

/** Headings under which a site, not the writer, speaks of an article: whom to ask about the page, who wrote it. */
const CLOSING =
  /^[■◆●▼▶【［[(（\s]*(?:この(?:ページ|記事|情報)(?:に関する|について(?:の)?|の)(?:お?問い?合わ?せ(?:先|窓口)?|担当(?:課|部署)?)|この(?:記事|文章)を書いた(?:人|ひと|ライター|記者)|(?:この記事の)?(?:著者|筆者|執筆者|ライター|投稿者|作者)(?:紹介|プロフィール|について|情報)|この記事の(?:著者|筆者|執筆者|ライター)|about the author|about me|written by)[】］\])）:：\s]*$/i;
/** Part of the sentences that must stand before such a heading. */
const BEFORE = 0.6;

/** Cuts off what a site says under an article, from the heading that opens it to the end. */
export function cutClosing(tree: HtmlTree, blocks: Blocks, kept: Uint8Array, prose: Uint8Array): void {
  // An address or opening hours are long and no sentences.
  const said = (block: number): number =>
    blocks.ends[block]! > 0 ? kept[block]! * prose[block]! * blocks.size[block]! : 0;
  let all = 0;
  for (let block = 0; block < blocks.length; block++) all += said(block);
  let seen = 0;
  for (let block = 0; block < blocks.length; block++) {
    if (kept[block] === 0) continue;
    seen += said(block);
    if (seen > 0 && seen >= BEFORE * all && CLOSING.test(shortLine(tree, blocks, block))) {
      kept.fill(0, block);
      return;
    }
  }
}
