import type { Rule } from "../../../words/rule.ts";
import { type Clause, Mark } from "./clause.ts";
import { apply, type Evidence } from "./evidence.ts";
import type { Scene } from "./scene.ts";
import { isMissed, isOverjoyed, isPrevented, isScorned, unrealFrom } from "./turns.ts";
import type { WeightName } from "./words.ts";

/** A word in its clause. */
interface Place {
  readonly scene: Scene;
  readonly piece: Evidence;
  readonly clause: Clause;
  /** The token from which on all is unreal; -1 for none. */
  readonly unreal: number;
}

/** A rule of what the place of a word does to its strength; its weight has its name. */
interface Effect extends Rule {
  readonly name: WeightName;
  /** Of the rows of one kind the first that fits decides. */
  readonly kind: "reality" | "contrast" | "wish" | "question" | "source";
  readonly when: (place: Place) => boolean;
}

const marked = ({ marks }: Clause, wanted: number): boolean => (marks & wanted) !== 0;

/** What the place of a word does to its strength, in the order in which it is done. */
export const EFFECTS: readonly Effect[] = [
  {
    name: "had it not been",
    kind: "reality",
    example: "看護師さんがいなければ、とっくに心が折れていた",
    when: ({ piece, unreal }) => unreal >= 0 && piece.first >= unreal,
  },
  {
    name: "prevented",
    kind: "reality",
    example: "肺炎の予防接種を受けた",
    when: ({ scene, piece }) => piece.score < 0 && isPrevented(scene, piece.last),
  },
  {
    name: "so good that",
    kind: "reality",
    example: "面白すぎて怖い",
    when: ({ scene, piece }) => piece.score < 0 && isOverjoyed(scene, piece.first),
  },
  {
    name: "before but",
    kind: "contrast",
    example: "便利だけど高い",
    when: ({ clause }) => clause.conceded,
  },
  {
    name: "after but",
    kind: "contrast",
    example: "高いけど便利",
    when: ({ clause }) => clause.contrast,
  },
  {
    name: "if only",
    kind: "wish",
    example: "お茶があればなお良かった",
    when: ({ scene, piece, clause }) => piece.score > 0 && isMissed(scene, piece, clause),
  },
  {
    name: "longed for",
    kind: "wish",
    example: "海へ行きたかったなあ",
    when: ({ piece, clause }) => piece.score > 0 && marked(clause, Mark.regret),
  },
  {
    name: "wished for",
    kind: "wish",
    example: "もっと親切にしてほしい",
    when: ({ piece, clause }) => marked(clause, Mark.wish) && piece.score > 0,
  },
  {
    name: "supposed",
    kind: "wish",
    example: "安くなるなら満足です",
    when: ({ clause }) => marked(clause, Mark.conditional) && !marked(clause, Mark.wish),
  },
  {
    name: "asked in scorn",
    kind: "question",
    example: "どこが便利なのか。",
    when: ({ scene, piece, clause }) => piece.score > 0 && isScorned(scene, piece.first, clause),
  },
  {
    name: "asked",
    kind: "question",
    example: "ここは安全ですか",
    when: ({ clause }) => marked(clause, Mark.question | Mark.embedded),
  },
  {
    name: "hedged",
    kind: "question",
    example: "便利かもしれない",
    when: ({ clause }) => marked(clause, Mark.hedge),
  },
  {
    name: "quoted",
    kind: "source",
    example: "市長は「便利だ」と述べた",
    when: ({ scene, piece }) => isQuoted(scene, piece),
  },
];

/** Applies to each word what its place does to it. */
export function weigh(scene: Scene, evidence: readonly Evidence[], clauses: readonly Clause[]): void {
  if (evidence.length === 0) return;
  const unreal = unrealFrom(scene);
  for (const piece of evidence) weighOne({ scene, piece, clause: clauses[piece.clause]!, unreal });
}

function weighOne(place: Place): void {
  let done: Effect["kind"] | null = null;
  for (const { name, kind, when } of EFFECTS) {
    if (kind === done || !when(place)) continue;
    apply(place.piece, place.scene.weights[name], name);
    if (name === "if only") place.clause.marks |= Mark.regret;
    done = kind;
  }
}

/** Whether a word stands in somebody else's words. */
export function isQuoted({ quoted }: Scene, piece: Evidence): boolean {
  let low = 0;
  let high = quoted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (quoted[middle]!.start <= piece.start) low = middle + 1;
    else high = middle;
  }
  return low > 0 && piece.end <= quoted[low - 1]!.end;
}
