import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

interface KuromojiModule {
  builder(options: { dicPath: string }): {
    build(done: (error: Error | null, tokenizer: { tokenize(text: string): { surface_form: string }[] }) => void): void;
  };
}

/** Builds kuromoji.js's tokenizer from its own dictionary files. */
export function kuromojiTokenizer(): Promise<(text: string) => { surface_form: string }[]> {
  const kuromoji = require("kuromoji") as KuromojiModule; // untyped CommonJS
  const dicPath = join(dirname(require.resolve("kuromoji/package.json")), "dict");
  return new Promise((resolve, reject) => {
    kuromoji.builder({ dicPath }).build((error, tokenizer) => {
      if (error) reject(error);
      else resolve((text) => tokenizer.tokenize(text));
    });
  });
}
