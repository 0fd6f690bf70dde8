import { parseCodes } from "../../src/measure/codes/parse-codes.ts";
import { analysisOf, type SampleComment } from "../report/sample-analysis.ts";
import { withConsiderations } from "./with-considerations.ts";

/** A thread about a bakery's closing days: votes shown and not shown, names and no names, replies three deep. */
const comments: readonly SampleComment[] = [
  {
    author: "みかん",
    up: 41,
    text: "水曜が休みになるのは残念だけど、パンの味はいつも最高です。\n店長の山本さんにはゆっくり休んでほしい。",
    side: "unsure",
    score: 0.6,
  },
  { author: "名無し", up: 12, text: "また値上げか。正直高すぎる。", score: -0.7, replyTo: 0 },
  {
    author: "みかん",
    up: 23,
    text: "いや、小麦がこれだけ上がっているのだから仕方ないと思います。",
    side: "for",
    score: 0.1,
    replyTo: 1,
  },
  { author: "小麦太郎", up: null, text: "同意。町の商工会も助成を出すべき。", side: "for", score: 0.2, replyTo: 2 },
  { author: null, up: 0, text: "駅前の「ベーカリー月」に行けばいい", side: "against", score: 0, replyTo: 0 },
  { author: "Анна🥖", up: 8, text: "Спасибо! 山本さんのクリームパンが大好きです😀", score: 0.9 },
  { author: "カラス", up: 3, text: "行列がひどいし、店員の態度も悪い。二度と行かない。", side: "against", score: -0.9 },
  {
    author: "小麦太郎",
    up: 17,
    text: ">行列がひどいし\n土曜の朝だけですよ。平日は空いています。",
    side: "for",
    score: 0.3,
    replyTo: 6,
  },
  {
    author: "カラス",
    up: 5,
    text: "平日も混んでいた。商工会の広報には「待ち時間なし」と書いてあったのに。",
    score: -0.5,
    replyTo: 7,
  },
  { author: "名無し", up: 1, text: "どっちでもいい", side: "unsure", score: 0 },
  { author: "ほたる", up: 29, text: "山本さんは子ども食堂にもパンを届けている。もっと知られてほしい。", score: 0.8 },
  {
    author: "小麦太郎",
    up: 6,
    text: "小麦の値上げが続けば、町の店はどこも苦しい。商工会の助成を待っている。",
    score: -0.3,
    replyTo: 1,
  },
  { author: "カラス", up: 4, text: "小麦の値上げは世界の話。商工会の助成だけでは足りない。", score: -0.4, replyTo: 11 },
  {
    author: "みかん",
    up: 9,
    text: "商工会の助成が決まるまで、小麦の値上げを皆で支えるしかない。",
    side: "conditional",
    score: 0.2,
    replyTo: 12,
  },
  { author: "ほたる", up: 2, text: "補足です。町の広報に載っていました。", score: 0.1, replyTo: 10 },
];

/** An analysis made by hand, so that charts and report are tested without any annotator. */
const thread = analysisOf({
  title: "町のパン屋、水曜を定休日に",
  proposition: "水曜を定休日にすること",
  text: "町のパン屋「ムギ」の山本花店長は4月1日、「小麦の値上がりで毎日は開けられない」と町の広報に語った。\n\n町の商工会は助成を検討している。\n\n参考:Bakery hours and wheat prices\n出典:町の広報/CC BY 4.0",
  comments,
  entities: [
    { id: "e1", name: "山本花", label: "PERSON", names: ["山本花", "山本さん"], scores: [0.6, 0.9, 0.8] },
    { id: "e2", name: "商工会", label: "ORG", names: ["商工会"], scores: [0.2, -0.5] },
    { id: "e3", name: "ムギ", label: "FAC", names: ["ムギ"], scores: [] },
    { id: "e4", name: "小麦", label: "PRODUCT", names: ["小麦"], scores: [-0.2] },
  ],
  quotations: [
    { words: "小麦の値上がりで毎日は開けられない", speaker: "山本花", verb: "語る", outlet: "町の広報" },
    { words: "待ち時間なし", speaker: null, verb: "書く", outlet: null },
    { words: "ベーカリー月", speaker: null, verb: null, outlet: null },
  ],
  citations: [
    { words: "Bakery hours and wheat prices", role: "source", language: "en" },
    { words: "町の広報/CC BY 4.0", role: "image-credit", language: "ja", holder: "町の広報", licence: "CC BY 4.0" },
    { words: "町の広報", role: "inline", language: "ja", outlet: "町の広報" },
  ],
});

/** Codes of the sample, of which the analysis itself has none. */
export const sampleCodes = parseCodes(
  "*値段\n値上げ or 高い or 'パンの値'\n*助成\n助成\n*待ち時間\n行列 or 混む or near(待ち-時間)",
);

export const sample = withConsiderations(thread, [
  ["c1", "水曜が休みになるのは残念だけど、", "mental"],
  ["c1", "パンの味はいつも最高です。", "quality"],
  ["c1", "店長の山本さんにはゆっくり休んでほしい。", "compassion"],
  ["c2", "また値上げか。", "burden"],
  ["c2", "正直高すぎる。", "burden"],
  ["c3", "小麦がこれだけ上がっているのだから", "cost"],
  ["c4", "町の商工会も助成を出すべき。", "alternatives"],
  ["c6", "山本さんのクリームパンが大好きです", "quality"],
  ["c7", "行列がひどいし、", "time"],
  ["c8", "土曜の朝だけですよ。", "time"],
  ["c12", "小麦の値上げが続けば、町の店はどこも苦しい。", "local-economy"],
  ["c12", "小麦の値上げが続けば、町の店はどこも苦しい。", "cost"],
  ["c14", "小麦の値上げを皆で支えるしかない。", "cost"],
  ["c14", "小麦の値上げを皆で支えるしかない。", "community"],
]);
