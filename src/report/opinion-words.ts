import type { OPINIONS } from "../tables/opinion-schemas.ts";
import type { RowOf } from "../tables/row-type.ts";
import { grouped } from "../text/grouped.ts";

type Opinion = RowOf<typeof OPINIONS.columns>;
type Counts = Pick<Opinion, "comments" | "people" | "nameless" | "share" | "shareLow" | "shareHigh">;
type SideCounts = Pick<Opinion, "for" | "against" | "conditional" | "unsure">;

/** What the report says of opinions, in its two languages. */
export const OPINION_WORDS = {
  ja: {
    noPoll:
      "数はこのページのコメントの数で、世論調査ではない。見出しはコメントの中の言葉。まとめたのは機械なので、下の文を読んで確かめてほしい。文を選ぶと、もとのコメントへ移る。",
    stop: "。",
    points: "コメントが少ないので、グループに分けず、おもな論点を並べた。",
    count: (opinions: number) => `似た主張を集めると、意見は${grouped(opinions)}個。`,
    proposition: (proposition: string) =>
      `賛否は「${proposition}」に対するもので、言葉からはっきり読み取れたものだけを数える。全体の割合は賛否の図にある。`,
    all: "すべて読む",
    more: (count: number) => `ほかの意見${grouped(count)}個`,
    moreDiscussions: (count: number) => `ほかの議論${grouped(count)}件`,
    leftDiscussions: (count: number) => `残りの議論${grouped(count)}件の意見は、表 opinions にある。`,
    other: "その他（どの意見にも入らないもの）",
    unstable: (stability: number) => `あまり安定しない分け方（安定度${stability.toFixed(2)}）`,
    standing: ({ comments, people, nameless, share, shareLow, shareHigh }: Counts, all: number) =>
      `${grouped(all)}件中${grouped(comments)}件・${people === 0 ? "すべて無記名" : `${grouped(people)}人${nameless > 0 ? `と無記名${nameless}件` : ""}`}（${rounded(share)}%、95%区間${rounded(shareLow)}〜${rounded(shareHigh)}%）`,
    sides: (counts: SideCounts) => {
      const told = toldSides(counts, { for: "賛成", against: "反対", conditional: "条件付き", unsure: "態度保留" });
      const list = told.map(([name, count]) => `${name}${count}件`).join("、");
      return told.length === 0 ? "立場がはっきり読み取れたコメントはない" : `はっきり読み取れた立場：${list}`;
    },
  },
  en: {
    noPoll:
      "These are numbers of comments on this page, no poll. Headings are words of the comments. A machine did the grouping: read the sentences below each to check; a sentence leads to its comment.",
    stop: ". ",
    points: "There are too few comments to group; these are the main points.",
    count: (opinions: number) =>
      opinions === 1 ? "Like claims make one opinion." : `Like claims make ${grouped(opinions)} opinions.`,
    proposition: (proposition: string) =>
      ` For and against are toward “${proposition}”, counted only where the words make it plain; the chart of sides estimates the shares of all.`,
    all: "read all",
    more: (count: number) => (count === 1 ? "1 more opinion" : `${grouped(count)} more opinions`),
    moreDiscussions: (count: number) => (count === 1 ? "1 more discussion" : `${grouped(count)} more discussions`),
    leftDiscussions: (count: number) =>
      `The opinions of the other ${grouped(count)} discussions stand in the table opinions.`,
    other: "Other (fits no opinion)",
    unstable: (stability: number) => `not a very stable group (stability ${stability.toFixed(2)})`,
    standing: ({ comments, people, nameless, share, shareLow, shareHigh }: Counts, all: number) =>
      `${grouped(comments)} of ${grouped(all)} comments ${people === 0 ? "without a name" : `by ${people === 1 ? "1 name" : `${people} names`}${nameless > 0 ? ` and ${nameless} without one` : ""}`} (${rounded(share)} %, 95 % interval ${rounded(shareLow)}–${rounded(shareHigh)} %)`,
    sides: (counts: SideCounts) => {
      const names = { for: "for", against: "against", conditional: "on conditions", unsure: "undecided" };
      const list = toldSides(counts, names)
        .map(([name, count]) => `${count} ${name}`)
        .join(", ");
      return list === "" ? "no comment whose side is plain" : `plainly read: ${list}`;
    },
  },
} as const;

/** Returns the sides that some comments take, with how many. */
function toldSides(counts: SideCounts, names: Readonly<Record<keyof SideCounts, string>>): [string, number][] {
  const sides = ["for", "against", "conditional", "unsure"] as const;
  return sides.flatMap((side): [string, number][] => {
    const count = counts[side] ?? 0;
    return count === 0 ? [] : [[names[side], count]];
  });
}

const rounded = (share: number): number => Math.round(100 * share);
