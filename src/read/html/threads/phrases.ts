/** What stands between and around a name and a date in the head or foot of a comment, and says nothing itself. */
const BETWEEN =
  /[\s|｜:：;,、。・·•‧●■◆▼▽→»«—–―\-@＠#＃/()（）[\]［］【】<>＞＜「」…~〜]+|\b(?:posted|comment(?:ed)?|by|at|on|says?|said|wrote|writes|from|no|date|name|reply|pm|am|the|this)\b\.?|投稿日時|投稿日|投稿者|コメント日時|投稿時間|日時|日付|お名前|名前|より|さん|さま|のコメント|コメント|の発言|の投稿|が投稿|による|件名|№|[\d０-９]+(?:\s*[.．:：番])?/gi;

/** Whether a text only joins a name and a date, as 「より:」 and "says:" do. */
export function isBetween(text: string): boolean {
  return text.replace(BETWEEN, "") === "";
}

const ACTION =
  /^[\s[(（【「↩⤵▼・|\-–—»:]*(?:このコメントに|コメントに|この投稿に)?(?:返信(?:する|先|を書く|をキャンセル)?|返事する?|編集(?:する)?|引用(?:する|して返信)?|通報(?:する)?|違反報告|報告(?:する)?|削除(?:する)?|共有(?:する)?|リンク|固定リンク|パーマリンク|返信ログインして返信|ログインして返信(?:する)?|返信するにはログイン.{0,20}|もっと見る|続きを読む|いいね[!！]?|reply(?: to .{1,40})?|log in to (?:reply|leave a comment)|edit(?: this)?(?: comment)?|quote|report(?: abuse| comment| user)?|permalink|link(?: to (?:this )?comment)?|delete|share|flag|like(?: this)?|#|∞|url|http|web|hp|mail|e-mail)[\s\])）】」↓↑▼|\-–—»:…]*$/i;

/** Whether a text is that of a link or button of a comment: 返信, Edit, 通報. */
export function isActionText(text: string): boolean {
  return text.length <= 60 && ACTION.test(text);
}

const BADGE =
  /^[\s(（[【]*(?:premium|new|pr|会員限定|有料|無料|管理人|管理者|運営者?|(?:記事の|この記事の)?著者|投稿者|投稿主|筆者|モデレーター|(?:post )?author|admin(?:istrator)?|moderator|staff|editor)[\s)）\]】]*$/i;

/** Whether a text is a label beside a name or a title: 投稿者, Author, 会員限定. */
export function isBadgeText(text: string): boolean {
  return text.length <= 30 && BADGE.test(text);
}

const PENDING =
  /^\W{0,4}(?:(?:あなたの|この)?(?:コメント|投稿)(?:は|が)?(?:現在)?.{0,10}承認待ち|(?:your|this) (?:comment|reply) is awaiting (?:moderation|approval))/i;

/** Whether a text says that a comment is not yet approved. */
export function isPendingText(text: string): boolean {
  return text.length <= 120 && PENDING.test(text);
}

const BEFORE =
  /^(?:(?:comment(?:ed)?|posted|written|from)\s+by|by|posted|from|name|投稿者|お?名前|コメント者)\s*[:：]?\s*/i;
const AFTER =
  /\s*(?:(?:さん|さま|様)?\s*(?:より|のコメント|の発言|の投稿|からのコメント)|(?:says?|said|wrote|writes|comments|commented)|\bon|\bat)?\s*(?:[:：|｜,、—–―\-・·»>…]|\.{3}|[(（]\s*[)）])*\s*$/i;
const MARKS = /^[\s|｜:：,、—–―\-・·•@＠#＃/[\]【】()（）»«>]+/;
const NUMBER = /^(?:no\.?\s*|№\s*|#|＃)?\d{1,5}\s*[.．:：番)）]?\s+|^(?:no\.|№|#|＃)\s*\d{1,5}\s*/i;

/** Returns a name without what a page says around it: "Comment by", 「より:」, a number. */
export function cleanName(text: string): string {
  let name = text.replace(/\s+/g, " ").trim().slice(0, 200);
  name = name.replace(MARKS, "").replace(BEFORE, "").replace(NUMBER, "").replace(MARKS, "");
  return name.replace(AFTER, "").trim();
}

const INTRODUCED = /^(?:(?:comment(?:ed)?|posted)\s+by|by|投稿者|お?名前|name)\s*[:：]?\s*\S/i;
const CONCLUDED =
  /\S\s*(?:(?:さん|さま|様)?\s*(?:より|のコメント|の発言)|\b(?:says?|said|wrote|writes))\s*(?:[:：…]|\.{3})?\s*$/i;

/** Whether a line names somebody by its words: 「みかん より:」, "Posted by みかん". */
export function namesSomebody(line: string): boolean {
  return line.length <= 100 && (INTRODUCED.test(line) || CONCLUDED.test(line));
}
