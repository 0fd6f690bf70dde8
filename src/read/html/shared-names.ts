/** Names that are remembered; a page has few that come again, and many that come once. */
const MOST = 4_096;

/** One copy of the names of elements and attributes that the tags of a page say over and over. */
export class SharedNames {
  readonly #names = new Map<string, string>();

  /** Returns a name in lower case. */
  get(written: string): string {
    let name = this.#names.get(written);
    if (name === undefined) {
      name = written.toLowerCase();
      if (this.#names.size >= MOST) this.#names.clear();
      this.#names.set(written, name);
    }
    return name;
  }
}
