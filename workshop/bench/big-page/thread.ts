import { seededRandom } from "../../../src/measure/random.ts";

/** What a generated page says of a comment. */
export interface GeneratedComment {
  readonly id: string;
  readonly parentId: string;
  readonly author: string;
  readonly posted: string;
  readonly up: number;
  readonly down: number;
  readonly text: string;
}

const OPENINGS = [
  "正直に言うと、",
  "記事を読みましたが、",
  "地元の者です。",
  "子どもを通わせています。",
  "",
  "",
  "何度も書いていますが、",
];
const SUBJECTS = [
  ["町の図書館", "開館時間", "駐車場", "新しい市民プール", "路線バスの本数", "給食の献立", "港の再開発", "冬の除雪"],
  ["佐藤市長の説明", "県の補助金", "委員会の資料", "近所の商店街", "北部大学の調査", "高校生の通学", "去年の予算"],
];
const JUDGEMENTS = [
  "は本当にありがたいと思います",
  "は高すぎて納得できません",
  "はもっと早く決めるべきでした",
  "には期待しています",
  "が心配でなりません",
  "は悪くないけれど説明が足りない",
  "を減らすのは反対です",
  "がなくなると困る人が大勢いる",
];
const GROUNDS = [
  "。なぜなら税金は限られているからです",
  "。2024年4月から料金が3割も上がりました",
  "。「住民の声を聞く」と言っていたのは嘘だったのでしょうか",
  "ので、次の選挙で考えます",
  "。バスなら1時間に2本は必要だと思う",
  "。隣の町ではうまくいっているそうです",
  "。お年寄りが一人で行けるようにしてほしい",
];
const ENDINGS = ["。", "！", "。どう思いますか？", "。以上です。", "…", "。詳しくは https://example.com/a をどうぞ。"];

/** Returns the comments of one thread, about 80 characters each, the same for the same seed; a third answer an earlier one. */
export function* generatedThread(count: number, seed = 1): Generator<GeneratedComment, void, undefined> {
  const random = seededRandom(seed);
  const below = (end: number) => Math.floor(random() * end);
  const one = (list: readonly string[]) => list[below(list.length)]!;
  const sentence = () => `${one(SUBJECTS[0]!)}と${one(SUBJECTS[1]!)}${one(JUDGEMENTS)}${one(GROUNDS)}${one(ENDINGS)}`;
  for (let i = 0; i < count; i++) {
    const minute = i % 60;
    const day = 1 + (Math.floor(i / 1440) % 28);
    yield {
      id: `n${i + 1}`,
      parentId: i > 0 && random() < 1 / 3 ? `n${1 + Math.max(0, i - 1 - below(40))}` : "",
      author: `読者${below(Math.ceil(count / 3))}`,
      posted: `2024-05-${two(day)}T${two(Math.floor(i / 60) % 24)}:${two(minute)}:00+09:00`,
      up: Math.floor(random() ** 4 * 500),
      down: Math.floor(random() ** 4 * 120),
      text: `${one(OPENINGS)}${sentence()}${random() < 0.5 ? sentence() : ""}`,
    };
  }
}

const two = (number: number): string => String(number).padStart(2, "0");
