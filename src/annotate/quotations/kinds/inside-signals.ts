import type { Evidence } from "./evidence.ts";
import { isCasual, isDefinition, isWorkDefinition } from "./sentence-ends.ts";
import type { Signal } from "./signal.ts";

/** Whether the sentence begins with the bracket and goes on to say what it is: 「…」は. */
const isTheme = ({ quote }: Evidence) =>
  quote.beside(1, "は") && quote.frame.begins[quote.item] === 1 && quote.predicate.tie === "none";

const isDefinedWork = (evidence: Evidence) =>
  isTheme(evidence) && isWorkDefinition(evidence.sentence, evidence.quote.resources);

/** Signals of the words in the bracket and of the sentence around it; each counts. */
export const INSIDE_SIGNALS = [
  {
    name: "any bracket",
    example: "「核の傘」は本当に開くのか。",
    when: () => true,
  },
  {
    name: "any bracket, for its irony",
    example: "出たよ「丁寧に説明する」。",
    when: () => true,
  },
  {
    name: "sentence",
    example: "彼は笑って「いいよ」。",
    inside: "sentence",
    when: () => true,
  },
  {
    name: "no sentence",
    example: "休憩所は「SA」と略記される。",
    inside: "words",
    when: () => true,
  },
  {
    name: "casual sentence around words",
    example: "あの「有識者」会議、意味あるの?",
    inside: "words",
    when: ({ sentence, quote }) => isCasual(sentence, quote.resources),
  },
  {
    name: "…は and what work it is",
    example: "「海鳴りの街」は地元の月刊雑誌。",
    when: isDefinedWork,
  },
  {
    name: "…は and what it is",
    example: "『北陸百科事典』は英語で書かれた百科事典である。",
    when: (evidence) =>
      isTheme(evidence) && !isDefinedWork(evidence) && isDefinition(evidence.sentence, evidence.quote.resources),
  },
  {
    name: "な after",
    example: "「安全」な水なら自分で飲めばいい。",
    inside: "words",
    when: ({ quote: { frame, bracket, predicate } }) =>
      predicate.tie === "none" &&
      frame.text[bracket.close] === "な" &&
      /^[一-龠ァ-ヶ]/u.test(frame.text[bracket.close + 1] ?? ""),
  },
  {
    name: "very long",
    example: "『僕は先生に迷惑がかかりはしないかと思って黙っていたんだよ』",
    when: ({ words }) => words.length > 24,
  },
  {
    // A word taken up, nobody's sentence.
    name: "reporting verb alone",
    example: "協定を紙くずにしておいて「強調した」もないでしょう。",
    when: ({ quote, speaker, words }) => {
      if (quote.predicate.tie !== "none" || speaker !== null) return false;
      const stem = /^(.{2,4})し(?:た|ている|ました)$/u.exec(words)?.[1];
      return stem !== undefined && quote.resources.verbs.has(`${stem}する`);
    },
  },
  {
    name: "line with a comma",
    example: "「なに！」",
    inside: "words",
    when: ({ isLineOfDialogue }) => isLineOfDialogue,
    by: () => "a line of its own" as const,
  },
  {
    name: "long line",
    example: "「皆さんのお金と荷物をそっくり」",
    inside: "words",
    when: (evidence) => evidence.words.length >= 14 && evidence.standsAlone && !evidence.isLineOfDialogue,
    by: () => "a line of its own" as const,
  },
] as const satisfies readonly Signal[];
