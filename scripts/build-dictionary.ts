import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { dataReader } from "../src/model/data-folder.ts";
import { compileDictionary } from "../src/tokenize/compile/compile-dictionary.ts";
import { readKuromojiFiles } from "../src/tokenize/compile/kuromoji-files.ts";
import { dictionaryPath } from "../src/tokenize/dictionary/locate.ts";
import { DICTIONARY } from "../src/tokenize/dictionary/sections.ts";
import { pack } from "../src/words/packed.ts";

const data = dataReader();
const file = pack(
  DICTIONARY,
  compileDictionary(readKuromojiFiles(), {
    characters: data.text("data/tokenizer/characters.tsv"),
    categories: data.text("data/tokenizer/categories.tsv"),
    words: data.text("data/tokenizer/words.tsv"),
    frequency: data.text("data/tokenizer/frequency.tsv"),
    order: data.text("data/tokenizer/order.tsv"),
  }),
);
const path = dictionaryPath();
mkdirSync(dirname(path), { recursive: true });
writeFileSync(path, file);
console.error(`${path}: ${(file.length / 1e6).toFixed(1)} MB`);
