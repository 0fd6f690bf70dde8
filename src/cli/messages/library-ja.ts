import type { ErrorCode } from "../../index.ts";
import { PHRASES } from "./phrases-ja.ts";

/** What kind of error a code names, in Japanese: said where the library's own words have no Japanese. */
export const GENERAL: Readonly<Record<ErrorCode, string>> = {
  "bad-codes": "コーディングルールに誤りがあります",
  "empty-input": "入力が空です",
  "binary-input": "文章のファイルではありません",
  undecodable: "文字コードが合わず、読めません",
  "not-an-article": "記事が見つかりません",
  "not-a-file": "ファイルではありません",
  unreadable: "読み込めません",
  "several-discussions": "議論が複数あります",
  "unknown-format": "知らない形式です",
  "wrong-format": "指定された形式ではありません",
  malformed: "壊れているか、書き方が違います",
  "too-deep": "入れ子が深すぎます",
  "unknown-name": "その名前のものはありません",
  "unknown-option": "そのようなオプションはありません",
  "unknown-column": "列が見つかりません",
  "bad-value": "値が正しくありません",
  "bad-dictionary": "辞書が壊れています",
  "bad-lexicon": "単語の表が正しくありません",
  "bad-query": "SQL を実行できません",
  unwritable: "書き込めません",
  usage: "使い方が違います",
  "missing-resource": "必要なデータが読めません",
  internal: "Yoron の不具合です",
};

/** What the reader's notes are of, by their codes, in Japanese. */
export const NOTES: Readonly<Record<string, string>> = {
  "comments-not-read": "コメントを、すべては読めていません",
  "missing-comments": "元のページのコメントの一部が、このファイルに入っていません",
  "body-uncertain": "記事の本文が、確かには読めていません",
  "empty-text": "言葉の読めなかったコメントがあります",
  "not-understood": "読み方の分からなかったところがあります",
  "cut-text": "途中までしか入っていないコメントがあります",
  "lossy-decoding": "文字にできず、置き換えたところがあります",
  "no-comments": "表は読めましたが、コメントが見つかりません",
  "error-cells": "エラーになっているセルを、空のまま読みました",
  "cut-off": "ファイルが途中で切れています",
  "ragged-rows": "セルの数が見出しと合わない行があります",
  "odd-quotes": "引用符の付け方がおかしい行があります",
  "empty-rows": "言葉のない行を除きました",
  "encoding-overruled": "宣言と違う文字コードで読みました",
  "personal-columns": "個人情報の列を除きました",
  "other-sheets": "ほかのシートは読んでいません",
  "wordy-columns": "属性として読みましたが、文章かもしれない列があります",
};

/**
 * Returns a sentence of the library in Japanese, or null where it is none of those that are known.
 *
 * @example
 * inJapanese("page.html is empty"); // "page.html は空です"
 */
export function inJapanese(sentence: string): string | null {
  for (const [english, japanese] of PHRASES) {
    const found = new RegExp(`^(?:${english})$`, "su").exec(sentence);
    if (found === null) continue;
    return japanese.replace(/\$(\d)/g, (_, place: string) => inner(found[Number(place)] ?? ""));
  }
  return null;
}

/** What the library calls a source that came without a name. */
function inner(part: string): string {
  return part.replace(/^the input\b/, "入力");
}
