import { isKanji } from "../../words/characters.ts";
import type { Gazetteer } from "./gazetteer.ts";
import type { EntitySpan } from "./span.ts";

type CountryKanji = ReadonlyMap<string, { readonly id: string; readonly alone: boolean }>;

/** Words made of country kanji that mean something else. */
const OTHERWISE = new Set(["中日", "日中", "台中", "朝日", "日朝日"]);
const PARTICLE = /^[はがもをにとへの、。・や!?！？]/;
/** Those that are seldom anything else. */
const ALONE = new Set("米露独仏英韓豪");

/**
 * Finds countries written with one kanji: in compounds (中露, 日米韓) and, where the word before and after allow, alone (米は, 独も).
 *
 * 日, 中, 台 and the like are taken only beside another, or after 訪, 対 and the like.
 *
 * @example
 * findCountryKanji("中露の演習", gazetteer, kanji, () => true).map(({ entry }) => entry?.name); // ["中国", "ロシア"]
 */
export function findCountryKanji(
  text: string,
  gazetteer: Gazetteer,
  kanji: CountryKanji,
  isBoundary: (offset: number) => boolean,
): EntitySpan[] {
  const spans: EntitySpan[] = text.includes("北") ? findNorthKorea(text, gazetteer, isBoundary) : [];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!isKanji(code) || !kanji.has(text[at]!)) continue;
    let end = at + 1;
    while (end < text.length && (kanji.has(text[end]!) || (text[end] === "・" && kanji.has(text[end + 1] ?? ""))))
      end++;
    const run = text.slice(at, end);
    const countries = [...run].filter((char) => char !== "・");
    const safe = countries.filter((char) => kanji.get(char)!.alone).length;
    const compound =
      countries.length >= 2 &&
      safe >= 2 &&
      safe >= countries.length - 1 &&
      new Set(countries).size === countries.length;
    const abroad = run.length === 1 && goesAbroad(text, at, isBoundary);
    const alone = run.length === 1 && ALONE.has(run) && (at === 0 || isBoundary(at)) && stands(text, at, isBoundary);
    if ((compound && !OTHERWISE.has(run) && isBoundary(at) && closes(text, end, isBoundary)) || alone || abroad) {
      for (let i = at; i < end; i++) {
        const country = kanji.get(text[i]!);
        if (country === undefined) continue;
        const entry = gazetteer.byId(country.id);
        spans.push({
          ...{ start: i, end: i + 1, label: "GPE", by: "country-kanji", confidence: alone ? 0.7 : 0.85 },
          ...(entry === null ? {} : { entry }),
        });
      }
    }
    if (run === "露" && text[end] === "ウ" && !/[ァ-ヶー]/.test(text[end + 1] ?? "")) {
      for (const [start, id] of [
        [at, "RU"],
        [end, "UA"],
      ] as const) {
        const entry = gazetteer.byId(id);
        spans.push({
          ...{ start, end: start + 1, label: "GPE", by: "country-kanji", confidence: 0.8 },
          ...(entry === null ? {} : { entry }),
        });
      }
    }
    at = end - 1;
  }
  return spans;
}

/** What makes the kanji after it a country, and which: 訪中, 渡米, 対露. Of 来日 and 親日 the shared annotations take none. */
const ABROAD: Readonly<Record<string, string>> = {
  訪: "日米中韓露英仏独朝台印豪",
  渡: "米英仏独韓豪",
  対: "日米中韓露英仏独朝台印豪",
  駐: "日米中韓露英仏独豪",
  在: "米韓英仏独露豪",
};

function goesAbroad(text: string, at: number, isBoundary: (offset: number) => boolean): boolean {
  return (
    at > 0 &&
    (ABROAD[text[at - 1]!]?.includes(text[at]!) ?? false) &&
    isBoundary(at - 1) &&
    isBoundary(at + 1) &&
    !/[本国朝鮮湾日米]/.test(text[at + 1] ?? "")
  );
}

/** What only North Korea is said to do or have, and what it does in such a text. */
const NORTH_KOREAN =
  /ミサイル|核実験|核開発|拉致|金正[恩日]|総書記|朝鮮|平壌|ピョンヤン|将軍様|テポドン|ノドン|Jアラート/;
const ACTS = /ミサイル|核|拉致|撃|飛ばし|発射|挑発|総書記|将軍|体制|脅威|脅し|崩壊|Jアラート/;

/** Finds 北 for 北朝鮮 as the one that acts (北がミサイルを), where the text speaks of its missiles, its leader or the like. */
function findNorthKorea(text: string, gazetteer: Gazetteer, isBoundary: (offset: number) => boolean): EntitySpan[] {
  const spans: EntitySpan[] = [];
  for (let at = text.indexOf("北"); at >= 0; at = text.indexOf("北", at + 1)) {
    if (!/^(?:が|は|も|の(?=ミサイル|核|脅威|挑発|将軍|体制))/.test(text.slice(at + 1, at + 6))) continue;
    if (!ACTS.test(text.slice(at, at + 16).split("。")[0]!)) continue;
    if ((at > 0 && /[一-龠ァ-ヶーの]/.test(text[at - 1]!)) || !isBoundary(at) || !isBoundary(at + 1)) continue;
    if (!NORTH_KOREAN.test(text) || /[東西緯]|方角/.test(text)) continue;
    const entry = gazetteer.byId("KP");
    spans.push({
      ...{ start: at, end: at + 1, label: "GPE", by: "country-kanji", confidence: 0.65 },
      ...(entry === null ? {} : { entry }),
    });
  }
  return spans;
}

/** Words near by that make 米 rice and 仏 a Buddha. */
const NOT_A_COUNTRY: Readonly<Record<string, RegExp>> = {
  米: /炊|食べ|食う|ご飯|お米|農家|稲|粒|精米|新米|古米|備蓄米|米作|弁当|おにぎり|[kキ][gロ]/,
  仏: /仏教|仏像|仏様|寺|菩薩|釈迦|信仰|供養|拝|神仏|成仏/,
};
const KANJI = /[一-龠]/;

/** Tells whether the words of a text make 米 or 仏 something else than a country. */
export function meansOther(kanji: string, text: string): boolean {
  return NOT_A_COUNTRY[kanji]?.test(text) ?? false;
}

function closes(text: string, end: number, isBoundary: (offset: number) => boolean): boolean {
  return isBoundary(end) || !KANJI.test(text[end] ?? "");
}

function stands(text: string, at: number, isBoundary: (offset: number) => boolean): boolean {
  if (meansOther(text[at]!, text)) return false;
  if (!isBoundary(at + 1) || (at > 0 && KANJI.test(text[at - 1]!))) return false;
  return (
    PARTICLE.test(text.slice(at + 1, at + 2)) ||
    /^(?:国防|政府|大統領|議会|企業|海軍|陸軍|空軍|当局|メディア|首相|外相|国営|製|側)/.test(text.slice(at + 1, at + 5))
  );
}
