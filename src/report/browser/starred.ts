/** The comments that the reader has marked: kept by the browser for the next time, where it lets a file do so. */
export class Starred {
  readonly #key: string;
  readonly #ids: readonly string[];
  readonly #units: Set<number>;

  /** `ids` names each unit in every report of the same pages: `discussion/c12`. */
  constructor(ids: readonly string[]) {
    this.#ids = ids;
    this.#key = `yoron-marked:${[...new Set(ids.map((id) => id.split("/")[0]))].join(",").slice(0, 200)}`;
    const numbers = new Map(ids.map((id, unit) => [id, unit]));
    this.#units = new Set(this.#read().flatMap((id) => numbers.get(id) ?? []));
  }

  get size(): number {
    return this.#units.size;
  }

  has(unit: number): boolean {
    return this.#units.has(unit);
  }

  list(): readonly number[] {
    return [...this.#units].sort((a, b) => a - b);
  }

  toggle(unit: number): boolean {
    if (!this.#units.delete(unit)) this.#units.add(unit);
    try {
      localStorage.setItem(this.#key, JSON.stringify(this.list().map((one) => this.#ids[one])));
    } catch {
      // A browser that keeps nothing for a file: the marks last as long as the page.
    }
    return this.has(unit);
  }

  #read(): readonly string[] {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(this.#key) ?? "[]");
      return Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [];
    } catch {
      return [];
    }
  }
}
