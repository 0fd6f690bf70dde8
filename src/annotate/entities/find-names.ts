import type { AnalyzedUnit } from "../../model/analysis.ts";
import { labelsWhere } from "../../model/labels.ts";
import { foldWidth } from "../../text/dates/fold-width.ts";
import { tokenBoundaries } from "../../text/dates/token-boundaries.ts";
import { findCountryKanji } from "./country-kanji.ts";
import { Cover } from "./cover.ts";
import { cutTitle } from "./cut-titles.ts";
import { findDesignations } from "./designations.ts";
import { findTimes } from "./find-times.ts";
import { isName } from "./is-name.ts";
import { findKnownNames, type KnownName } from "./known-names.ts";
import { isMadeThing } from "./made-things.ts";
import { findModelNames } from "./model-names.ts";
import { splitRow } from "./name-shapes.ts";
import { findNumbers } from "./numbers.ts";
import type { EntityResources } from "./resources.ts";
import type { EntitySpan } from "./span.ts";
import { withTitles } from "./titled.ts";
import { trimmed } from "./trims.ts";
import { withEntry } from "./with-entry.ts";

/** Returns the names, dates, numbers and titles of one unit, in order and without overlap; `predicted` are names instead of the model's. */
export function findNames(
  unit: AnalyzedUnit,
  resources: EntityResources,
  predicted?: readonly EntitySpan[],
): EntitySpan[] {
  const { text, tokens } = unit;
  const folded = foldWidth(text);
  const isBoundary = tokenBoundaries(tokens);
  const dates = findTimes(tokens, resources.dates).filter(
    ({ start, end }) =>
      !resources.notNames.has(text.slice(start, end)) || resources.patterns.minutesGoOn.test(text.slice(end, end + 3)),
  );
  const numbers = findNumbers(folded, resources.numbers, dates, isBoundary)
    .filter(({ start, end }) => !resources.notNames.has(text.slice(start, end)))
    .map((number) => surname(number, text, resources, isBoundary));
  const known = findKnownNames(tokens, folded, resources.gazetteer, isBoundary);
  const model = (predicted ?? findModelNames(unit, folded, resources, known.column))
    .flatMap((name) => splitRow(name, text))
    .map((name) => cutTitle(trimmed(name, text, resources), text, resources, isBoundary))
    .filter((name) => isName(name, text, resources));
  const rules = [
    ...findDesignations(folded, resources),
    ...findCountryKanji(text, resources, isBoundary),
    ...known.names
      .filter(({ entry }) => entry.kind === "own" || RULED.has(entry.label))
      .map((name) => fromGazetteer(name, resources)),
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
    [...rules, ...model.map((name) => people(withEntry(name, text, resources), text, resources, isBoundary))].filter(
      (name) => !isMadeThing(name, tokens, folded, resources),
    ),
    text.length,
  );
  const all = withoutOverlap([...names.filter((name) => !insideOne(name, dates)), ...dates, ...numbers], text.length);
  return withTitles(all, unit, resources, isBoundary);
}

const insideOne = (name: EntitySpan, others: readonly EntitySpan[]): boolean =>
  others.some(
    (other) => other.start <= name.start && name.end <= other.end && other.end - other.start > name.end - name.start,
  );

/** Labels of which the model learned little or nothing: the gazetteers add theirs. */
const RULED = labelsWhere(({ ruled }) => ruled);

/** The reading of 三部 in 三部社長 as a person, not three copies. */
function surname(
  number: EntitySpan,
  text: string,
  { titles, patterns, weights }: EntityResources,
  isBoundary: (offset: number) => boolean,
): EntitySpan {
  if (!patterns.surname.test(text.slice(number.start, number.end))) return number;
  const title = titles.read(text, number.end, isBoundary);
  if (title === null || title.kind === "honorific") return number;
  return { ...number, label: "PERSON", by: "before-title", confidence: weights["before a title"] };
}

/** The reading of アルゼンチン in アルゼンチン人 as the name of a people. */
function people(
  name: EntitySpan,
  text: string,
  { patterns }: EntityResources,
  isBoundary: (offset: number) => boolean,
): EntitySpan {
  if (
    name.label !== "GPE" ||
    !patterns.peopleSuffix.test(text.slice(name.end, name.end + 2)) ||
    !isBoundary(name.end + 1)
  )
    return name;
  const { entry: _, ...rest } = name;
  return { ...rest, end: name.end + 1, label: "NORP" };
}

function fromGazetteer({ start, end, entry }: KnownName, { weights }: EntityResources): EntitySpan {
  return {
    start,
    end,
    label: entry.label,
    by: `gazetteer:${entry.kind}`,
    confidence: weights[end - start > 2 ? "long name of the gazetteers" : "name of the gazetteers"],
    entry,
  };
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
