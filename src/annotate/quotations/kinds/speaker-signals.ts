import type { Evidence } from "./evidence.ts";
import type { Signal } from "./signal.ts";

const bySpeaker = ({ speaker }: Evidence) => speaker!.by;

/** Signals of how the speaker was found, see the column `telling` of the rules for speakers; the first that holds counts. */
export const SPEAKER_SIGNALS = [
  {
    name: "speaker who tells much",
    example: "店長いわく「今が食べごろ」。",
    when: ({ speaker }) => speaker?.telling === "much",
    by: bySpeaker,
  },
  {
    name: "speaker who tells some",
    example: "「やっと帰れる」。佐藤さんは空を見上げた。",
    when: ({ speaker }) => speaker?.telling === "some",
    by: bySpeaker,
  },
  {
    name: "owner of words that a noun reports",
    example: "クラウゼヴィッツの「戦争は政治の継続」という言葉を思い出す。",
    when: ({ speaker, quote }) => speaker?.telling === "as owner" && quote.predicate.tie === "noun",
    by: bySpeaker,
  },
  {
    name: "owner who speaks",
    example: "木下さんの『ふるさとに帰る』に出演した。",
    when: ({ speaker }) => speaker?.telling === "as owner",
    by: bySpeaker,
  },
] as const satisfies readonly Signal[];
