import { describe, expect, it } from "vitest";
import { openTokenizer } from "../../src/tokenize/load-tokenizer.ts";

const tokenizer = openTokenizer();

describe("Universal Dependencies tags", () => {
  it.each([
    ["彼女は静かな町を歩いた。", "彼女/PRON は/ADP 静か/ADJ な/AUX 町/NOUN を/ADP 歩い/VERB た/AUX 。/PUNCT"],
    ["東京で会議を開催する", "東京/PROPN で/ADP 会議/NOUN を/ADP 開催/VERB する/AUX"],
    ["開催は3日だ", "開催/NOUN は/ADP 3/NUM 日/NOUN だ/AUX"],
    ["しかし、とても寒いのよ", "しかし/CCONJ 、/PUNCT とても/ADV 寒い/ADJ の/PART よ/PART"],
    ["この猫、大きな声！", "この/DET 猫/NOUN 、/PUNCT 大きな/ADJ 声/NOUN ！/PUNCT"],
    ["ああ、A&B😀", "ああ/INTJ 、/PUNCT A/PROPN &/SYM B/NOUN 😀/SYM"],
  ])("%s", (text, expected) => {
    const tagged = Array.from(tokenizer.tokenize(text), ({ surface, upos }) => `${surface}/${upos}`);
    expect(tagged.join(" ")).toBe(expected);
  });
});
