/** Words that open a sentence though a dictionary takes their first letters for particles. */
interface ConjunctionRow {
  readonly name: string;
  readonly example: string;
  readonly opens: string;
}

/** Words after an ending that open the next sentence; what only goes on (と言った, の一言, です) is in none of the rows. */
export const CONJUNCTIONS: readonly ConjunctionRow[] = [
  { name: "でも", example: "嬉しい！でも高い。", opens: "でも(?!な[いくか]|って)" },
  { name: "で with a comma", example: "すごい！で、値段は？", opens: "で(?=[、,?？…])" },
  { name: "では", example: "無理？では別の案を。", opens: "では(?!な[いくか]|あり)" },
  { name: "じゃ", example: "駄目？じゃ帰る。", opens: "じゃ(?!な[いくか]|あり|ん)" },
  { name: "なので", example: "安い！なので買った。", opens: "な(?:ので(?!は)|のに)" },
  { name: "なら", example: "いいね！なら行こう。", opens: "なら(?!な[いく]|ず)ば?" },
  {
    name: "と and how it is",
    example: "最高！とはいえ遠い。",
    opens:
      "と(?:は(?:いえ|言え|いうもの|言うもの|いっても|言っても)|いっても|言っても|(?:いう|言う)(?:か(?!ら)|わけで|訳で|こと(?:で|は)|事(?:で|は)|のも)|すると|すれば|なると|なれば|なったら|したら|同時に)",
  },
  {
    name: "って and how it is",
    example: "本当？ってことは勝ちだ。",
    opens: "っ?て(?:いうか|ゆうか|か(?!ら)|(?:いう)?こと(?:で|は)|わけで)",
  },
  {
    name: "か and what was thought",
    example: "無理！かといって今さら戻れない。",
    opens: "か(?:と(?:いって|言って|いっても|言っても|思(?:えば|うと|ったら)))",
  },
  {
    name: "だ and how it goes on",
    example: "安い！だけど遠い。",
    opens:
      "だ(?:けど|けれど|から|が(?=[、一-龠ァ-ヶ])|った?ら|とし(?:たら|ても)|とすれば|とすると|のに|って(?![。！？!?\\s]|さ(?!む)|よ|ね))",
  },
  {
    name: "です and how it goes on",
    example: "無理！ですが頑張る。",
    opens: "で(?:すが|すから|すけ(?:ど|れど)|したら|すので)",
  },
  { name: "けど", example: "好き！けど高い。", opens: "け(?:ど|れど)も?(?![。！？!?])" },
  { name: "が with a comma", example: "安い！が、遠い。", opens: "が(?=[、,])" },
  { name: "にも", example: "帰る！にしても遅い。", opens: "に(?:しても|もかかわらず|も関わらず)" },
  { name: "なんか", example: "すごい！なんか泣けた。", opens: "なんか" },
];

const OPENS = new RegExp(CONJUNCTIONS.map(({ opens }) => opens).join("|"), "y");

/** Whether a word that opens a sentence stands at an offset of a text. */
export function isConjunctionAt(text: string, at: number): boolean {
  OPENS.lastIndex = at;
  return OPENS.test(text);
}
