import type { Rule } from "../../words/rule.ts";
import type { Homographs } from "./homographs.ts";
import type { EntityPatterns } from "./patterns.ts";
import type { EntityWeights, EntityWords } from "./words.ts";

/** Kanji that stand for a country, with its ISO code; `alone`: also by themselves. */
export type CountryKanji = ReadonlyMap<string, { readonly id: string; readonly alone: boolean }>;

/** A text and what its kanji may mean. */
export interface KanjiText {
  readonly text: string;
  readonly kanji: CountryKanji;
  readonly words: EntityWords;
  readonly patterns: EntityPatterns;
  readonly homographs: Homographs;
  readonly isBoundary: (offset: number) => boolean;
}

/** A run of kanji `[at, end)` that each may stand for a country, dots between them included. */
export interface KanjiRun extends KanjiText {
  readonly at: number;
  readonly end: number;
  readonly run: string;
}

/** A rule of when kanji are countries; its name is that of its weight. */
interface CountryRule extends Rule {
  readonly name: keyof EntityWeights;
  readonly when: (run: KanjiRun) => boolean;
}

const KANJI = /[一-龠]/;
const PARTICLE = /^[はがもをにとへの、。・や!?！？]/;

/** When a run of kanji are countries, by priority: the first row that fits decides; where none does, they are none. */
export const RUN_RULES: readonly CountryRule[] = [
  {
    name: "compound",
    example: "中露の演習",
    when: (run) =>
      areDifferent(run) &&
      !run.words.otherwise.has(run.run) &&
      run.isBoundary(run.at) &&
      (run.isBoundary(run.end) || !KANJI.test(run.text[run.end] ?? "")),
  },
  {
    name: "alone",
    example: "米は反対した",
    when: (run) => run.run.length === 1 && run.words.alone.has(run.run) && stands(run),
  },
  {
    name: "abroad",
    example: "首相が訪中した",
    when: (run) => run.run.length === 1 && isAbroad(run),
  },
];

/** When a run of kanji stands before a country in katakana. */
export const PAIR_RULES: readonly CountryRule[] = [
  {
    name: "Russia and Ukraine",
    example: "露ウ戦争",
    when: ({ text, end, run }) => run === "露" && text[end] === "ウ" && !/[ァ-ヶー]/.test(text[end + 1] ?? ""),
  },
];

/** When 北 is North Korea: the one that acts, in a text that speaks of its missiles, its leader or the like. */
export const NORTH_RULES: readonly CountryRule[] = [
  {
    name: "North Korea",
    example: "北がまたミサイルを撃った",
    when: ({ text, at, end, patterns, isBoundary }) =>
      patterns.northFollows.test(text.slice(end, end + 5)) &&
      patterns.northActs.test(text.slice(at, at + 16).split("。")[0]!) &&
      !(at > 0 && /[一-龠ァ-ヶーの]/.test(text[at - 1]!)) &&
      isBoundary(at) &&
      isBoundary(end) &&
      patterns.northContext.test(text) &&
      !/[東西緯]|方角/.test(text),
  },
];

/** Returns the first rule that fits a run; null if none does. */
export function ruleFor(rules: readonly CountryRule[], run: KanjiRun): CountryRule["name"] | null {
  for (const { name, when } of rules) if (when(run)) return name;
  return null;
}

/** Whether a run is of two different countries or more, of which at most one may not stand alone, and two may. */
function areDifferent({ run, kanji }: KanjiRun): boolean {
  const countries = [...run].filter((char) => char !== "・");
  const safe = countries.filter((char) => kanji.get(char)!.alone).length;
  return safe >= 2 && safe >= countries.length - 1 && new Set(countries).size === countries.length;
}

/** Whether a kanji stands for itself, before a particle or what only a country has: 米は, 米政府. */
function stands({ text, at, patterns, homographs, isBoundary }: KanjiRun): boolean {
  if (at > 0 && (!isBoundary(at) || KANJI.test(text[at - 1]!))) return false;
  if (!isBoundary(at + 1) || homographs.meansOther(text, { start: at, end: at + 1 })) return false;
  return PARTICLE.test(text.slice(at + 1, at + 2)) || patterns.beside.test(text.slice(at + 1, at + 5));
}

/** Whether what stands before a kanji makes it a country: 訪中, 渡米, 対露. Of 来日 and 親日 the shared annotations take none. */
function isAbroad({ text, at, run, words, patterns, isBoundary }: KanjiRun): boolean {
  return (
    at > 0 &&
    (patterns.abroad.get(text[at - 1]!)?.includes(run) ?? false) &&
    isBoundary(at - 1) &&
    isBoundary(at + 1) &&
    !words.longer.has(text[at + 1] ?? "")
  );
}
