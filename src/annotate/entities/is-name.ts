import type { Rule } from "../../words/rule.ts";
import { isLatinName } from "./name-shapes.ts";
import type { EntityResources } from "./resources.ts";
import type { EntitySpan } from "./span.ts";

/** What the model took for a name, in its text. */
interface Found {
  readonly span: EntitySpan;
  readonly surface: string;
  readonly text: string;
  readonly resources: Pick<
    EntityResources,
    "notNames" | "gazetteer" | "patterns" | "titles" | "homographs" | "words" | "common" | "countryKanji"
  >;
}

/** A rule of what is no name; `where` marks a row's example: what of it is asked about, and how sure the model was. */
interface NotNameRule extends Rule {
  readonly where?: { readonly surface: string; readonly confidence?: number; readonly label?: EntitySpan["label"] };
  readonly when: (found: Found) => boolean;
}

/** ワァーッ, ギャアッ: cries end in a small ッ, names do not. */
const INTERJECTION = /^[ァ-ヶー]*[ッァー]ッ$/;

const KATAKANA = /^[ァ-ヶー]+$/;
/** Above it the model is believed. */
const SURE = 0.85;

/** How plants are called. */
const PLANT = /.[桜梅菊松藤草蘭萩桃椿杉]$/;

/** What makes a ministry's name, without 省, a title. */
const MINISTER = /^副?大臣/;

const isOne = ({ start, end }: EntitySpan): boolean => end - start === 1;

/** What is no name although the model took it for one; any row that fits says so. */
export const NOT_NAMES: readonly NotNameRule[] = [
  {
    name: "listed",
    example: "クソ",
    when: ({ surface, resources: { notNames } }) => notNames.has(surface),
  },
  {
    name: "everyday word",
    example: "米を炊く",
    where: { surface: "米" },
    when: ({ span, text, resources: { homographs } }) => homographs.meansOther(text, span),
  },
  {
    name: "long and unsure",
    example: "みんなの声をきく会をつくる会の会",
    where: { surface: "みんなの声をきく会をつくる会の会", confidence: 0.3 },
    when: ({ span: { start, end, confidence } }) => confidence < 0.5 && end - start > 14,
  },
  {
    name: "cry",
    example: "ワァーッ",
    when: ({ surface }) => INTERJECTION.test(surface),
  },
  {
    name: "first letter of a given name",
    example: "英吉は笑った",
    where: { surface: "英" },
    when: ({ span, surface, text, resources: { patterns } }) =>
      isOne(span) && /[一-龠]/.test(surface) && patterns.givenName.test(text.slice(span.end, span.end + 2)),
  },
  {
    name: "kanji of a country inside a word",
    example: "加齢臭が気になる",
    where: { surface: "加", label: "GPE" },
    when: ({ span, text, resources: { patterns, words, countryKanji } }) =>
      isOne(span) &&
      span.label !== "PERSON" &&
      !countryKanji.has(text[span.end] ?? "") &&
      !words.alone.has(text[span.start]!) &&
      /[一-龠]{2}/.test(text.slice(span.start, span.end + 1)) &&
      !patterns.beside.test(text.slice(span.end, span.end + 5)),
  },
  {
    name: "kept company by plants and substances",
    example: "エラスチンは肌に良い",
    where: { surface: "エラスチン", confidence: 0.7 },
    when: ({ span, surface, text, resources: { common, gazetteer } }) =>
      span.confidence < SURE &&
      KATAKANA.test(surface) &&
      gazetteer.get(surface) === null &&
      common.has(text, span.start, span.end),
  },
  {
    name: "plant",
    example: "寒緋桜は二月に咲く",
    where: { surface: "寒緋桜" },
    when: ({ span, surface, text, resources: { patterns } }) =>
      span.label === "PERSON" && PLANT.test(surface) && patterns.blooms.test(text.slice(span.end, span.end + 20)),
  },
  {
    name: "piece of an English sentence",
    example: "the rise of China",
    when: ({ span, text, resources: { gazetteer } }) => !isLatinName(span, text, gazetteer),
  },
  {
    name: "ministry of a minister's title",
    example: "文部科学大臣が答えた",
    where: { surface: "文部科学", label: "ORG" },
    when: ({ span, surface, text, resources: { titles } }) => {
      const minister = MINISTER.exec(text.slice(span.end, span.end + 3));
      return span.label === "ORG" && minister !== null && titles.kindOf(surface + minister[0]) !== null;
    },
  },
  {
    name: "foreign words without end, or alternatives",
    example: "Read/Write",
    when: ({ surface }) => !/[ぁ-ヶ一-龠]/.test(surface) && (surface.split(" ").length > 4 || surface.includes("/")),
  },
];

/** Whether what the model found is a name: no stray word, cry, address or foreign sentence. */
export function isName(span: EntitySpan, text: string, resources: Found["resources"]): boolean {
  const found = { span, surface: text.slice(span.start, span.end), text, resources };
  return !NOT_NAMES.some(({ when }) => when(found));
}
