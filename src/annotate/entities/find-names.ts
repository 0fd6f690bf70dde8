import type { AnalyzedUnit } from "../../model/analysis.ts";
import { labelsWhere, PLACES } from "../../model/labels.ts";
import type { EntityLabel } from "../../model/layers.ts";
import { foldWidth } from "../../text/dates/fold-width.ts";
import { tokenBoundaries } from "../../text/dates/token-boundaries.ts";
import { findCountryKanji } from "./country-kanji.ts";
import { Cover } from "./cover.ts";
import { cutTitle } from "./cut-titles.ts";
import { findDesignations } from "./designations.ts";
import { findTimes } from "./find-times.ts";
import { isName } from "./is-name.ts";
import { findKnownNames, type KnownName } from "./known-names.ts";
import { findModelNames } from "./model-names.ts";
import { splitRow } from "./name-shapes.ts";
import { findNumbers } from "./numbers.ts";
import type { EntityResources } from "./resources.ts";
import type { EntitySpan } from "./span.ts";

/** Finds the names, dates, numbers and titles of one unit, in order and without overlap. */
export function findNames(unit: AnalyzedUnit, resources: EntityResources): EntitySpan[] {
  const { text, tokens } = unit;
  const folded = foldWidth(text);
  const isBoundary = tokenBoundaries(tokens);
  const dates = findTimes(text, resources.dates, isBoundary).filter(
    ({ start, end }) => !resources.notNames.has(text.slice(start, end)) || MINUTES_GO_ON.test(text.slice(end, end + 3)),
  );
  const numbers = findNumbers(folded, resources.numbers, dates, isBoundary)
    .filter(({ start, end }) => !resources.notNames.has(text.slice(start, end)))
    .map((number) => surname(number, text, resources, isBoundary));
  const known = findKnownNames(tokens, folded, resources.gazetteer, isBoundary);
  const model = findModelNames(unit, folded, resources, known.column)
    .flatMap((name) => splitRow(name, text))
    .map((name) => cutTitle(trimmed(name, text, resources), text, resources, isBoundary))
    .filter((name) => isName(name, text, resources));
  const rules = [
    ...findDesignations(folded),
    ...findCountryKanji(text, resources.gazetteer, resources.countryKanji, isBoundary),
    ...known.names.filter(({ entry }) => entry.kind === "own" || RULED.has(entry.label)).map(fromGazetteer),
  ]
    .filter(
      (rule) =>
        !model.some(
          (name) =>
            name.start <= rule.start &&
            rule.end <= name.end &&
            name.end - name.start > rule.end - rule.start &&
            name.label !== "GPE",
        ),
    )
    .sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const names = withoutOverlap(
    [...rules, ...model.map((name) => people(withEntry(name, text, resources), text, isBoundary))],
    text.length,
  );
  const all = withoutOverlap([...names.filter((name) => !insideOne(name, dates)), ...dates, ...numbers], text.length);
  return withTitles(all, unit, resources, isBoundary);
}

/** What makes 十分 ten minutes rather than enough. */
const MINUTES_GO_ON = /^(?:とたた|ほど|ばかり|[くぐ]らい|後|前|過ぎ|経|たつ|たっ|遅れ|以内|しか[経た立])/;

const insideOne = (name: EntitySpan, others: readonly EntitySpan[]): boolean =>
  others.some(
    (other) => other.start <= name.start && name.end <= other.end && other.end - other.start > name.end - name.start,
  );

/** Labels of which the model learned little or nothing: the gazetteers add theirs. */
const RULED = labelsWhere(({ ruled }) => ruled);

/**
 * Gives a name of the model its gazetteer entry. The entry's label wins, save where the model takes a place's name for a
 * team or a person with some certainty.
 */
function withEntry(name: EntitySpan, text: string, { gazetteer, countryKanji }: EntityResources): EntitySpan {
  const surface = text.slice(name.start, name.end);
  const country = name.label === "GPE" ? countryKanji.get(surface) : undefined;
  const entry = country === undefined ? gazetteer.get(surface) : gazetteer.byId(country.id);
  if (entry === null && name.label === "PERSON" && SITE.test(surface)) return { ...name, label: "ORG" };
  if (entry === null)
    return name.label === "NORP" && !/[人族系派教]$|教会$|教徒$/.test(surface) ? { ...name, label: "ORG" } : name;
  if (entry.label === name.label || (PLACES.has(name.label) && PLACES.has(entry.label)) || name.label === "NORP")
    return { ...name, label: entry.label, entry };
  const sure = name.confidence > (entry.country === "JP" && PLACES.has(entry.label) ? 0.7 : 0.9);
  return sure ? name : { ...name, label: entry.label, entry };
}
/** Kremlin.ru, example.co.jp: the name of a site. */
const SITE = /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:com|net|org|info|jp|ru|ua|uk|de|fr|eu|cn|kr|us|gov|edu|tv|io)$/;

