import type { Rule } from "../../words/rule.ts";
import { asksForAgreement, denialAfter } from "./denial.ts";
import type { StanceCue } from "./resources.ts";
import type { StancePatterns } from "./words.ts";

/** A cue in a reply: its text `[start, end)`, and where the first sentences begin. */
interface Place {
  readonly text: string;
  readonly cue: StanceCue;
  readonly start: number;
  readonly end: number;
  readonly starts: ReadonlySet<number>;
  readonly patterns: StancePatterns;
}

/** A rule of what a cue says where it stands. */
interface Reading extends Rule {
  readonly when: (place: Place) => boolean;
  /** Null: what the list of cues says. */
  readonly stance: StanceCue["stance"] | null;
  /** What the evidence says of it. */
  readonly note: string;
}

/** What follows a cue of agreement and unsays it: forms of できない, しない, ではない, しづらい, and か of a question. */
const REVERSING =
  /^(?:[でにと]?き(?:ない|ません|ねる|ず)|し(?:ない|ません|かね|がた|ねる)|(?:では|じゃ|とは)(?:ない|ありません|ねえ|なく)|は(?:でき|しない|しません)|しづら|しにく|いかな|か(?:なあ|な|ね|よ)?[?？])/;

/** What makes a question of a cue that denies: 間違ってない？ */
const ASKED = /^(?:です|でしょう|の|ん)?(?:か|[?？])/u;

/** What a cue says where it stands, by priority: the first row that fits decides. */
export const READINGS: readonly Reading[] = [
  {
    name: "asks for agreement",
    example: "その通りじゃないですか。",
    when: ({ text, cue, end }) => cue.stance === "agree" && asksForAgreement(text, cue.cue, end),
    stance: null,
    note: "",
  },
  {
    name: "asks whether it is not so",
    example: "間違ってないですか？",
    when: ({ text, cue, end }) =>
      cue.stance === "agree" && /ない$|ません$/u.test(cue.cue) && ASKED.test(text.slice(end, end + 6)),
    stance: "disagree",
    note: " (asked)",
  },
  {
    name: "agreement denied",
    example: "その通りではありません。",
    when: ({ text, cue, end }) => cue.stance === "agree" && denialAfter(text, cue.cue, end) > 0,
    stance: "disagree",
    note: " (denied)",
  },
  {
    name: "dissent denied",
    example: "反対する理由がない。",
    when: ({ text, cue, end }) => cue.stance === "disagree" && denialAfter(text, cue.cue, end) > 0,
    stance: "agree",
    note: " (denied)",
  },
  {
    name: "reversed",
    example: "共感できない。",
    when: ({ text, cue, end }) => cue.stance === "agree" && REVERSING.test(text.slice(end, end + 6)),
    stance: "disagree",
    note: " (reversed)",
  },
  {
    // 理想はそう。でも…: it turns what a sentence of one's own said before.
    name: "turns one's own words",
    example: "理想はそう。でも現実は厳しい。",
    when: ({ cue, start, starts, patterns }) =>
      cue.where === "start" && patterns.turning.has(cue.cue) && [...starts].some((at) => at < start),
    stance: "but",
    note: "",
  },
  {
    name: "as listed",
    example: "同意です。",
    when: () => true,
    stance: null,
    note: "",
  },
];

/** Returns what a cue says where it stands. */
export function readingOf(place: Place): Reading {
  return READINGS.find(({ when }) => when(place))!;
}
