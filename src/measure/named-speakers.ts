import { type DataReader, dataReader } from "../model/data-folder.ts";
import { parseTsv } from "../text/tsv.ts";

/** What leaves a word as vague as it is: あの子, うちの妻, 隣の席の先輩. */
const VAGUE =
  /^(?:[あこそど]の|[あこそど]んな|ある|同じ|別の|ほかの|他の|どこかの|多くの|一部の|普通の|昔の|[^の]{1,4}の席の|(?:うち|ウチ|私|わたし|僕|俺|オレ|自分|あなた|君|お前|彼|彼女|隣|となり|近所|周り|まわり|向かい|知り合い|友人|友達)の)/u;
/** 妻たち, お客様ら: more of them are no more known. */
const MORE = /(?:さん|様|さま)?(?:たち|達|ら|がた|方)?$/u;

/** Whose words a quotation has, as it is written, and the entity of that name. */
interface Speaker {
  readonly speaker: string | null;
  readonly entity: string | null;
}

/**
 * Returns whether a reader can tell whose words are quoted: by a name, an office, a paper or a group. 妻, 親, あの子, 人 and 私 speak,
 * but are nobody in particular.
 *
 * @example
 * const isNamed = namedSpeakers();
 * isNamed({ speaker: "町教委の担当者", entity: null }); // true
 * isNamed({ speaker: "うちの妻", entity: null }); // false
 */
export function namedSpeakers(data: DataReader = dataReader()): (speaker: Speaker) => boolean {
  const file = "data/quotations/nobody.tsv";
  const nobody = new Set(parseTsv(data.text(file), ["word", "why"], file).map(({ word }) => word));
  const isNobody = (word: string) => nobody.has(word) || nobody.has(word.replace(MORE, ""));
  return ({ speaker, entity }) => {
    if (speaker === null) return false;
    if (entity !== null) return true;
    let word = speaker;
    for (let vague = VAGUE.exec(word); vague !== null && !isNobody(word); vague = VAGUE.exec(word)) {
      word = word.slice(vague[0].length);
    }
    return word !== "" && !isNobody(word);
  };
}
