import type { Dictionary } from "../dictionary/dictionary.ts";
import { ID_MASK } from "../dictionary/entry-word.ts";

/** A part of speech of the dictionary with the connection id of its words. */
export interface PartOfSpeech {
  /** Six fields, joined by commas. */
  readonly head: string;
  /** The dictionary file's own number, not IPADIC's. */
  readonly id: number;
}

/** The parts of speech, found by their levels or by the name of one level. */
export class PartsOfSpeech {
  readonly #byHead = new Map<string, PartOfSpeech>();

  constructor({ entries, part, partNames }: Dictionary) {
    // A part's most common id: words with an id of their own (する, ない) are exceptions.
    const tallies = partNames.map(() => new Map<number, number>());
    for (let i = 1; i < entries.length; i++) {
      const tally = tallies[part[i]!]!;
      const id = entries[i]! & ID_MASK;
      tally.set(id, (tally.get(id) ?? 0) + 1);
    }
    tallies.forEach((tally, i) => {
      let best = -1;
      for (const [id, count] of tally) if (best < 0 || count > tally.get(best)!) best = id;
      if (best >= 0) this.#byHead.set(partNames[i]!, { head: partNames[i]!, id: best });
    });
  }

  /** The part with exactly these six fields. */
  exact(head: string): PartOfSpeech | undefined {
    return this.#byHead.get(head);
  }

  /** The plainest part of speech that fits levels such as `名詞,固有名詞` or one name such as `組織`. */
  find(pos: string): PartOfSpeech | undefined {
    const wanted = pos.split(/[,，、\-－/・]/).map((level) => aliases[level.trim()] ?? level.trim());
    let best: PartOfSpeech | undefined;
    let bestScore = Infinity;
    for (const part of this.#byHead.values()) {
      const levels = part.head.split(",");
      if (levels[4] !== "*") continue;
      for (let at = 0; at + wanted.length <= 4; at++) {
        if (!wanted.every((level, i) => levels[at + i] === level)) continue;
        // The levels that were not asked for should be 一般 or empty.
        const rest = levels.slice(at + wanted.length, 4).filter((level) => level !== "*" && level !== "一般");
        const score = at + 4 * rest.length + (levels.includes("一般") ? 0 : 1);
        if (score < bestScore) {
          best = part;
          bestScore = score;
        }
      }
    }
    return best;
  }

  /** Returns the names of levels that {@link find} knows, for messages. */
  names(): readonly string[] {
    const names = new Set<string>();
    for (const { head } of this.#byHead.values()) {
      const levels = head.split(",");
      if (levels[4] === "*") for (const level of levels.slice(0, 4)) if (level !== "*") names.add(level);
    }
    return [...names];
  }
}

/** What people write for IPADIC's names. */
const aliases: Readonly<Record<string, string>> = {
  地名: "地域",
  組織名: "組織",
  団体名: "組織",
  企業名: "組織",
  会社名: "組織",
  苗字: "姓",
  固有: "固有名詞",
  普通名詞: "一般",
  カスタム名詞: "固有名詞",
  感嘆詞: "感動詞",
};
