import { dataReader } from "../../src/model/data-folder.ts";
import { parseTsv } from "../../src/text/tsv.ts";
import { type IpadicEntry, readKuromojiFiles } from "../../src/tokenize/compile/kuromoji-files.ts";
import { orderWords } from "../../src/tokenize/compile/order-words.ts";

interface Node {
  readonly surface: string;
  readonly entry: IpadicEntry;
  readonly cost: number;
  readonly previous: Node | null;
}

interface Character {
  readonly category: string;
  readonly all: readonly string[];
}

/**
 * MeCab's search as its source has it, with every entry and no short cut: the oracle of the fast lattice.
 *
 * For text without characters that join into grapheme clusters.
 */
export class PlainLattice {
  readonly #ipadic = readKuromojiFiles();
  readonly #words = new Map<string, IpadicEntry[]>();
  readonly #characters = new Map<number, Character>();
  readonly #categories = new Map<string, { invoke: boolean; group: boolean; length: number }>();
  #longest = 0;

  constructor() {
    const data = dataReader();
    const file = (name: string): string => data.text(`data/tokenizer/${name}.tsv`);
    for (const word of orderWords(this.#ipadic.words, file("order"))) {
      const group = this.#words.get(word.surface);
      if (group === undefined) this.#words.set(word.surface, [word]);
      else group.push(word);
      this.#longest = Math.max(this.#longest, word.surface.length);
    }
    for (const row of parseTsv(file("characters"), ["from", "to", "category", "compatible"], "characters")) {
      const all = [row.category, ...row.compatible.split(" ").filter((name) => name !== "-")];
      for (let unit = Number.parseInt(row.from, 16); unit <= Number.parseInt(row.to, 16); unit++) {
        this.#characters.set(unit, { category: row.category, all });
      }
    }
    for (const row of parseTsv(file("categories"), ["category", "invoke", "group", "length"], "categories")) {
      const { category, invoke, group, length } = row;
      this.#categories.set(category, { invoke: invoke === "1", group: group === "1", length: Number(length) });
    }
  }

  /** The surfaces of the dictionary, for making texts of them. */
  surfaces(): string[] {
    return [...this.#words.keys()];
  }

  /** Surface and feature string of each word of a line. */
  cut(line: string): string[] {
    const bos: Node = { surface: "", entry: edge, cost: 0, previous: null };
    const ends: Node[][] = Array.from({ length: line.length + 1 }, () => []);
    ends[0] = [bos];
    let last = 0;
    for (let place = 0; place < line.length; place++) {
      if (ends[place]!.length === 0) continue;
      let start = place;
      while (start < line.length && this.#at(line, start).category === "SPACE") start++;
      last = place;
      if (start === line.length) break;
      // MeCab pushes the candidates made last first, so that the first made ends up in front.
      for (const [surface, entry] of this.#candidates(line, start).reverse()) {
        ends[start + surface.length]!.unshift(this.#connect(ends[place]!, entry, surface));
      }
      last = line.length;
    }
    const path: string[] = [];
    const end = this.#connect(ends[last]!, edge, "");
    for (let node = end.previous; node !== null && node !== bos; node = node.previous) {
      path.push(`${node.surface}\t${node.entry.features.join(",")}`);
    }
    return path.reverse();
  }

  #connect(before: readonly Node[], entry: IpadicEntry, surface: string): Node {
    let best: Node | null = null;
    let cost = Infinity;
    for (const node of before) {
      const sum = node.cost + this.#ipadic.connection(node.entry.id, entry.id) + entry.cost;
      if (sum < cost) {
        cost = sum;
        best = node;
      }
    }
    return { surface, entry, cost, previous: best };
  }

  #candidates(line: string, start: number): [string, IpadicEntry][] {
    const found: [string, IpadicEntry][] = [];
    for (let length = 1; length <= this.#longest && start + length <= line.length; length++) {
      const surface = line.slice(start, start + length);
      for (const word of this.#words.get(surface) ?? []) found.push([surface, word]);
    }
    const { category, all } = this.#at(line, start);
    const { invoke, group, length } = this.#categories.get(category)!;
    if (found.length > 0 && !invoke) return found;
    const before = found.length;
    const add = (end: number): void => {
      for (const entry of this.#ipadic.unknownWords) {
        if (entry.surface === category) found.push([line.slice(start, end), entry]);
      }
    };
    let groupEnd = -1;
    if (group) {
      let end = start + 1;
      for (let types = all; end < line.length; end++) {
        const next = this.#at(line, end).all;
        if (!next.some((type) => types.includes(type))) break;
        types = next;
      }
      if (end - start - 1 <= 24) {
        add(end);
        groupEnd = end;
      }
    }
    for (let count = 1, end = start + 1; count <= length && end <= line.length && end !== groupEnd; count++, end++) {
      add(end);
      if (end === line.length || !this.#at(line, end).all.some((type) => all.includes(type))) break;
    }
    if (found.length === before && before === 0) add(start + 1);
    return found;
  }

  #at(line: string, index: number): Character {
    return this.#characters.get(line.charCodeAt(index)) ?? { category: "DEFAULT", all: ["DEFAULT"] };
  }
}

const edge: IpadicEntry = { surface: "", id: 0, cost: 0, features: [] };
