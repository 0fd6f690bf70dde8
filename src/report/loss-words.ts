import type { LossCode } from "../model/losses.ts";
import type { Lang } from "./words.ts";

/** How the report tells of one kind of loss. */
export interface LossWords {
  /** What was not read; of comments with how many there are. */
  readonly what: (comments: number) => string;
  /** What the reader can do about it. */
  readonly next: string;
}

/** What the report says of losses in general, and of each code; `other` is for one that another version knows. */
export const LOSS_WORDS: Readonly<
  Record<
    Lang,
    {
      readonly heading: string;
      readonly lead: string;
      readonly next: string;
      readonly more: (discussions: number) => string;
      readonly codes: Readonly<Record<LossCode | "other", LossWords>>;
    }
  >
> = {
  ja: {
    heading: "読めていないものがあります",
    lead: "この先の図と数は、読めた分だけのものです。",
    next: "試せること：",
    more: (discussions) => `ほか${discussions}件の議論`,
    codes: {
      "comments-not-read": {
        what: () => "コメントが、すべては読めていません。",
        next: "コメントを最後まで開いてから、ページを保存し直してください。書き出した表やJSONなら、`--map text=列の名前` で本文の列を指定できます。形式が取り違えられているときは、`--page-format` で指定してください。",
      },
      "body-uncertain": {
        what: () => "記事の本文が、確かには読めていません。",
        next: "下の「記事」が元のページの本文と同じか、見比べてください。違うときは、印刷用の表示など、記事だけの画面を保存し直すと読めることがあります。",
      },
      "empty-text": {
        what: (comments) =>
          comments === 0
            ? "言葉の読めなかったコメントがあります。"
            : `言葉の読めなかったコメントが${comments}件あります。`,
        next: "画像やスタンプだけのコメントかもしれません。元のページで確かめてください。",
      },
      "not-understood": {
        what: () => "読み方のわからなかったところがあります。",
        next: "下に示したところを、元のファイルで確かめてください。形式が取り違えられているときは、`--page-format` で指定できます（一覧は `yoron read --list-formats`）。",
      },
      "missing-comments": {
        what: () => "元のページにあるコメントのうち、このファイルに入っていないものがあります。",
        next: "残りのコメントを開いてから保存し直すか、コメントの続きのページも保存して、一緒に読ませてください。",
      },
      "lossy-decoding": {
        what: () => "文字にできなかったところが「\u{fffd}」に置き換わっています。",
        next: "文字コードがわかっていれば、`--encoding` で指定してください（shift_jis、euc-jp など）。",
      },
      "no-comments": {
        what: () => "表は読めましたが、コメントが一つも見つかりません。",
        next: "`--map text=列の名前` で本文の列を、`--sheet` でシートを指定してください。",
      },
      "error-cells": {
        what: () => "表のなかのエラーになっているセルを、空のまま読みました。",
        next: "表計算ソフトで #N/A などを直し、保存し直してください。",
      },
      "cut-text": {
        what: (comments) =>
          comments === 0
            ? "途中までしか入っていないコメントがあります。"
            : `途中までしか入っていないコメントが${comments}件あります。`,
        next: "「もっと見る」を開いてから、ページを保存し直してください。",
      },
      "cut-off": {
        what: () => "ファイルが途中で切れています。",
        next: "保存やダウンロードをやり直してください。",
      },
      other: {
        what: () => "読めていないところがあります。",
        next: "下に示したところを、元のファイルで確かめてください。",
      },
    },
  },
  en: {
    heading: "Some of it was not read",
    lead: "The charts and figures below count only what was read.",
    next: "What to try: ",
    more: (discussions) => `${discussions} more discussions`,
    codes: {
      "comments-not-read": {
        what: () => "Not all comments were read.",
        next: "Open the comments to the last and save the page again. For an exported table or JSON, name the column of the words with `--map text=COLUMN`. Where the format was mistaken for another, name it with `--page-format`.",
      },
      "body-uncertain": {
        what: () => "The body of the article was not read for certain.",
        next: "Compare the article below with that on the page. Where they differ, a view that shows the article alone, such as the one for printing, may be read when saved.",
      },
      "empty-text": {
        what: (comments) =>
          comments === 1
            ? "No words were found in one comment."
            : `No words were found in ${comments === 0 ? "some" : comments} comments.`,
        next: "They may hold a picture or a stamp alone; look at them on the page.",
      },
      "not-understood": {
        what: () => "Something in the source was not understood.",
        next: "Look at the place named below in the source. Where the format was mistaken for another, name it with `--page-format` (`yoron read --list-formats` shows them).",
      },
      "missing-comments": {
        what: () => "The page has comments that are not in this file.",
        next: "Open the rest and save the page again, or save the further pages of comments as well and read them together.",
      },
      "lossy-decoding": {
        what: () => "What could not be decoded stands as \u{fffd}.",
        next: "Where the encoding is known, name it with `--encoding` (shift_jis, euc-jp …).",
      },
      "no-comments": {
        what: () => "The table was read, and no comment was found in it.",
        next: "Name the column of the words with `--map text=COLUMN`, and the sheet with `--sheet`.",
      },
      "error-cells": {
        what: () => "Cells of the table that hold an error were read as empty.",
        next: "Mend #N/A and the like in the spreadsheet and save it again.",
      },
      "cut-text": {
        what: (comments) =>
          comments === 1
            ? "Of one comment the file holds the beginning only."
            : `Of ${comments === 0 ? "some" : comments} comments the file holds the beginning only.`,
        next: "Open what is folded (もっと見る) and save the page again.",
      },
      "cut-off": {
        what: () => "The file ends too early.",
        next: "Save or download it again.",
      },
      other: { what: () => "Something was not read.", next: "Look at the place named below in the source." },
    },
  },
};
