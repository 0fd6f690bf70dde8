import type { DataReader } from "../../model/data-folder.ts";
import { parseTsv } from "../../text/tsv.ts";

const FILE = "data/gazetteers/latin-names.tsv";
const WORD = /^(?:[A-ZÀ-Þ]\.?|(?:Mac|Mc|O['’]|D['’])?[A-ZÀ-Þ][a-zß-ɏ]+(?:[-'’][A-Za-zÀ-ɏ]?[a-zß-ɏ]+)*)$/;
/** Small words inside a person's name. */
const PARTICLES: ReadonlySet<string> = new Set("de da di del van von der den la le bin al el ibn dos du".split(" "));
const MOST_WORDS = 5;

/** Persons' names in Latin letters, told by the given and family names that they are made of. */
export class LatinNames {
  readonly #given: ReadonlySet<string>;
  readonly #family: ReadonlySet<string>;
  readonly #known: ReadonlySet<string>;

  constructor(rows: readonly { readonly name: string; readonly kind: string }[]) {
    const of = (...kinds: string[]) => new Set(rows.filter(({ kind }) => kinds.includes(kind)).map(({ name }) => name));
    this.#given = of("given");
    this.#family = of("family", "known");
    this.#known = of("known");
  }

  /**
   * Whether words are a person's name: a given name first (Joe Biden), a family name before one (Nakagawa Jun), or a
   * name by which one is known alone (Musk).
   */
  isPerson(name: string): boolean {
    const words = name.split(/[ \u3000]+/);
    const first = words[0]!;
    if (words.length === 1) return this.#known.has(first);
    if (words.length > MOST_WORDS || !words.every((word) => WORD.test(word) || PARTICLES.has(word))) return false;
    const last = words.at(-1)!;
    return this.#given.has(first) || this.#known.has(last) || (this.#family.has(first) && this.#given.has(last));
  }
}

/** Returns the names of persons in Latin letters. */
export function loadLatinNames(data: DataReader): LatinNames {
  return new LatinNames(parseTsv(data.text(FILE), ["name", "kind"], FILE));
}
