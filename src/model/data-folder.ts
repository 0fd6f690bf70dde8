import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { YoronError } from "./error.ts";

/** A reader of files of the package's data, named relative to its root: `data/lexicons/news.tsv`. */
export interface DataReader {
  text(path: string): string;
  bytes(path: string): Uint8Array;
}

/**
 * Returns the root of the installed package, found by walking up from this module, so that sources and bundles share
 * it.
 */
export function packageRoot(from: string = dirname(fileURLToPath(import.meta.url))): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const manifest = join(folder, "package.json");
    if (existsSync(manifest) && JSON.parse(readFileSync(manifest, "utf8")).name === "yoron") return folder;
    if (dirname(folder) === folder) {
      throw new YoronError({ code: "missing-resource", what: "cannot find the yoron package above", value: from });
    }
  }
}

/** Returns a {@link DataReader} over a folder, the package's own by default. */
export function dataReader(root: string = packageRoot()): DataReader {
  const read = (path: string): Uint8Array => {
    try {
      return readFileSync(join(root, path));
    } catch (cause) {
      throw new YoronError({
        code: "missing-resource",
        what: "cannot read the data file",
        value: path,
        next: "reinstall yoron, or run `npm run build` in a checkout",
        cause,
      });
    }
  };
  return { bytes: read, text: (path) => new TextDecoder().decode(read(path)) };
}
