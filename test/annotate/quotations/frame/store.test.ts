import { describe, expect, it } from "vitest";
import { Store } from "../../../../src/annotate/quotations/frame/store.ts";

describe("a store of columns", () => {
  it("gives copies that do not overlap, each as long as asked for", () => {
    const store = new Store((size) => new Int32Array(size));
    const source = Int32Array.from({ length: 30_000 }, (_, i) => i);
    const lengths = [3, 0, 16_384, 5, 20_000, 7];
    const copies = lengths.map((length) => store.copy(source, length));
    for (const copy of copies) copy.fill(-1);
    const fresh = lengths.map((length) => store.copy(source, length));
    expect(fresh.map((copy) => [copy.length, copy.at(-1)])).toEqual([
      [3, 2],
      [0, undefined],
      [16_384, 16_383],
      [5, 4],
      [20_000, 19_999],
      [7, 6],
    ]);
  });
});
