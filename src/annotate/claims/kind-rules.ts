import type { ClaimKind } from "../../model/layers.ts";
import type { Rule } from "../../words/rule.ts";
import { Is } from "../../words/token-bits.ts";
import { endingOf } from "./ending-of.ts";
import type { Piece } from "./piece.ts";
import { Form } from "./word-forms.ts";

/** A rule that tells what a piece does by what is seen of it. */
export interface KindRule extends Rule {
  readonly kind: ClaimKind;
  readonly when: (piece: Piece) => boolean;
}

/** What can be told of a piece without weighing its words, by priority: the first row that fits decides. */
export const KIND_RULES: readonly KindRule[] = [
  {
    name: "no words",
    example: "wwwwwwww",
    kind: "other",
    when: ({ letters, coreEnd, start, linked }) => (letters === 0 || coreEnd === start) && !linked,
  },
  { name: "same letters over and over", example: "うおおおおおおお", kind: "other", when: (piece) => isCry(piece) },
  { name: "figures alone", example: "1:23 2:45 3:10", kind: "report", when: (piece) => isFigures(piece) },
  {
    name: "quoted line",
    example: "＞利用者の半分は市外から来ている",
    kind: "report",
    when: ({ quoted }) => quoted === "line",
  },
  {
    name: "words in brackets",
    example: "「努力は裏切らない」",
    kind: "report",
    when: ({ quoted }) => quoted === "brackets",
  },
  { name: "greeting", example: "お疲れ様でした", kind: "other", when: (piece) => isGreeting(piece) },
  {
    name: "ground by its opening",
    example: "なぜなら維持費の方が高くつくからです",
    kind: "reason",
    when: (piece) => opensGround(piece) && !piece.asked,
  },
  {
    name: "ground before its claim",
    example: "子どもが小さいので、夜の会議には出られません",
    kind: "reason",
    when: ({ joint, last, sentenceLast }) => joint === "grounds" && last < sentenceLast,
  },
  {
    name: "imperative",
    example: "責任者は辞めろ",
    kind: "proposal",
    when: (piece) => !piece.asked && isImperative(piece),
  },
  {
    name: "prohibition",
    example: "人の名前を勝手に変えるな",
    kind: "proposal",
    when: (piece) => !piece.asked && forbids(piece),
  },
  {
    name: "let us",
    example: "もう一度みんなで話し合おう",
    kind: "proposal",
    when: (piece) => !piece.asked && urges(piece),
  },
  { name: "wish", example: "フルで聴きたいです", kind: "proposal", when: (piece) => !piece.asked && wishes(piece) },
  {
    name: "wish or advice before a noun",
    example: "一度は目を通しておくべき記事ですね",
    kind: "proposal",
    when: (piece) => !piece.asked && advisesOfNoun(piece),
  },
  {
    name: "wish or advice by its ending",
    example: "まず説明会を開くべきです",
    kind: "proposal",
    when: ends("proposal"),
  },
  {
    name: "ground by its ending",
    example: "電車が止まったら帰る手段がないからです",
    kind: "reason",
    when: ends("reason"),
  },
  { name: "question of something", example: "費用は誰が払うのでしょうか", kind: "question", when: asksOfSomething },
  { name: "excuse by its ending", example: "返事が遅くなって本当にごめんなさい", kind: "other", when: ends("other") },
  { name: "opinion by its ending", example: "それって順番が逆じゃないですか？", kind: "claim", when: ends("claim") },
  { name: "question by its ending", example: "ほかに使っている人はいますか", kind: "question", when: ends("question") },
  {
    name: "address",
    example: "詳しい資料: https://example.jp/report.pdf",
    kind: "report",
    when: (piece) => isLink(piece),
  },
];

function ends(kind: ClaimKind): (piece: Piece) => boolean {
  return (piece) => endingOf(piece)?.kind === kind;
}

/** Digits with marks between, as times of a video are. */
function isFigures({ letters, digits }: Piece): boolean {
  return digits > 0 && digits === letters;
}

/** An address with few words beside it. */
const isLink = ({ linked, native }: Piece): boolean => linked && native <= FEW_WORDS;

const FEW_WORDS = 12;
/** One or two letters over and over, four times at least, with hardly another beside them: かっこいい8888 says more. */
function isCry({ tokens: { text }, start, coreEnd }: Piece): boolean {
  if (coreEnd - start < 4) return false;
  let same = 0;
  for (let i = start + 1; i < coreEnd; i++) if (text[i] === text[i - 1] || text[i] === text[i - 2]) same++;
  const others = coreEnd - start - 1 - same;
  return same >= 3 * others && same >= 3 && others < FEW_OTHERS;
}

const FEW_OTHERS = 6;

/** A greeting with nothing behind it but its ending and marks. */
function isGreeting({ tokens: { text }, start, coreEnd, words, asked }: Piece): boolean {
  if (asked) return false;
  const greeting = words.greetings.longest(text, start, coreEnd);
  if (greeting === null) return false;
  let at = start + greeting.word.length;
  while (at < coreEnd) {
    const end = words.greetingEnds.longest(text, at, coreEnd);
    if (end === null) return false;
    at += end.word.length;
  }
  return true;
}

