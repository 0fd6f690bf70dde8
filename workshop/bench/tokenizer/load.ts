import { openTokenizer } from "../../../src/tokenize/load-tokenizer.ts";
import { kuromojiTokenizer } from "./kuromoji.ts";

const start = performance.now();
const kept = process.argv[2] === "own" ? openTokenizer() : await kuromojiTokenizer();
const milliseconds = performance.now() - start;
console.log(JSON.stringify({ milliseconds, resident: process.memoryUsage().rss, kept: typeof kept }));
