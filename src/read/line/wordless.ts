import type { Note } from "../../model/discussion.ts";

const KINDS =
  "スタンプ|写真|動画|ファイル|ボイスメッセージ|音声|アルバム|位置情報|連絡先|ノート|プレゼント|LINEギフト|投票|イベント|通話|Sticker|Photo|Video|File|Voice message|Album|Location|Contact|Notes?|Gift|Poll|Event|Call";
/** What LINE writes where a message has no words, with a name behind it at times: `[アルバム] 夏祭り`, `☎ 通話時間 1:23`. */
const MEDIA = new RegExp(`^(?:\\[(${KINDS})\\]|(☎))(?=\\s|$)`);
/** The same as the PC writes it. */
const BARE_MEDIA = new RegExp(`^(${KINDS})$`);
const TAKEN_BACK = /^(?:メッセージの送信を取り消しました|unsent a message)[。.]?$/i;
const LONGEST = 40;

/** A message without words. */
export interface Wordless {
  /** Its kind as LINE calls it: スタンプ, Photo, ☎. */
  readonly kind: string;
  readonly note: Note;
}

/** Returns what a message is that holds no words: a stamp, a picture, a call, one taken back; null for one with words. */
export function wordless(text: string, tabbed: boolean): Wordless | null {
  if (TAKEN_BACK.test(text)) return { kind: "", note: { code: "deleted", message: "its writer took it back" } };
  const found = MEDIA.exec(text) ?? (tabbed ? null : BARE_MEDIA.exec(text));
  if (found === null) return null;
  return {
    kind: found[1] ?? found[2]!,
    note: { code: "media", message: `it is no words, but ${text.slice(0, LONGEST)}` },
  };
}

/** Returns the notes that count a talk's messages without words. */
export function wordlessNotes(all: readonly Wordless[]): Note[] {
  const counts = new Map<string, number>();
  for (const { kind } of all) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const back = counts.get("") ?? 0;
  counts.delete("");
  const kinds = [...counts].map(([kind, count]) => `${kind} ${count}`).join(", ");
  return [
    ...(kinds === "" ? [] : [{ code: "media", message: `messages without words: ${kinds}` }]),
    ...(back === 0 ? [] : [{ code: "deleted-comments", message: `messages taken back by their writers: ${back}` }]),
  ];
}
