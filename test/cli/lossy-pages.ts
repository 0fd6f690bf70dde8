/** A WordPress page on opening hours whose comments have the given words; one without words is a loss. */
export function pageOf(texts: readonly string[], title = "図書館の夜間開館"): string {
  const items = texts.map(
    (text, i) =>
      `<li id="comment-${i + 1}" class="comment even depth-1"><article class="comment-body"><footer class="comment-meta"><div class="comment-author vcard"><b class="fn">利用者${i + 1}</b></div><div class="comment-metadata"><a href="#comment-${i + 1}"><time datetime="2023-04-01T10:0${i % 10}:00+09:00">2023年4月1日</time></a></div></footer><div class="comment-content">${text === "" ? "" : `<p>${text}</p>`}</div></article></li>`,
  );
  return `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>${title}</title></head><body>
<article><h1 class="entry-title">${title}</h1><div class="entry-content"><p>市は来月から中央図書館を夜九時まで開けると発表した。職員の交代勤務を見直すという。</p></div></article>
<div id="comments"><ol class="comment-list">${items.join("\n")}</ol></div></body></html>
`;
}

/** An article alone. */
export const NO_COMMENTS = `<!doctype html><html lang="ja"><head><meta charset="utf-8"><title>港の倉庫</title></head><body><article><h1>港の倉庫</h1><p>市は港の倉庫を改修し、来年の春に市場を開くと発表した。費用は三億円にのぼる見込みだ。</p></article></body></html>
`;

/** A rendering of a page, in UTF-8 but for two bytes. */
export const BROKEN_BYTES = Buffer.concat([
  Buffer.from(
    "橋の架け替え\n\n県は古い橋を架け替える方針を決めた。\n\nコメント\n\n    • みかん\n    • 2023年4月1日\n\n    賛成です",
  ),
  Buffer.from([0xff, 0xfe]),
  Buffer.from("。\n\n    3\n"),
]);
