/** Compiles the sentiment lexicons of data/lexicons into dist/data/sentiment.lexicon. */
import { mkdirSync, writeFileSync } from "node:fs";
import { encodeLexicon } from "../src/annotate/sentiment/lexicon/compiled.ts";
import { compileLexicon } from "../src/annotate/sentiment/lexicon/lexicon.ts";
import { LEXICON_FILES, readLexicons } from "../src/annotate/sentiment/lexicon/read-lexicons.ts";
import { COMPILED_LEXICON } from "../src/annotate/sentiment/resources.ts";
import { dataReader } from "../src/model/data-folder.ts";
import { fingerprintOf } from "../src/model/fingerprint.ts";
import { loadFolding } from "../src/words/fold.ts";

const reader = dataReader();
const columns = compileLexicon(readLexicons((path) => reader.text(path), loadFolding(reader)));
mkdirSync("dist/data", { recursive: true });
writeFileSync(COMPILED_LEXICON, encodeLexicon(columns, fingerprintOf(reader, LEXICON_FILES)));
console.log(`${COMPILED_LEXICON}: ${columns.values.length} entries, ${columns.codes.length} nodes`);
