import { type HtmlTree, isSmall, plainText } from "../tree.ts";

const OPENS =
  /^[^\p{L}\p{N}]{0,3}(?:(?:この記事|記事|これ)(?:への|に対する)|みなさんの|皆さんの|みんなの|読者の)?(?:コメント|ご?意見)(?!を|する|投稿|フォーム|欄に|ポリシー|規約)|^[^\p{L}\p{N}]{0,3}[\d０-９,]{1,9}\s?(?:件の)?(?:コメント|comments?\b)|^comments?\b/iu;
const CLOSES =
  /最近|最新|新着|人気|関連|おすすめ|カテゴリ|アーカイブ|タグ|プロフィール|検索|related|recent|popular|archive|categor|^tags?|leave a|post a|add a|write a|コメント(?:を|する|投稿|フォーム)/i;

/** A heading 「コメント」 opens a place of comments up to the end of what it stands in, another closes it. */
export function headingZone(tree: HtmlTree, node: number, zoneEnd: number): number {
  if (!isSmall(tree, node)) return zoneEnd;
  const text = plainText(tree, node);
  if (text.length > 80) return zoneEnd;
  if (CLOSES.test(text)) return Math.min(zoneEnd, node);
  if (!OPENS.test(text)) return zoneEnd;
  const parent = tree.parents[node]!;
  return Math.max(zoneEnd, parent < 0 ? tree.length : tree.ends[parent]!);
}
