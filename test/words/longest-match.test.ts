import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileWords, LongestMatch } from "../../src/words/longest-match.ts";

describe("LongestMatch", () => {
  const word = fc.string({ unit: fc.constantFrom("a", "あ", "京", "\uffff"), maxLength: 4 });
  it("finds the longest accepted word at a place, as a search through all words does", () => {
    fc.assert(
      fc.property(
        fc.array(word),
        fc.string({ unit: fc.constantFrom("a", "あ", "京", "\uffff") }),
        fc.nat(6),
        (names, text, odd) => {
          const trie = new LongestMatch(compileWords(names.map((name, i) => [name, i] as const)));
          const accepts = (end: number) => end % 7 !== odd;
          for (let at = 0; at <= text.length; at++) {
            const fitting = names.filter(
              (name) => name !== "" && text.startsWith(name, at) && accepts(at + name.length),
            );
            const longest = fitting.sort((a, b) => b.length - a.length)[0];
            expect(trie.longest(text, at, accepts)).toBe(longest === undefined ? -1 : names.indexOf(longest));
            if (longest !== undefined) expect(trie.matchEnd).toBe(at + longest.length);
          }
          for (const name of names) expect(trie.get(name)).toBe(name === "" ? -1 : names.indexOf(name));
        },
      ),
    );
  });
});
