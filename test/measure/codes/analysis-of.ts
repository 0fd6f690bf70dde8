import { analyze } from "../../../src/analyze.ts";
import type { Analysis } from "../../../src/model/analysis.ts";
import { readAll } from "../../../src/read/read.ts";
import { loadResources } from "../../../src/resources.ts";

const resources = await loadResources();

/** Returns the tokens and sentences of comments, without any layer; attributes stand beside the words. */
export function analysisOf(
  comments: readonly (string | { readonly text: string; readonly [attribute: string]: string })[],
): Analysis {
  const rows = comments.map((one, i) => ({ id: `x${i}`, ...(typeof one === "string" ? { text: one } : one) }));
  const [discussion] = [...readAll(JSON.stringify(rows))];
  return analyze(discussion!, resources, { layers: [] });
}
