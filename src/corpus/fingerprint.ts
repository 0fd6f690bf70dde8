import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { readSource } from "../read/read.ts";
import type { Words } from "./pool.ts";

/** What of an entity model decides its results. */
const MODEL_FILES = ["model.onnx", "vocab.txt", "config.json", "tokenizer_config.json", "labels.tsv"];

/**
 * Returns a hash that tells one set of own words from another by their content, so that what was done with others is
 * not taken for it.
 */
export async function fingerprint({
  userDictionary,
  lexicons = [],
  gazetteers = [],
  entities,
  tuned,
}: Words): Promise<string> {
  const own = typeof userDictionary === "string" ? [...(await readSource(userDictionary))] : (userDictionary ?? null);
  const words = tuned === undefined ? [own, lexicons, gazetteers] : [own, lexicons, gazetteers, tuned];
  const hash = createHash("sha256").update(JSON.stringify(words));
  if (entities !== undefined) {
    for (const name of MODEL_FILES) {
      const path = join(entities.model, name);
      if (existsSync(path)) hash.update(name).update(await readSource(path));
    }
  }
  return hash.digest("hex");
}