/** Makes 三部 of 三部社長 a person, not three copies. */
function surname(
  number: EntitySpan,
  text: string,
  { titles }: EntityResources,
  isBoundary: (offset: number) => boolean,
): EntitySpan {
  if (!/^[一二三四五六七八九][部条木本島階橋枝輪]$/.test(text.slice(number.start, number.end))) return number;
  const title = titles.read(text, number.end, isBoundary);
  if (title === null || title.kind === "honorific") return number;
  return { ...number, label: "PERSON", by: "before-title", confidence: 0.7 };
}

/** Makes アルゼンチン of アルゼンチン人 the name of a people. */
function people(name: EntitySpan, text: string, isBoundary: (offset: number) => boolean): EntitySpan {
  if (
    name.label !== "GPE" ||
    !/^(?:人|系)(?![口気権材員類間質])/.test(text.slice(name.end, name.end + 2)) ||
    !isBoundary(name.end + 1)
  )
    return name;
  const { entry: _, ...rest } = name;
  return { ...rest, end: name.end + 1, label: "NORP" };
}

function fromGazetteer({ start, end, entry }: KnownName): EntitySpan {
  return {
    start,
    end,
    label: entry.label,
    by: `gazetteer:${entry.kind}`,
    confidence: end - start > 2 ? 0.8 : 0.65,
    entry,
  };
}

const TITLE_LENGTHS = [2, 3, 4, 5];

/** Takes 元 of 三浦元知事, 副 of 林副社長 and ファン of 阪神ファン off a name. */
function trimmed(name: EntitySpan, text: string, { titles }: EntityResources): EntitySpan {
  const surface = text.slice(name.start, name.end);
  // Names of two characters may end in 元 or 前 (秋元, 松前), none in 副 or 准.
  const prefix = name.label === "PERSON" ? /(?<=.)[副准]$|(?<=..)(?:[元前故現新]|次期)$/.exec(surface) : null;
  if (
    prefix !== null &&
    TITLE_LENGTHS.some((length) => titles.kindOf(text.slice(name.end, name.end + length)) !== null)
  )
    return { ...name, end: name.start + prefix.index };
  const by = /^by(?=[ァ-ヶ])/.exec(surface);
  if (by !== null) return { ...name, start: name.start + 2, label: "PERSON", confidence: name.confidence / 2 };
  const tail = /(?<=..)(?:ファン|信者|関係者|サポーター|出身)$/.exec(surface);
  return tail === null ? name : { ...name, end: name.start + tail.index };
}

/** Keeps of overlapping spans the one that comes first in the list; the result is in the order of the text. */
function withoutOverlap(spans: readonly EntitySpan[], length: number): EntitySpan[] {
  const cover = new Cover(length);
  const kept: EntitySpan[] = [];
  for (const span of spans) {
    if (cover.touches(span)) continue;
    cover.add(span);
    kept.push(span);
  }
  return kept.sort((a, b) => a.start - b.start);
}

const KATAKANA = /^[ァ-ヶー・=]+$/;

/** Adds the titles that stand after persons, and takes an unknown word before a title for a person. */
function withTitles(
  spans: readonly EntitySpan[],
  { text, tokens }: AnalyzedUnit,
  { titles }: EntityResources,
  isBoundary: (offset: number) => boolean,
): EntitySpan[] {
  const result: EntitySpan[] = [];
  let next = 0;
  for (let i = 0; i < tokens.length; i++) {
    const start = tokens.start(i);
    if (!titles.opens(text.charCodeAt(start))) continue;
    while (next < spans.length && spans[next]!.end <= start) result.push(spans[next++]!);
    if (next < spans.length && spans[next]!.start < start) continue;
    const title = titles.read(text, start, isBoundary);
    if (title === null) continue;
    const free = next >= spans.length || spans[next]!.start >= title.end;
    const before = result.at(-1);
    const person = before !== undefined && before.end === start && before.label === "PERSON";
    const word = i > 0 && tokens.end(i - 1) === start ? tokens.surface(i - 1) : "";
    const invented =
      !person &&
      before?.end !== start &&
      title.kind !== "academic" &&
      KATAKANA.test(word) &&
      word.length >= 2 &&
      tokens.unknown(i - 1);
    if (!free || !(person || invented)) continue;
    if (invented)
      result.push({ start: tokens.start(i - 1), end: start, label: "PERSON", by: "before-title", confidence: 0.7 });
    result.push({ start, end: title.end, label: "TITLE_AFFIX" satisfies EntityLabel, by: "title", confidence: 0.85 });
    while (i + 1 < tokens.length && tokens.start(i + 1) < title.end) i++;
  }
  while (next < spans.length) result.push(spans[next++]!);
  return result;
}
