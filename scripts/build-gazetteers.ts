/** Compiles the gazetteers of data/gazetteers into dist/data/entities.gazetteers. */
import { mkdirSync, writeFileSync } from "node:fs";
import { buildGazetteers, COMPILED_GAZETTEERS } from "../src/annotate/entities/load-gazetteer.ts";
import { dataReader } from "../src/model/data-folder.ts";

const bytes = buildGazetteers(dataReader());
mkdirSync("dist/data", { recursive: true });
writeFileSync(COMPILED_GAZETTEERS, bytes);
console.log(`${COMPILED_GAZETTEERS}: ${(bytes.length / 1e6).toFixed(1)} MB`);
