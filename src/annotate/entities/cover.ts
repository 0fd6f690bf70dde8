/** Marks which units of a text are taken, so that asking costs no more however many spans there are. */
export class Cover {
  readonly #taken: Uint8Array;

  constructor(length: number) {
    this.#taken = new Uint8Array(length);
  }

  touches({ start, end }: { readonly start: number; readonly end: number }): boolean {
    for (let at = start; at < end; at++) if (this.#taken[at] === 1) return true;
    return false;
  }

  add({ start, end }: { readonly start: number; readonly end: number }): void {
    for (let at = start; at < end; at++) this.#taken[at] = 1;
  }
}
