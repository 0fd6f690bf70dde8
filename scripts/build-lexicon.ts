/** Compiles the sentiment lexicons of data/lexicons into dist/data/sentiment.lexicon. */
import { mkdirSync, writeFileSync } from "node:fs";
import { compileTrie } from "../src/annotate/sentiment/lexicon/char-trie.ts";
import { encodeTrie } from "../src/annotate/sentiment/lexicon/compiled.ts";
import { LEXICON_FILES, readLexicons } from "../src/annotate/sentiment/lexicon/read-lexicons.ts";
import { COMPILED_LEXICON } from "../src/annotate/sentiment/resources.ts";
import { dataReader } from "../src/model/data-folder.ts";
import { fingerprintOf } from "../src/model/fingerprint.ts";

const reader = dataReader();
const columns = compileTrie(readLexicons((path) => reader.text(path)));
mkdirSync("dist/data", { recursive: true });
writeFileSync(COMPILED_LEXICON, encodeTrie(columns, fingerprintOf(reader, LEXICON_FILES)));
console.log(`${COMPILED_LEXICON}: ${columns.values.length} entries, ${columns.codes.length} nodes`);
