import type { Block, PageComment, PageModel } from "./page.ts";

/** Words that try to pass for something else: headings, dates, bullets, numbers, markup. */
const TRAPS = [
  "コメント",
  "関連記事",
  "PAGE TOP",
  "この記事へのトラックバックはありません。",
  "• 名前",
  "• 2022年 9月 15日",
  "2022年 9月 15日",
  "> 引用です",
  "＞全角の引用",
  "1. 一つ目",
  "25",
  "1,234",
  "https://example.jp/?a=1&b=2",
  "参考:Source title",
  "出典：Кремль",
  "<b>太字</b>",
  "&amp; &lt;",
  "前のページ",
  "😀👨‍👩‍👧 絵文字",
  "(´・ω・`)",
  "　全角の字下げ",
  "a  b",
];
const WORDS = [
  "賛成です",
  "反対します",
  "よく分からない。",
  "これはひどい",
  "データを見せてください",
  "ありがとう！",
  "そうかな?",
  "ロシアと中国",
  "昨日の話",
  "OK",
];
const NAMES = [
  "みかん",
  "7743",
  "2022年 9月 15日",
  "コメント",
  "K(大文字)",
  "金 国鎮",
  "• 点",
  "<b>",
  "名無し&匿名",
  "🍊",
  "関連記事",
];

/** A small generator of numbers, the same for the same seed. */
export function randomNumbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** What a random page may hold. `plain` leaves out what a text rendering cannot tell apart. */
export interface Temper {
  readonly comments: number;
  readonly plain: boolean;
}

/** Makes a page of a seed; the same seed gives the same page. */
export function randomPage(seed: number, { comments, plain }: Temper): PageModel {
  const next = randomNumbers(seed);
  const pick = <T>(list: readonly T[]): T => list[next(list.length)]!;
  const line = (): string => {
    const count = 1 + next(3);
    return Array.from({ length: count }, () => pick(WORDS)).join("");
  };
  const anyLine = (): string => (next(3) === 0 ? pick(TRAPS) : line());
  const paragraph = (): string[] => {
    const lines = Array.from({ length: 1 + next(3) }, anyLine);
    // At its start a paragraph of a rendering may not look like a header, nor be only a number.
    if (plain) lines.unshift(line());
    return lines;
  };
  let depth = 0;
  const list = Array.from({ length: comments }, (_, index): PageComment => {
    depth = index === 0 ? 0 : next(depth + 2);
    return {
      depth: Math.min(depth, 10),
      author: next(8) === 0 ? null : plain ? pick(NAMES).replace("• 点", "点") : pick(NAMES),
      date: `2022年 9月 ${1 + next(28)}日`,
      up: next(4) === 0 ? null : next(3) === 0 ? 1000 + next(9000) : next(60),
      paragraphs: Array.from({ length: 1 + next(3) }, paragraph),
    };
  });
  const block = (): Block => {
    const kind = next(6);
    if (kind === 0) return { kind: "h2", text: line() };
    if (kind === 1) return { kind: "caption", text: `出典:${line()}` };
    if (kind === 2) return { kind: "empty" };
    return { kind: "p", lines: Array.from({ length: 1 + next(2) }, () => [{ text: `${line()}。` }]) };
  };
  const post = () => ({ category: "分類", title: line(), teaser: `${line()}…` });
  return {
    category: next(3) === 0 ? null : "分類",
    title: `題名は${line()}`.replace(/[。！?]/g, ""),
    body: [
      { kind: "p", lines: [[{ text: `書き出しの段落で、${line()}${line()}と述べた。` }]] },
      ...Array.from({ length: next(5) }, block),
    ],
    ...(next(2) === 0 ? { previous: line() } : {}),
    ...(next(2) === 0 ? { next: line() } : {}),
    related: Array.from({ length: next(3) }, post),
    comments: list,
    latest: Array.from({ length: next(3) }, () => ({ category: "分類", title: line() })),
  };
}
