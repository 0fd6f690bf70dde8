import { W } from "../../../words/word-class.ts";
import { lemmaOf } from "../frame/frame.ts";
import { canSpeak } from "../frame/rank.ts";
import type { Quote } from "../speakers/quote.ts";
import type { Evidence } from "./evidence.ts";
import type { Signal } from "./signal.ts";

const isLabelled = ({ speaker }: Evidence) => speaker?.by === "label";
const isSaying = ({ quote, words }: Evidence) => quote.resources.sayings.has(words);

/** Signals of the marks, the words and what stands next to them; each counts. */
export const MARK_SIGNALS = [
  {
    name: "marks 『』",
    example: "『雪解けの橋』は昨年の文学賞を取った。",
    when: (evidence) => {
      const { bracket, predicate } = evidence.quote;
      return (
        bracket.mark === "『" &&
        bracket.parent === null &&
        predicate.tie !== "to" &&
        !evidence.isLineOfDialogue &&
        !isLabelled(evidence)
      );
    },
  },
  {
    name: "saying",
    example: "昔から「急がば回れ」という。",
    when: isSaying,
  },
  {
    name: "saying of nobody",
    example: "昔の人は「情けは人のためならず」と言いました。",
    when: (evidence) => isSaying(evidence) && !isLabelled(evidence),
  },
  {
    // 彫刻作品を「彫塑」とも言う
    name: "を…と言う",
    example: "長引くことを「五月雨式」と言うようになった。",
    inside: "words",
    when: ({ quote }) => quote.predicate.verb === "言う" && quote.beside(-1, "を"),
  },
  {
    name: "を and a verb of reading",
    example: "「シン・ゴジラ」を三回見た。",
    inside: "words",
    when: ({ quote }) => quote.beside(1, "を") && isRead(quote),
  },
  {
    name: "quoted line",
    example: ">「水道管の工事」の件",
    when: ({ quote: { frame, bracket } }) =>
      /[>＞]\s*$/u.test(frame.text.slice(Math.max(0, bracket.open - 2), bracket.open)),
  },
] as const satisfies readonly Signal[];

/** Signals that a cue beside the bracket is weaker than; each counts. */
export const OWNER_SIGNALS = [
  {
    name: "comment before",
    example: ">>7の「全部マスコミのせい」には笑った。",
    inside: "words",
    when: ({ owner }) => owner?.rank === "comment",
  },
  {
    name: "owner before",
    example: "彼らの「正義」は弱い者には向かない。",
    inside: "words",
    when: ({ owner }) => owner !== null && owner.rank !== "comment" && canSpeak(owner, "people"),
  },
  {
    name: "の after a sentence",
    example: "「検討する」の意味が分からない。",
    inside: "sentence",
    when: ({ quote }) => quote.beside(1, "の"),
  },
] as const satisfies readonly Signal[];

/** 「…」を三回見た */
function isRead({ frame, item, resources }: Quote): boolean {
  for (let at = item + 2; at < Math.min(frame.length, item + 6) && !frame.begins[at]; at++) {
    if (resources.words.reading.includes(lemmaOf(frame, at)) && frame.words[at] !== W.SYMBOL) return true;
    if (frame.words[at] === W.COMMA || frame.words[at] === W.VERB) return false;
  }
  return false;
}
