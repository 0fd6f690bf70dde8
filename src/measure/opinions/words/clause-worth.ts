import type { Tokens } from "../../../model/tokens.ts";
import type { Clause } from "./clauses.ts";

/** What a clause is worth as a label where it is told of the past, or stands in somebody else's mouth. */
const PAST = 0.75;
const QUOTED = 0.4;
/** What it is worth where it begins behind the subject of its predicate: 毎朝パンを買う of 住む人が毎朝パンを買う. */
const WITHOUT_SUBJECT = 0.8;

/** What a clause is worth by what stands behind it. */
export interface FollowRule {
  readonly name: string;
  readonly example: string;
  /** Whether the token behind the clause is such a one; the second is the one behind that. */
  readonly when: (surface: string, pos: string, next: string) => boolean;
  readonly weight: number;
}

/** What stands behind a clause tells whether its writer holds it; the first that fits. */
export const FOLLOW_RULES: readonly FollowRule[] = [
  { name: "quoted", example: "「県に確認する」", when: (surface) => /^[」』”]$/.test(surface), weight: QUOTED },
  {
    name: "said behind a comma",
    example: "窓口を残す、とか言う",
    when: (surface, _, next) => /^[、，,]$/.test(surface) && /^(?:と|とか|って|という|なんて)$/.test(next),
    weight: 0.5,
  },
  {
    name: "listed",
    example: "父は船大工、母は医者",
    when: (surface) => /^[、，,]$/.test(surface),
    weight: 0.8,
  },
  {
    name: "end",
    example: "窓口を残す。",
    when: (_, pos) => /^(?:記号(?!,括弧開)|助詞,終助詞)/.test(pos),
    weight: 1,
  },
  {
    name: "turned down",
    example: "時間を延ばすより朝早く",
    when: (surface) => /^(?:より|わけ|とは|なんて|どころ|なら|くらい|ぐらい)$/.test(surface),
    weight: 0.2,
  },
  {
    name: "thought",
    example: "窓口を残すと思う",
    when: (surface, _, next) => surface === "と" && /^(?:思|考え|感じ)/.test(next),
    weight: 0.95,
  },
  {
    name: "said",
    example: "窓口を残すと言う",
    when: (surface) => /^(?:と|って|という|っていう|とかいう)$/.test(surface),
    weight: 0.5,
  },
  {
    name: "describes",
    example: "窓口が不便な駅",
    when: (surface, _, next) => surface === "な" && !/^(?:の|ん)/.test(next),
    weight: 0.5,
  },
  { name: "link", example: "窓口を残すので", when: (_, pos) => pos.startsWith("助詞,接続助詞"), weight: 0.95 },
  {
    name: "polite",
    example: "窓口が不便です",
    when: (surface) => /^(?:です|だ|でしょ|ん|の)/.test(surface),
    weight: 1,
  },
  { name: "inside", example: "窓口を閉めた図書館", when: () => true, weight: 0.5 },
];

/** Returns what a clause is worth as a label by what stands around it: 1 where its writer holds it, as it is. */
export function clauseWorth(tokens: Tokens, [first, end]: Clause, [start, last]: readonly [number, number]): number {
  let worth = 1;
  if (first > start && /^[「『“]$/.test(tokens.surface(first - 1))) worth *= QUOTED;
  if (first > start && /^[はが]$/.test(tokens.surface(first - 1))) worth *= WITHOUT_SUBJECT;
  if (isPast(tokens, end)) worth *= PAST;
  if (end >= last) return worth;
  const next = end + 1 < last ? tokens.surface(end + 1) : "";
  const { weight } = FOLLOW_RULES.find(({ when }) => when(tokens.surface(end), tokens.pos(end), next))!;
  return worth * weight;
}

/** Whether a clause that ends before a row tells of the past. */
export function isPast(tokens: Tokens, end: number): boolean {
  return tokens.lemma(end - 1) === "た" && tokens.pos(end - 1).startsWith("助動詞");
}
