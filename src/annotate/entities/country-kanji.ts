import { keptWith } from "../../model/kept-with.ts";
import { isKanji } from "../../words/characters.ts";
import { FirstCharacters } from "../../words/first-characters.ts";
import {
  type CountryKanji,
  type KanjiRun,
  type KanjiText,
  NORTH_RULES,
  PAIR_RULES,
  RUN_RULES,
  ruleFor,
} from "./country-rules.ts";
import type { EntityResources } from "./resources.ts";
import type { EntitySpan } from "./span.ts";

/**
 * Returns countries written with one kanji: in compounds (中露, 日米韓) and, where the word before and after allow, alone (米は, 独も).
 *
 * 日, 中, 台 and the like are taken only beside another, or after 訪, 対 and the like.
 *
 * @example
 * findCountryKanji("中露の演習", resources, () => true).map(({ entry }) => entry?.name); // ["中国", "ロシア"]
 */
export function findCountryKanji(
  text: string,
  { gazetteer, countryKanji: kanji, words, patterns, homographs, weights }: EntityResources,
  isBoundary: (offset: number) => boolean,
): EntitySpan[] {
  const found: EntitySpan[] = [];
  const add = (start: number, id: string, rule: Parameters<typeof country>[2]) =>
    found.push(country(start, gazetteer.byId(id), rule, weights));
  if (!mayHold(text, kanji)) return found;
  const kanjiText = { text, kanji, words, patterns, homographs, isBoundary };
  for (const run of northsOf(kanjiText)) {
    const rule = ruleFor(NORTH_RULES, run);
    if (rule !== null) add(run.at, "KP", rule);
  }
  for (const run of runsOf(kanjiText)) {
    const rule = ruleFor(RUN_RULES, run);
    if (rule !== null) for (const [offset, id] of countriesOf(run)) add(offset, id, rule);
    const pair = ruleFor(PAIR_RULES, run);
    if (pair === null) continue;
    add(run.at, "RU", pair);
    add(run.end, "UA", pair);
  }
  return found;
}

/** Whether a kanji of a country, or 北, stands in a text. */
function mayHold(text: string, kanji: CountryKanji): boolean {
  const first = firstOf(kanji);
  for (let at = 0; at < text.length; at++) if (first.mayStandAt(text, at)) return true;
  return text.includes("北");
}

/** The kanji that stand for countries, told by their codes: nearly all of a text are none. */
const firstOf = keptWith((kanji: CountryKanji) => new FirstCharacters(kanji.keys()));

function country(
  start: number,
  entry: EntitySpan["entry"] | null,
  rule: keyof EntityResources["weights"],
  weights: EntityResources["weights"],
): EntitySpan {
  const span = { start, end: start + 1, label: "GPE", by: "country-kanji", confidence: weights[rule] } as const;
  return entry == null ? span : { ...span, entry };
}

function northsOf(kanjiText: KanjiText): KanjiRun[] {
  const runs: KanjiRun[] = [];
  const { text } = kanjiText;
  for (let at = text.indexOf("北"); at >= 0; at = text.indexOf("北", at + 1))
    runs.push({ ...kanjiText, at, end: at + 1, run: "北" });
  return runs;
}

function runsOf(kanjiText: KanjiText): KanjiRun[] {
  const runs: KanjiRun[] = [];
  const { text, kanji } = kanjiText;
  const first = firstOf(kanji);
  for (let at = 0; at < text.length; at++) {
    if (!first.mayStandAt(text, at) || !isKanji(text.charCodeAt(at))) continue;
    const end = endOfRun(text, at + 1, kanji);
    runs.push({ ...kanjiText, at, end, run: text.slice(at, end) });
    at = end - 1;
  }
  return runs;
}

function endOfRun(text: string, from: number, kanji: CountryKanji): number {
  let end = from;
  while (end < text.length && (kanji.has(text[end]!) || (text[end] === "・" && kanji.has(text[end + 1] ?? "")))) end++;
  return end;
}

function countriesOf({ at, run, kanji }: KanjiRun): [offset: number, id: string][] {
  return [...run].flatMap((char, i): [number, string][] => {
    const country = kanji.get(char);
    return country === undefined ? [] : [[at + i, country.id]];
  });
}
