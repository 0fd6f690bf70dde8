/** Buttons that pass an article on. */
const SHARE =
  /^(?:シェア(?:する)?|ツイート(?:する)?|ポスト(?:する)?|いいね!?|印刷(?:する)?|保存(?:する)?|ブックマーク(?:する)?|メールで送る|LINEで送る|リンクをコピー|URLをコピー|はてなブックマーク|share|share this(?: (?:article|story|page|post))?|tweet|print|e-?mail|save|copy link|teilen|drucken|merken|imprimer|partager|compartir|imprimir)[:：]?$/i;
/** Services that such buttons lead to, with a count or without. */
const SERVICES =
  /^(?:facebook|twitter|x|line|はてブ|はてな(?:ブックマーク)?|hatena|b!|pocket|feedly|pinterest|linkedin|instagram|threads|bluesky|mastodon|misskey|tumblr|reddit|whatsapp|telegram|note|mixi|メール|e-?mail|rss)[\s(（]*\d*[)）]*$/i;

/** Whole lines that a site puts between paragraphs, by language. */
const LINES: readonly RegExp[] = [
  /^(?:続きを読む|もっと(?:読む|見る)|全文を(?:読む|表示)|記事を読む|次のページ(?:へ)?|前のページ(?:へ)?)[\s>»→…▶]*$/,
  /^(?:広告|PR|スポンサー(?:ド)?リンク|スポンサーサイト|advertisements?|anzeige|werbung|publicidad|publicité|pubblicità|reklama|advertentie|story continues below(?: advertisement)?)[:：]?$/i,
  SHARE,
  /^(?:この(?:記事|コンテンツ)(?:は|を).{0,12}(?:有料会員|会員|購読者|有料|無料会員)(?:限定|登録).{0,24}|(?:この記事|残り)(?:は|の)?[:：]?\s?\d+文字.{0,24}|残り\d+文字.{0,12}|有料会員(?:限定)?(?:記事)?|会員限定(?:記事)?|無料会員登録(?:はこちら)?|ログイン(?:して読む)?)[。]?$/,
  /^(?:read more|continue reading|see also|related|most popular|most read|more on this story|mehr zum thema|lesen sie auch|auch interessant|lire aussi|leer también|関連記事|関連ニュース|関連リンク|あわせて読みたい|おすすめ(?:の)?記事|人気記事|アクセスランキング)[:：]?$/i,
  /^(?:(?:この|当|本)(?:記事|ページ|サイト|ブログ|コンテンツ)(?:に)?(?:は|では|には)[、,]?.{0,16}(?:広告|PR|プロモーション|アフィリエイト).{0,20}(?:含[みむまん]|利用|使用|掲載|参加|得て).{0,16}|.{0,12}(?:広告|プロモーション|アフィリエイト広告)(?:を|が)(?:含みます|含まれています|含まれる場合があります|含む場合があります|利用しています)|(?:ページ|画面|記事)?の?(?:先頭|トップ|上)(?:へ|に)(?:戻る|もどる)?|(?:ページトップ|page top|back to top)(?:へ(?:戻る)?)?)[。]?$/i,
  /^(?:image caption|image copyright|media caption|close|閉じる|拡大|拡大する|写真を拡大|画像を拡大|目次)$/i,
  /^.{0,40}(?:無断(?:転載|複製|使用|引用)|copyright|all rights reserved|©|\(c\)\s?\d{4}|alle rechte vorbehalten|tous droits réservés|todos los derechos reservados|todos os direitos reservados).{0,40}$/i,
  /^[|/·•・>»«<\s-]+$/,
];
const LONGEST = 60;

/** Whether a line is one that sites put between or under the paragraphs of any article. */
export function isBoilerplate(line: string): boolean {
  const text = line.trim();
  return text.length <= LONGEST && LINES.some((pattern) => pattern.test(text));
}

/** Whether a line is a button that passes an article on. */
export function isShareLine(line: string): boolean {
  return SHARE.test(line);
}

/** Whether a line names a service that articles are passed on to. */
export function isShareName(line: string): boolean {
  return SERVICES.test(line);
}

const RIGHTS =
  /(?:all rights reserved|(?:©|\(c\)\s?\d{4}|copyright\s*(?:\(c\)|©|\d{4}))[^。\n]{0,60}|無断(?:転載|複製|使用|引用)(?:・?(?:転載|複製|使用|引用|転用))*(?:等?を|は)?(?:固く|お)?(?:禁じます|禁止(?:します)?|断り(?:します)?))[.。\s]*$/i;
/** Nothing longer is the foot of a page. */
export const LONGEST_FOOT = 200;

/** Whether the last piece of a text lets it end in a notice of rights; most texts are put aside by it. */
export function mayEndInRights(piece: string): boolean {
  return /reserved|©|\(c\)|copyright|無断/i.test(piece.slice(-160));
}

/** Whether a text ends in a notice of rights as feet of pages do: an address, opening hours, "all rights reserved". */
export function endsInRights(text: string): boolean {
  const foot = text.trim();
  return foot.length <= LONGEST_FOOT && RIGHTS.test(foot);
}
