/** Builds what the package ships: bundles, types, the compiled dictionary, the report's browser script. */
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "esbuild";
import manifest from "../package.json" with { type: "json" };
import { dictionaryPath } from "../src/tokenize/dictionary/locate.ts";
import { readDictionary } from "../src/tokenize/dictionary/read-dictionary.ts";
import { danfoPlugin } from "./bundle/danfo-plugin.ts";
import { writeThirdPartyNotices } from "./bundle/third-party.ts";
import { writeReportAssets } from "./report-assets.ts";

const external = Object.keys(manifest.dependencies);

// The danfo entry carries tfjs and is bundled apart, so that the others stay light.
const entries = {
  index: "src/index.ts",
  danfo: "src/tables/export/danfo.ts",
  duckdb: "src/tables/export/duckdb.ts",
  "cli/main": "src/cli/main.ts",
  "corpus/worker": "src/corpus/worker.ts",
  "annotate-line/worker": "src/annotate-line/worker.ts",
};

for (const folder of ["dist/types", "dist/report"]) rmSync(folder, { recursive: true, force: true });

const { metafile } = await build({
  entryPoints: entries,
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  external,
  // A third of the time of an import goes into reading its text; names stay for stack traces.
  minifyWhitespace: true,
  minifySyntax: true,
  // An uncaught error shows the line it comes from, which must be no bundle.
  lineLimit: 120,
  chunkNames: "chunks/[name]-[hash]",
  // THIRD-PARTY.txt holds the notices.
  legalComments: "none",
  // Bundled CommonJS (natural, danfojs) asks for node's own modules through require.
  banner: {
    js: `import { createRequire as yoronRequire } from "node:module"; const require = yoronRequire(import.meta.url);`,
  },
  plugins: [danfoPlugin],
  metafile: true,
  logLevel: "warning",
});
// Chunks of earlier builds go last, so that what is running meanwhile still finds its own.
for (const file of existsSync("dist/chunks") ? readdirSync("dist/chunks") : [])
  if (!(`dist/chunks/${file}` in metafile.outputs)) rmSync(`dist/chunks/${file}`);
writeThirdPartyNotices(metafile, "dist/THIRD-PARTY.txt");
chmodSync("dist/cli/main.js", 0o755);

// The notebooks import "yoron" as a user would; tslab's compiler does not look a package up in itself.
mkdirSync("notebooks/node_modules", { recursive: true });
rmSync("notebooks/node_modules/yoron", { recursive: true, force: true });
symlinkSync(resolve("."), "notebooks/node_modules/yoron", "junction");

await writeReportAssets();

const run = (command: string, ...args: string[]) => execFileSync(command, args, { stdio: "inherit" });
// tslab carries a compiler of its own whose bin has the same name.
run("node", "node_modules/typescript/bin/tsc", "-p", "tsconfig.build.json");
if (!hasDictionary() || process.argv.includes("--dictionary")) {
  run("npx", "tsx", "scripts/build-dictionary.ts");
}
run("npx", "tsx", "scripts/build-lexicon.ts");
run("npx", "tsx", "scripts/build-gazetteers.ts");

/** Whether there is a compiled dictionary that this version reads. */
function hasDictionary(): boolean {
  try {
    readDictionary(dictionaryPath());
    return true;
  } catch {
    return false;
  }
}
