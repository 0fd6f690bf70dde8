import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileTrie, Trie } from "../../src/words/trie.ts";

const word = fc.string({ unit: fc.constantFrom("a", "あ", "京", "\uffff", "A"), maxLength: 4 });

describe("a trie", () => {
  it("numbers short texts first, equal ones as they were given, and leaves empty ones out", () => {
    const texts = ["い", "", "あい", "い", "あ"];
    const { order } = compileTrie(texts);
    expect(Array.from(order, (index) => [index, texts[index]])).toEqual([
      [4, "あ"],
      [0, "い"],
      [3, "い"],
      [2, "あい"],
    ]);
  });

  it("finds each of its texts, with all numbers of equal ones, and no other", () => {
    fc.assert(
      fc.property(fc.array(word), fc.array(word), (texts, others) => {
        const { columns, order } = compileTrie(texts);
        const trie = new Trie(columns);
        for (const text of [...texts, ...others]) {
          let node = 0;
          for (let i = 0; i < text.length && (i === 0 || node !== 0); i++) node = trie.step(node, text.charCodeAt(i));
          const numbers = node === 0 ? [] : [...range(trie.firstValue[node]!, trie.firstValue[node + 1]!)];
          const wanted = text === "" ? [] : [...texts.keys()].filter((index) => texts[index] === text);
          expect(numbers.map((number) => order[number])).toEqual(wanted);
          expect(trie.get(text)).toBe(numbers[0] ?? -1);
        }
      }),
    );
  });

  it("says by `may` and `goesOn` no less than there is", () => {
    const trie = new Trie(compileTrie(["あい", "あう"]).columns);
    const a = trie.step(0, "あ".charCodeAt(0));
    expect([trie.may(a, "い".charCodeAt(0)), trie.may(a, "か".charCodeAt(0))]).toEqual([true, false]);
    expect([trie.goesOn(a), trie.goesOn(trie.step(a, "い".charCodeAt(0)))]).toEqual([true, false]);
  });
});

function* range(from: number, to: number): Generator<number> {
  for (let at = from; at < to; at++) yield at;
}
