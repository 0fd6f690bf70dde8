import { PLACES } from "../../model/labels.ts";
import type { Rule } from "../../words/rule.ts";
import type { EntityResources } from "./resources.ts";
import type { EntitySpan } from "./span.ts";

/** What the model took for a name, in its text. */
interface Found {
  readonly name: EntitySpan;
  readonly surface: string;
  readonly text: string;
  readonly resources: Pick<EntityResources, "titles" | "patterns" | "gazetteer">;
}

/** A rule of where a name begins or ends; `where` marks a row's example: the name that is asked about, a person's if `label` does not say otherwise. */
interface Trim extends Rule {
  readonly where: string;
  readonly label?: EntitySpan["label"];
  readonly when: (found: Found) => boolean;
  readonly trims: (found: Found) => EntitySpan;
}

/** Above it a place is one even where a person would stand. */
const SURE_OF_PLACE = 0.95;
const TITLE_LENGTHS = [2, 3, 4, 5];

/** Where a name begins and ends that the model cut too late or, at a token's edge, too early, by priority: the first row that fits decides. */
export const TRIMS: readonly Trim[] = [
  {
    // Names of two characters may end in 元 or 前 (秋元, 松前), none in 副 or 准.
    name: "rank before a title",
    example: "三浦元知事は語る",
    where: "三浦元",
    when: ({ name, surface, text, resources: { titles, patterns } }) =>
      name.label === "PERSON" &&
      patterns.rank.test(surface) &&
      TITLE_LENGTHS.some((length) => titles.kindOf(text.slice(name.end, name.end + length)) !== null),
    trims: ({ name, surface, resources: { patterns } }) => endAt(name, patterns.rank.exec(surface)!.index),
  },
  {
    // No name of the training texts begins with one of these words; a single kanji counts before katakana and Latin letters alone.
    name: "kinship or office before a person",
    example: "国王フェリペの夫JJブラウンは語る",
    where: "夫JJブラウン",
    when: ({ name, surface, resources: { patterns } }) => name.label === "PERSON" && patterns.office.test(surface),
    trims: ({ name, surface, resources: { patterns } }) => ({
      ...name,
      start: name.start + patterns.office.exec(surface)![0].length,
    }),
  },
  {
    name: "what is inside a municipality",
    example: "三重県津市内で揺れた",
    where: "三重県津市内",
    label: "GPE",
    when: ({ name, surface, resources: { patterns } }) => PLACES.has(name.label) && patterns.inside.test(surface),
    trims: ({ name, surface }) => endAt(name, surface.length - 1),
  },
  {
    name: "prefecture before its governor",
    example: "香川県知事が陳謝した",
    where: "香川",
    when: ({ name, surface, text, resources: { patterns, gazetteer } }) =>
      !PLACES.has(name.label) &&
      patterns.ofMunicipality.test(text.slice(name.end, name.end + 5)) &&
      gazetteer.get(surface + text[name.end]!)?.label === "GPE",
    trims: ({ name }) => ({ ...name, end: name.end + 1, label: "GPE" }),
  },
  {
    name: "region",
    example: "北陸地方は晴れる",
    where: "北陸",
    label: "LOC",
    when: ({ name, text, resources: { patterns } }) =>
      PLACES.has(name.label) && patterns.regional.test(text.slice(name.end, name.end + 6)),
    trims: ({ name }) => ({ ...name, end: name.end + 2, label: "LOC" }),
  },
  {
    name: "event named after a place",
    example: "アルジェリア戦争は長かった",
    where: "アルジェリア",
    label: "GPE",
    when: ({ name, text, resources: { patterns } }) =>
      PLACES.has(name.label) && patterns.event.test(text.slice(name.end, name.end + 8)),
    trims: ({ name, text, resources: { patterns } }) => longer(name, patterns.event, text, "EVENT"),
  },
  {
    name: "company named after a region",
    example: "関西設計に頼んだ",
    where: "関西",
    label: "LOC",
    when: ({ name, surface, text, resources: { patterns } }) =>
      PLACES.has(name.label) &&
      patterns.region.test(surface) &&
      patterns.business.test(text.slice(name.end, name.end + 8)),
    trims: ({ name, text, resources: { patterns } }) => longer(name, patterns.business, text, "ORG"),
  },
  {
    name: "surname of a player",
    example: "代打の大崎が打った",
    where: "大崎",
    label: "GPE",
    when: ({ name, surface, text, resources: { patterns } }) =>
      name.label === "GPE" &&
      name.confidence < SURE_OF_PLACE &&
      /^[一-龠々]{1,3}$/.test(surface) &&
      patterns.player.test(text.slice(Math.max(0, name.start - 8), name.start)) &&
      /^[がはをもに、。]/.test(text.slice(name.end, name.end + 1)),
    trims: ({ name }) => ({ ...name, label: "PERSON" }),
  },
  {
    name: "ship behind its kind",
    example: "戦艦はるぜんが沈んだ",
    where: "はるぜん",
    when: ({ name, text, resources: { patterns } }) =>
      name.label !== "PRODUCT" &&
      (patterns.shipBefore.test(text.slice(Math.max(0, name.start - 7), name.start)) ||
        patterns.shipFirst.test(text.slice(name.start, name.end))),
    trims: ({ name }) => ({ ...name, label: "PRODUCT" }),
  },
  {
    // 市内 and 県知事 are one token each.
    name: "kind of municipality before what is in it",
    example: "越谷市内の駅",
    where: "越谷",
    label: "GPE",
    when: ({ name, surface, text, resources: { patterns } }) =>
      PLACES.has(name.label) &&
      patterns.ofMunicipality.test(text.slice(name.end, name.end + 5)) &&
      !surface.endsWith(text[name.end]!),
    trims: ({ name }) => ({ ...name, end: name.end + 1 }),
  },
];

/** Returns a name without what is no part of it (元 of 三浦元知事, 副 of 林副社長), and with what is: 市 of 越谷市内. */
export function trimmed(name: EntitySpan, text: string, resources: Found["resources"]): EntitySpan {
  const found = { name, surface: text.slice(name.start, name.end), text, resources };
  return TRIMS.find(({ when }) => when(found))?.trims(found) ?? name;
}

function longer(name: EntitySpan, ending: RegExp, text: string, label: EntitySpan["label"]): EntitySpan {
  return { ...name, end: name.end + ending.exec(text.slice(name.end, name.end + 8))![0].length, label };
}

function endAt(name: EntitySpan, length: number): EntitySpan {
  return { ...name, end: name.start + length };
}