function opensGround({ tokens, start, words, last, first }: Piece): boolean {
  return last - first > 2 && words.groundOpenings.at(tokens.text, start) !== undefined;
}

/** Whether the last word is a verb or helper in the form of a command. */
function isImperative({ tokens, bits, forms, first, coreLast }: Piece): boolean {
  let row = coreLast - 1;
  while (row > first && (bits[row]! & Is.final) !== 0) row--;
  if (row < first || (bits[row]! & (Is.verb | Is.auxiliary)) === 0 || (bits[row]! & Is.inflected) === 0) return false;
  return forms.form(tokens, row) === Form.command;
}

const NA = "な".charCodeAt(0);

/** Whether な behind the base form of a verb forbids, and does not muse: 思うな. */
function forbids({ tokens, bits, forms, words, first, coreLast }: Piece): boolean {
  let row = coreLast - 1;
  while (row > first && (bits[row]! & Is.final) !== 0 && tokens.text.charCodeAt(tokens.start(row)) !== NA) row--;
  if (row <= first || (bits[row]! & Is.final) === 0 || tokens.end(row) !== tokens.start(row) + 1) return false;
  const verb = row - 1;
  return (
    (bits[verb]! & Is.verb) !== 0 &&
    (bits[verb]! & Is.dependent) === 0 &&
    forms.form(tokens, verb) === Form.base &&
    !words.musing.has(tokens.lemma(verb))
  );
}

const U = "う".charCodeAt(0);

/** Whether it ends in the form of a verb by which one urges: 話し合おう. */
function urges({ tokens, bits, forms, words, first, coreLast }: Piece): boolean {
  let row = coreLast - 1;
  while (row > first && (bits[row]! & Is.final) !== 0) row--;
  const verb = row - 1;
  return (
    verb >= first &&
    (bits[row]! & Is.auxiliary) !== 0 &&
    tokens.text.charCodeAt(tokens.end(row) - 1) === U &&
    (bits[verb]! & Is.verb) !== 0 &&
    forms.form(tokens, verb) === Form.volition &&
    !words.musing.has(tokens.lemma(verb))
  );
}

/** Whether たい, or ほしい behind て, is the last that it says but for words that only soften it; not what was wished once. */
function wishes(piece: Piece): boolean {
  const { tokens, bits, words, first, coreLast } = piece;
  let past = false;
  for (let row = coreLast - 1, n = 0; row > first && n < 6; row--, n++) {
    if (isWish(piece, row)) return !past;
    const lemma = tokens.lemma(row);
    if ((bits[row]! & Is.final) === 0 && !words.trailing.has(lemma)) return false;
    past = lemma === "た";
  }
  return false;
}

/** Whether a word is たい, or ほしい behind て. */
function isWish({ tokens, bits }: Piece, row: number): boolean {
  if ((bits[row]! & (Is.auxiliary | Is.adjective)) === 0) return false;
  const lemma = tokens.lemma(row);
  return lemma === "たい" || ((lemma === "ほしい" || lemma === "欲しい") && (bits[row - 1]! & Is.conjunctive) !== 0);
}

/** Whether its last nouns are what is wished for, or ought to be: 読むべき記事だ, 何度も読み返したい内容. */
function advisesOfNoun(piece: Piece): boolean {
  const { tokens, bits, first, coreLast } = piece;
  let row = coreLast - 1;
  while (row > first && (bits[row]! & (Is.final | Is.auxiliary)) !== 0 && tokens.lemma(row) !== "べし") row--;
  const last = row;
  while (row > first && (bits[row]! & (Is.noun | Is.prefix)) !== 0) row--;
  if (row === last || (bits[last]! & Is.dependent) !== 0) return false;
  return tokens.lemma(row) === "べし" || (isWish(piece, row) && row > first);
}

/** Whether it asks with a word for what it asks of, and does not scorn. */
function asksOfSomething({ tokens, bits, words, asked, first, coreLast, coreEnd }: Piece): boolean {
  const last = coreLast - 1;
  if (!asked && tokens.text.startsWith("ことか", coreEnd - 3)) return false;
  if (!asked && (last < first || (bits[last]! & (Is.final | Is.auxiliary)) === 0 || !wonders(tokens, last)))
    return false;
  let asking = false;
  for (let row = first; row < coreLast; row++) {
    const [start, end] = [tokens.start(row), tokens.end(row)];
    if (words.scorning.get(tokens.text, start, end) === true) return false;
    if (words.asking.get(tokens.text, start, end) === true) asking = true;
  }
  return asking;
}

/** Whether a last word asks without a question mark: か, かな, だろう, でしょう. */
function wonders(tokens: Piece["tokens"], row: number): boolean {
  const word = tokens.surface(row);
  return word === "か" || word === "う" || word === "かな" || word === "かしら";
}
