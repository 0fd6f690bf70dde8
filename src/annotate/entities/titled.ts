import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { Rule } from "../../words/rule.ts";
import type { EntityBy } from "./by.ts";
import type { EntityResources } from "./resources.ts";
import type { EntitySpan } from "./span.ts";

/** A title in a text that no name covers. */
interface Place {
  readonly kind: string;
  /** The name that ends where the title begins. */
  readonly before: EntitySpan | null;
  readonly title: string;
  /** The word right before the title, and whether the dictionary lacks it. */
  readonly word: string;
  readonly unknown: boolean;
}

/** A rule of when a title belongs to somebody. */
interface TitleRule extends Rule {
  readonly when: (place: Place) => boolean;
  /** Whether the word before it is taken for a person. */
  readonly invents: boolean;
  readonly by: EntityBy;
}

/** A minister, with what the ministry is for. */
const MINISTER = /^(?!.?首相|副|元|前).+(?:大臣|相)$/;
const KATAKANA = /^[ァ-ヶー・=]+$/;

/** When a title belongs to somebody, by priority: the first row that fits decides; where none does, it is no mention. */
export const TITLE_RULES: readonly TitleRule[] = [
  {
    name: "behind a person",
    example: "山田太郎知事が会見した。",
    when: ({ before }) => before?.label === "PERSON",
    by: "title",
    invents: false,
  },
  {
    name: "behind an unknown word",
    example: "戦争の経験に富むキチナー元帥は語った。",
    when: ({ kind, before, word, unknown }) =>
      before === null && kind !== "academic" && KATAKANA.test(word) && word.length >= 2 && unknown,
    by: "title",
    invents: true,
  },
  {
    name: "minister",
    example: "国土交通大臣が視察した。",
    when: ({ title }) => MINISTER.test(title),
    by: "minister",
    invents: false,
  },
];

/** Returns the names with the titles that stand after persons, and with unknown words before a title as persons. */
export function withTitles(
  spans: readonly EntitySpan[],
  { text, tokens }: AnalyzedUnit,
  { titles, weights }: EntityResources,
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
    if (title === null || (next < spans.length && spans[next]!.start < title.end)) continue;
    const last = result.at(-1);
    const joined = i > 0 && tokens.end(i - 1) === start;
    const place = {
      kind: title.kind,
      title: text.slice(start, title.end),
      before: last?.end === start ? last : null,
      word: joined ? tokens.surface(i - 1) : "",
      unknown: joined && tokens.unknown(i - 1),
    };
    const rule = TITLE_RULES.find(({ when }) => when(place));
    if (rule === undefined) continue;
    if (rule.invents)
      result.push({
        ...{ start: tokens.start(i - 1), end: start, label: "PERSON", by: "before-title" },
        confidence: weights["before a title"],
      });
    result.push({ start, end: title.end, label: "TITLE_AFFIX", by: rule.by, confidence: weights.title });
    i = tokens.indexAt(title.end - 1);
  }
  while (next < spans.length) result.push(spans[next++]!);
  return result;
}
