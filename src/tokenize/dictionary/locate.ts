import { join } from "node:path";
import { packageRoot } from "../../model/data-folder.ts";

/** Returns where the compiled dictionary of this package lies, for sources and bundles alike. */
export function dictionaryPath(): string {
  return join(packageRoot(), "dist", "data", "ipadic.dict");
}
