import type { Tokens } from "../../model/tokens.ts";

/** What of IPADIC's part of speech decides the Universal Dependencies tag; the longest prefix wins. */
const byPart: Readonly<Record<string, string>> = {
  形容詞: "ADJ",
  "形容詞,非自立": "AUX",
  "形容詞,接尾": "AUX",
  副詞: "ADV",
  連体詞: "DET",
  接続詞: "CCONJ",
  感動詞: "INTJ",
  フィラー: "INTJ",
  その他: "X",
  助動詞: "AUX",
  動詞: "VERB",
  "動詞,非自立": "AUX",
  "動詞,接尾": "AUX",
  接頭詞: "NOUN",
  名詞: "NOUN",
  "名詞,固有名詞": "PROPN",
  "名詞,代名詞": "PRON",
  "名詞,数": "NUM",
  "名詞,形容動詞語幹": "ADJ",
  "名詞,ナイ形容詞語幹": "NOUN",
  "名詞,非自立,助動詞語幹": "AUX",
  "名詞,特殊,助動詞語幹": "AUX",
  "名詞,接尾,助動詞語幹": "AUX",
  "名詞,接尾,形容動詞語幹": "AUX",
  助詞: "ADP",
  "助詞,接続助詞": "SCONJ",
  "助詞,終助詞": "PART",
  "助詞,副助詞／並立助詞／終助詞": "PART",
  記号: "PUNCT",
  "記号,一般": "SYM",
  "記号,アルファベット": "NOUN",
};

const known = new Map<string, string>();

/** Tells the Universal Dependencies tag of a token from its part of speech. */
export function uposOf(tokens: Tokens, index: number): string {
  const pos = tokens.pos(index);
  let tag = known.get(pos);
  if (tag === undefined) {
    const levels = pos.split(",");
    for (let depth = levels.length; depth > 0 && tag === undefined; depth--)
      tag = byPart[levels.slice(0, depth).join(",")];
    tag ??= "X";
    known.set(pos, tag);
  }
  return tag;
}
