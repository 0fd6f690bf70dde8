import type { EntityWords } from "./words.ts";

/** Shapes of names and of what stands beside them, made of word lists. */
export interface EntityPatterns {
  /** What makes one kanji behind it a country, by that kanji: 米 behind 訪. */
  readonly abroad: ReadonlyMap<string, string>;
  /** What stands behind a country's kanji that stands alone: 米政府. */
  readonly beside: RegExp;
  /** What only North Korea is said to do, to have, and what else such a text speaks of. */
  readonly northActs: RegExp;
  readonly northFollows: RegExp;
  readonly northContext: RegExp;
  /** What makes 米友 or 英吉 a person's name, not a country's. */
  readonly givenName: RegExp;
  /** What makes 十分 ten minutes rather than enough. */
  readonly minutesGoOn: RegExp;
  /** How the name of a people, party or faith ends. */
  readonly people: RegExp;
  /** What makes the name of a country that of its people: アルゼンチン人. */
  readonly peopleSuffix: RegExp;
  /** The kind of a municipality with what is in or of it: 市内, 県知事. */
  readonly ofMunicipality: RegExp;
  /** What stands in one, if the name has it: 津市内. */
  readonly inside: RegExp;
  /** What stands before a name and is taken for its beginning: 夫 of 夫JJブラウン, 王子 of 王子カルラス. */
  readonly office: RegExp;
  /** What stands between a name and a title: 元 of 三浦元知事, 副 of 林副社長. */
  readonly rank: RegExp;
  /** How short names of organisations end that a title may follow. */
  readonly bodyEnd: RegExp;
  /** Surnames that look like a number and its unit: 三部. */
  readonly surname: RegExp;
  readonly pronoun: RegExp;
  /** A number and 型 or 式 before a kind of ship, vehicle or gun: 052DL型駆逐艦, 10式戦車. */
  readonly typedArms: RegExp;
  /** What kind of thing it is, in katakana right behind its letters: ヘリ is no name. */
  readonly vehicle: RegExp;
  /** A kind of ship or aircraft, right before its name. */
  readonly shipBefore: RegExp;
  /** The same at the beginning of the name. */
  readonly shipFirst: RegExp;
  /** A ship's kind and its name in katakana. */
  readonly ship: RegExp;
  /** What makes a place an event behind it: アルジェリア戦争. */
  readonly event: RegExp;
  /** What makes a region a company: 関西設計. */
  readonly business: RegExp;
  readonly region: RegExp;
  /** 地方 behind a region, if it is no part of a longer word: 地方裁判所. */
  readonly regional: RegExp;
  /** What is said of a plant. */
  readonly blooms: RegExp;
  /** Whose surname follows: 代打の. */
  readonly player: RegExp;
}

/** Returns the shapes that the word lists make. */
export function entityPatterns(words: EntityWords): EntityPatterns {
  const any = (list: keyof EntityWords): string => `(?:${[...words[list]].join("|")})`;
  return Object.freeze({
    abroad: new Map([...words.abroad].map((word) => [word[0]!, word.slice(1)])),
    beside: new RegExp(`^${any("beside")}`),
    northActs: new RegExp(any("northActs")),
    northFollows: new RegExp(`^(?:が|は|も|の(?=${any("northHas")}))`),
    northContext: new RegExp(any("northContext")),
    givenName: new RegExp(`^${any("given")}[はがもをにのとさ、。]`),
    minutesGoOn: new RegExp(`^${any("minutes")}`),
    people: new RegExp(`${any("people")}$`),
    peopleSuffix: new RegExp(`^${any("peopleSuffix")}(?!${any("peopleNot")})`),
    ofMunicipality: new RegExp(`^${any("municipality")}${any("ofMunicipality")}(?![会閣])`),
    inside: new RegExp(`..${any("municipality")}内$`),
    office: new RegExp(`^(?:${any("kin")}(?=[A-Zァ-ヶ].)|${any("office")}(?=[A-Zァ-ヶ一-龠々].))`),
    rank: new RegExp(`(?<=.)${any("rank")}$|(?<=..)${any("former")}$`),
    bodyEnd: new RegExp(`${any("bodyEnd")}$`),
    surname: new RegExp(`^[一二三四五六七八九]${any("surname")}$`),
    pronoun: new RegExp(`^${any("pronoun")}$`),
    typedArms: new RegExp(
      `(?:[0-9]{2,4}[A-Z]{0,3}|[ァ-ヶー]{2,12}|[一-龠]{1,4}|[ぁ-ん]{2,6})(?:型|級|式)${any("armsModifier")}*${any("arms")}`,
      "g",
    ),
    vehicle: new RegExp(`^${any("vehicle")}`),
    shipBefore: new RegExp(`${any("ship")}$`),
    shipFirst: new RegExp(`^${any("ship")}[ァ-ヶーぁ-ん]`),
    ship: new RegExp(`${any("ship")}(?=[ァ-ヶー・]{3})`, "g"),
    event: new RegExp(`^${any("event")}(?![一-龠々])`),
    business: new RegExp(`^${any("business")}(?![一-龠々ァ-ヶー])`),
    region: new RegExp(`^${any("region")}$`),
    regional: new RegExp(`^地方(?!${any("courts")})`),
    blooms: new RegExp(any("blooms")),
    player: new RegExp(`${any("player")}の$`),
  });
}
