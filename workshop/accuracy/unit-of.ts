import type { AnalyzedUnit } from "../../src/model/analysis.ts";
import type { Discussion } from "../../src/model/discussion.ts";
import { loadTokenizer } from "../../src/tokenize/load-tokenizer.ts";
import { splitSentences } from "../../src/tokenize/sentences/split-sentences.ts";

/** Makes units and the smallest discussions around texts, for the scripts that score annotators one by one. */
export async function unitMaker() {
  const tokenizer = await loadTokenizer();
  const unitOf = (text: string, id = "article"): AnalyzedUnit => {
    const tokens = tokenizer.tokenize(text);
    return { id, text, date: null, tokens, sentences: splitSentences(tokens) };
  };
  const discussionOf = (
    article: string,
    comments: readonly { text: string; replyTo: string | null }[],
  ): Discussion => ({
    schema: "yoron/discussion@1",
    id: "gold",
    source: { path: null, format: "gold", encoding: null, sha256: "", notes: [] },
    article: {
      title: "",
      category: null,
      author: null,
      url: null,
      published: null,
      text: article,
      links: [],
      ruby: [],
      notes: [],
    },
    comments: comments.map(({ text, replyTo }, order) => ({
      id: `c${order + 1}`,
      sourceId: null,
      order,
      replyTo,
      depth: replyTo === null ? 0 : 1,
      author: null,
      posted: null,
      reactions: {},
      attributes: {},
      text,
      links: [],
      ruby: [],
      notes: [],
    })),
    furniture: [],
  });
  return { unitOf, discussionOf };
}
