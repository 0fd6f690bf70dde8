import type { Furniture, TraceRow } from "../../model/discussion.ts";
import type { Line } from "./lines.ts";

const KINDS: readonly (readonly [string, RegExp])[] = [
  ["trackbacks", /トラックバック|ピンバック|trackback|pingback/i],
  ["footer", /^(?:PAGE TOP|ページトップ|TOPへ戻る|トップへ戻る|▲.*)$|copyright|©|All Rights Reserved/i],
  [
    "form",
    /コメントを(?:残す|書く|投稿|送信)|メールアドレスが公開|^名前|^メール|^サイト|コメントする|返信をキャンセル/,
  ],
  ["share", /シェア|ツイート|はてなブックマーク|^(?:Twitter|X|Facebook|LINE|Pocket|はてブ)$/],
  ["navigation", /(?:前のページ|次のページ|前の記事|次の記事|前の投稿|次の投稿)$|^(?:«|»|PREV|NEXT)/],
  ["latest", /^(?:最新記事|最近の(?:記事|投稿)|新着記事)$/],
  ["related", /^(?:関連記事|関連投稿|関連する記事|あわせて読みたい(?:記事)?|おすすめ(?:の)?記事|人気記事)$/],
];
/** Kinds whose heading or first line is followed by a list of the same kind. */
const STICKY = new Set(["latest", "related", "form", "footer"]);

/**
 * Returns the lines of `[from, to)` with the kind of each; what no rule knows is of the kind that stands before it,
 * else `rest`.
 */
export function furnitureRows(lines: readonly Line[], from: number, to: number, rest: string): TraceRow[] {
  const rows: TraceRow[] = [];
  let kind = rest;
  for (let at = from; at < to; at++) {
    const { text, start, end, indent } = lines[at]!;
    if (text === "") continue;
    const known = KINDS.find(([, pattern]) => pattern.test(text))?.[0];
    // A listed title may hold any word, so inside a list only a line that is itself a heading changes the kind.
    const inside = indent >= 4;
    const reason = known === undefined || inside ? kind : known;
    if (STICKY.has(reason)) kind = reason;
    else if (known !== undefined && !inside) kind = rest;
    rows.push({ start, end, place: "furniture", reason });
  }
  return rows;
}

/** Returns the furniture, neighbouring rows of one kind joined. */
export function gatherFurniture(trace: readonly TraceRow[], source: string): Furniture[] {
  const found: { kind: string; lines: string[] }[] = [];
  let open = false;
  for (const { place, reason, start, end } of trace) {
    if (place !== "furniture") {
      open = false;
      continue;
    }
    const last = found.at(-1);
    if (open && last !== undefined && last.kind === reason) last.lines.push(source.slice(start, end));
    else found.push({ kind: reason, lines: [source.slice(start, end)] });
    open = true;
  }
  return found.map(({ kind, lines }) => ({ kind, text: lines.join("\n") }));
}
