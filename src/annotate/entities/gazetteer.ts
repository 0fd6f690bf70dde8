import type { EntityLabel } from "../../model/layers.ts";
import { foldWidth } from "../../text/dates/fold-width.ts";
import { NameTrie } from "./name-trie.ts";

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

/** Looks names up in a text; earlier entries win a name that several have. */
export class Gazetteer {
  readonly entries: readonly GazetteerEntry[];
  readonly #trie: NameTrie;
  readonly #byId: ReadonlyMap<string, GazetteerEntry>;

  constructor(entries: readonly GazetteerEntry[]) {
    this.entries = entries;
    this.#byId = new Map(entries.flatMap((entry) => (entry.id === null ? [] : [[entry.id, entry] as const])));
    this.#trie = new NameTrie(
      entries.flatMap(({ name, aliases }, index) =>
        [name, ...aliases].map((form) => [foldWidth(form), index] as const),
      ),
    );
  }

  /** The entry with the longest name that begins at `at` of a folded text; its end is {@link matchEnd}. */
  longest(folded: string, at: number, accepts: (end: number) => boolean): GazetteerEntry | null {
    const index = this.#trie.longest(folded, at, accepts);
    return index < 0 ? null : this.entries[index]!;
  }

  /** End of the last match of {@link longest}. */
  get matchEnd(): number {
    return this.#trie.matchEnd;
  }

  /** The entry with an id, if any. */
  byId(id: string): GazetteerEntry | null {
    return this.#byId.get(id) ?? null;
  }

  /** The entry that is written so, if any. */
  get(name: string): GazetteerEntry | null {
    const index = this.#trie.get(foldWidth(name));
    return index < 0 ? null : this.entries[index]!;
  }
}
