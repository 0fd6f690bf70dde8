import type { Line } from "./lines.ts";

/** What stands over a thread: 「図書館の夜」への2件のフィードバック, 12件のコメント, コメント (12), 12 thoughts on …, コメント. */
const HEADING =
  /^(?:[「“"].{1,120}[」”"]\s?(?:への|に対する)\s?([\d,]+)\s?件の(?:フィードバック|コメント|返信|意見)|([\d,]+)\s?件のコメント\s?:?|コメント\s?[:：]?\s?[(（[]?\s?([\d,]+)\s?件?\s?[)）\]]?|([\d,]+)\s?(?:thoughts? on\b.*|comments?|responses?(?: to\b.*)?|replies)|comments?\s?[(（[]\s?([\d,]+)\s?[)）\]]|(?:みんなの|読者の)?コメント(?:一覧|欄)?|comments?)$/i;
/** What ends it: the form under a thread. */
const FORM =
  /^(?:コメントを(?:残す|書く|追加|投稿(?:する)?|送信)(?:\s.{0,30})?|コメントする|返信をキャンセル.*|メールアドレスが公開されることはありません.*|leave a (?:comment|reply).*|your email address will not be published.*|add a comment|post a comment)$/i;
/** What stands under a comment for its readers to press. */
const ACTION =
  /^(?:返信(?:する)?|返信削除|削除|引用|編集|通報(?:する)?|違反報告|報告|シェア(?:する)?|いいね!?|高評価|低評価|共有|reply|quote|edit|report|share|like|permalink|返信を表示|\d+\s?件の返信|\d+\s?repl(?:y|ies)|返信\s?\d+\s?件)$/i;

/** Returns how many comments a line says there are: `null` for no heading, 0 for one without a number. */
export function commentHeading({ text }: Line): number | null {
  if (text.length > 160) return null;
  const found = HEADING.exec(text.normalize("NFKC"));
  if (found === null) return null;
  const shown = found.slice(1).find((one) => one !== undefined);
  return shown === undefined ? 0 : Number(shown.replaceAll(",", ""));
}

/** Whether a line begins the form in which comments are written. */
export function isFormLine({ text }: Line): boolean {
  return text.length <= 120 && FORM.test(text.normalize("NFKC"));
}

/** Returns how many answers a button says it opens, null for another line. */
export function repliesShown({ text }: Line): number | null {
  const found = /^(?:返信\s?([\d,]+)\s?件|([\d,]+)\s?(?:件の返信|repl(?:y|ies)))$/i.exec(text.normalize("NFKC"));
  return found === null ? null : Number((found[1] ?? found[2]!).replaceAll(",", ""));
}

/** Whether a line is nothing but a button of a comment. */
export function isActionLine({ text }: Line): boolean {
  return text.length <= 24 && ACTION.test(text.normalize("NFKC"));
}
