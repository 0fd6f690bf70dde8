import type { EntityLabel } from "../../model/layers.ts";
import { foldWidth } from "../../text/dates/fold-width.ts";
import type { Folding } from "../../words/fold.ts";
import { compileWords, LongestMatch, type WordColumns } from "../../words/longest-match.ts";

/** A thing with a name: its stable id if it has one, and the forms in which it is written. */
export interface GazetteerEntry {
  readonly id: string | null;
  readonly name: string;
  readonly label: EntityLabel;
  /** country, capital, place, organisation, media, person, thing, own. */
  readonly kind: string;
  /** ISO 3166-1 code of its country. */
  readonly country: string | null;
  /** Office of a person. */
  readonly role: string | null;
  readonly aliases: readonly string[];
}

/** What a gazetteer looks up: numbers of entries by folded name and by id, and the entries, made when asked for. */
export interface GazetteerColumns {
  readonly names: WordColumns;
  readonly ids: WordColumns;
  readonly entry: (index: number) => GazetteerEntry;
}

/** Lays entries out for look-up, as they are written and folded: earlier entries win a name that several have, later ones an id. */
export function compileGazetteer(entries: readonly GazetteerEntry[], folding: Folding): GazetteerColumns {
  const written = entries.flatMap(({ name, aliases }, index) =>
    [name, ...aliases].map((form) => [foldWidth(form), index] as const),
  );
  // 双葉 is the town, though there is a school 雙葉; a single kanji is another word in its other form.
  const folded = written
    .filter(([form]) => form.length > 1)
    .map(([form, index]) => [folding.word(form), index] as const);
  return {
    names: compileWords([...written, ...folded]),
    ids: compileWords(entries.flatMap(({ id }, index) => (id === null ? [] : [[id, index] as const])).reverse()),
    entry: (index) => entries[index]!,
  };
}

/** Looks names up in a text, first in the user's `own` gazetteer if there is one. */
export class Gazetteer {
  readonly #names: LongestMatch;
  readonly #ids: LongestMatch;
  readonly #entry: (index: number) => GazetteerEntry;
  readonly #own: Gazetteer | null;
  /** End of the last match of {@link longest}. */
  matchEnd = 0;

  constructor({ names, ids, entry }: GazetteerColumns, own: Gazetteer | null = null) {
    this.#names = new LongestMatch(names);
    this.#ids = new LongestMatch(ids);
    this.#entry = entry;
    this.#own = own;
  }

  /** The entry with the longest name that begins at `at` of a folded text; its end is {@link matchEnd}. */
  longest(folded: string, at: number, accepts: (end: number) => boolean): GazetteerEntry | null {
    const index = this.#names.longest(folded, at, accepts);
    const own = this.#own === null ? null : this.#own.longest(folded, at, accepts);
    if (own !== null && (index < 0 || this.#own!.matchEnd >= this.#names.matchEnd)) {
      this.matchEnd = this.#own!.matchEnd;
      return own;
    }
    if (index < 0) return null;
    this.matchEnd = this.#names.matchEnd;
    return this.#entry(index);
  }

  /** The entry with an id, if any. */
  byId(id: string): GazetteerEntry | null {
    const index = this.#ids.get(id);
    return index < 0 ? (this.#own?.byId(id) ?? null) : this.#entry(index);
  }

  /** The entry that is written so, if any. */
  get(name: string): GazetteerEntry | null {
    const own = this.#own?.get(name) ?? null;
    if (own !== null) return own;
    const index = this.#names.get(foldWidth(name));
    return index < 0 ? null : this.#entry(index);
  }
}
