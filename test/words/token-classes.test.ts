import { beforeAll, describe, expect, it } from "vitest";
import type { Tokenizer } from "../../src/model/tokens.ts";
import { loadTokenizer } from "../../src/tokenize/load-tokenizer.ts";
import { Is } from "../../src/words/token-bits.ts";
import { TokenClasses } from "../../src/words/token-classes.ts";
import { isName, isNominal, W } from "../../src/words/word-class.ts";

let tokenizer: Tokenizer;
beforeAll(async () => {
  tokenizer = await loadTokenizer();
});

describe("the classes of tokens", () => {
  const classes = new TokenClasses();
  it.each([
    ["走った", 0, W.VERB, Is.verb | Is.inflected | Is.continuative],
    ["会議を", 0, W.ACTION, Is.noun | Is.sahen],
    ["会議を", 1, W.CASE, Is.particle | Is.case],
    ["来ると言う", 1, W.QUOTING, Is.particle],
    ["それは", 0, W.PRONOUN, Is.noun],
    ["大阪で", 0, W.PLACE, Is.noun | Is.propername],
    ["三つ、", 1, W.COMMA, Is.symbol | Is.comma],
    ["行けば", 0, W.VERB, Is.verb | Is.inflected | Is.hypothetical],
  ] as const)("of %s, token %d", (text, row, word, bits) => {
    const tokens = tokenizer.tokenize(text);
    expect([classes.word(tokens, row), classes.bits(tokens, row)]).toEqual([word, bits]);
    // What was learned is what is answered the next time.
    expect([classes.word(tokens, row), classes.bits(tokens, row)]).toEqual([word, bits]);
  });

  it("hold more parts of speech than were foreseen", () => {
    const tokens = tokenizer.tokenize("走った");
    const far = new Proxy(tokens, {
      get: (target, name) => {
        if (name === "posId") return () => 5000;
        const value = Reflect.get(target, name);
        return typeof value === "function" ? value.bind(target) : value;
      },
    });
    expect(new TokenClasses().word(far, 0)).toBe(W.VERB);
  });

  it("tell nouns and names", () => {
    expect([W.NOUN, W.TIME, W.STATE, W.PLACE].map(isNominal)).toEqual([true, true, true, true]);
    expect([W.VERB, W.FORMAL, W.CASE].map(isNominal)).toEqual([false, false, false]);
    expect([W.PERSON, W.NAME, W.NOUN].map(isName)).toEqual([true, true, false]);
  });
});
