/** Marks which units of a text are taken, so that asking costs no more however many spans there are. */
export class Cover {
  readonly #taken: Uint8Array;

  constructor(length: number) {
    this.#taken = new Uint8Array(length);
  }

  touches({ start, end }: { readonly start: number; readonly end: number }): boolean {
    return this.#taken.subarray(start, end).includes(1);
  }

  add({ start, end }: { readonly start: number; readonly end: number }): void {
    this.#taken.fill(1, start, end);
  }
}
