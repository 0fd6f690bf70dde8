/** Prints generated comments, one JSON object a line with id, discussion and text: `npx tsx workshop/bench/big-page/print-comments.ts [COUNT [SEED]]`. */
import { generatedThread } from "./thread.ts";

/** So many comments stand under one article. */
const THREAD = 500;
const [count = "20000", seed = "1"] = process.argv.slice(2);
let id = 0;
let lines = "";
for (const { text } of generatedThread(Number(count), Number(seed))) {
  lines += `${JSON.stringify({ id, discussion: `d${Math.floor(id / THREAD)}`, text })}\n`;
  id++;
}
process.stdout.write(lines);
