import type { Tokens } from "../../model/tokens.ts";
import type { Rule } from "../../words/rule.ts";
import { asWritten, type Candidate, made, type OutletRun } from "./outlet-run.ts";
import type { CitationResources } from "./resources.ts";

/** A rule of which outlet a run of words is; null for none. */
interface OutletRule extends Rule {
  readonly when: (run: OutletRun) => boolean;
  readonly reads: (run: OutletRun) => Candidate | null;
}

const whole = ({ first, end, text }: OutletRun, by: Candidate["by"], name = text): Candidate =>
  made(first, end, name, by);
const endingOf = ({ text }: OutletRun, endings: readonly string[]): string | undefined =>
  endings.find((ending) => text.endsWith(ending));
const properEnding = ({ text, resources }: OutletRun): string | undefined =>
  resources.nameEndings.find((ending) => text.endsWith(ending) && text.length > ending.length);

/** Which outlet a run of words is, by priority: the first row that fits decides; where none does, it is none. */
export const OUTLET_RULES: readonly OutletRule[] = [
  {
    name: "known name",
    example: "ロイター通信によると、港は閉鎖された。",
    when: ({ known, first, end }) => end === first || (known !== null && known.last >= end),
    reads: ({ known }) => known,
  },
  {
    name: "kind of paper before a dot",
    example: "香港紙・明報によると、会談は延期された。",
    when: (run) => nameBehind(run, run.resources.patterns.paperDot) >= 0,
    reads: (run) => behind(run, run.resources.patterns.paperDot),
  },
  {
    name: "kind of outlet before a foreign name",
    example: "英字紙ダッカ・トリビューンによると、会談は延期された。",
    when: (run) => nameBehind(run, run.resources.patterns.kindName) >= 0,
    reads: (run) => behind(run, run.resources.patterns.kindName),
  },
  {
    name: "edition of a known name",
    example: "朝日新聞電子版によると、会談は延期された。",
    when: (run) => run.known !== null && endingOf(run, run.resources.editions) !== undefined,
    reads: (run) => whole(run, "gazetteer", run.known!.name),
  },
  {
    // 日本メディア and 国営メディア are somebody, if without a name.
    name: "nobody in particular",
    example: "メディアによると、会談は延期された。",
    when: (run) => run.text === "メディア" && endingOf(run, run.resources.generic) !== undefined,
    reads: () => null,
  },
  {
    name: "outlet without a name",
    example: "国営メディアによると、会談は延期された。",
    when: (run) => endingOf(run, run.resources.generic) !== undefined,
    reads: (run) => whole(run, "generic"),
  },
  {
    name: "ending",
    example: "北稜日報によると、会談は延期された。",
    when: (run) => {
      const ending = properEnding(run);
      return ending !== undefined && (run.known !== null || !run.resources.wordEndings.has(ending) || hasName(run));
    },
    reads: (run) => whole(run, "ending", outletName(run.text, properEnding(run)!, run.resources)),
  },
  {
    name: "known name before more",
    example: "ロイター東京支局によると、会談は延期された。",
    when: ({ known }) => known !== null,
    reads: ({ known }) => known,
  },
  {
    name: "how often it appears",
    example: "週刊みなとの記事によると、会談は延期された。",
    when: ({ text, resources }) => resources.patterns.period.test(text),
    reads: (run) => whole(run, "ending"),
  },
  {
    name: "Latin name behind a kind of outlet",
    example: "ニュースサイトHARBOURによると、会談は延期された。",
    when: (run) => isLatin(run) && endsInLead(run.tokens.text, run.tokens.start(run.first), run.resources),
    reads: (run) => whole(run, "bracket"),
  },
  {
    name: "Latin name",
    example: "HARBOURの取材に回答した。",
    when: isLatin,
    reads: (run) => whole(run, "shape"),
  },
  {
    name: "short name",
    example: "読売によると、会談は延期された。",
    when: ({ text, resources }) => resources.shortNames.has(text),
    reads: (run) => whole(run, "short", run.resources.shortNames.get(run.text)!),
  },
];

/** Returns the outlet that a run of words is; null if it is none. */
export function outletOf(run: OutletRun): Candidate | null {
  return OUTLET_RULES.find(({ when }) => when(run))?.reads(run) ?? null;
}

/** Whether what kind of outlet it is stands right before an offset: ニュースサイト. */
export function endsInLead(text: string, at: number, { leads }: CitationResources): boolean {
  return leads.some((lead) => text.startsWith(lead, at - lead.length));
}

function isLatin({ text }: OutletRun): boolean {
  return /^[A-Z][A-Za-z0-9.&' -]{2,}$/.test(text);
}

/** Returns the row inside a run where a name begins behind what a pattern fits; -1 if none does. */
function nameBehind({ tokens, first, end, text }: OutletRun, pattern: RegExp): number {
  const found = pattern.exec(text);
  if (found === null) return -1;
  const row = tokens.indexAt(tokens.start(first) + found[0].length);
  return row > first && row < end ? row : -1;
}

function behind(run: OutletRun, pattern: RegExp): Candidate {
  return made(nameBehind(run, pattern), run.end, run.text.slice(pattern.exec(run.text)![0].length), "ending");
}

/** Whether a word of a run is a proper noun or unknown: バンコクポスト, not 返却ポスト. */
function hasName({ tokens, first, end }: OutletRun): boolean {
  for (let row = first; row < end; row++) if (isNameWord(tokens, row)) return true;
  return false;
}

function isNameWord(tokens: Tokens, row: number): boolean {
  return tokens.unknown(row) || tokens.pos(row).startsWith("名詞,固有名詞");
}

/** Returns the name without a country's one-kanji form before it or 紙 behind it, where the rest is known: 米NBC News, Telegraph紙. */
function outletName(text: string, ending: string, { outlets, patterns }: CitationResources): string {
  const bare = ending === "紙" || ending === "誌" ? text.slice(0, -1) : text;
  const inner = patterns.country.test(bare) ? bare.slice(1) : bare;
  const known = outlets.get(bare) ?? outlets.get(inner);
  if (known === undefined) return text;
  return asWritten(outlets.has(bare) ? bare : inner, known.name);
}
