/** Builds what the package ships: bundles, types, the compiled dictionary, the report's browser script. */
import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { build } from "esbuild";
import manifest from "../package.json" with { type: "json" };
import { dictionaryPath } from "../src/tokenize/dictionary/locate.ts";
import { readDictionary } from "../src/tokenize/dictionary/read-dictionary.ts";
import { BUNDLES } from "./bundle/bundles.ts";
import { packagesIn } from "./bundle/packages.ts";
import { sbomOf } from "./bundle/sbom.ts";
import { thirdPartyNotices } from "./bundle/third-party.ts";
import { writeReportAssets } from "./report-assets.ts";

for (const folder of ["dist/types", "dist/report"]) rmSync(folder, { recursive: true, force: true });

const { metafile } = await build(BUNDLES);
// Chunks of earlier builds go last, so that what is running meanwhile still finds its own.
for (const file of existsSync("dist/chunks") ? readdirSync("dist/chunks") : [])
  if (!(`dist/chunks/${file}` in metafile.outputs)) rmSync(`dist/chunks/${file}`);
chmodSync("dist/cli/main.js", 0o755);

// The notebooks import "yoron" as a user would; tslab's compiler does not look a package up in itself.
mkdirSync("notebooks/node_modules", { recursive: true });
rmSync("notebooks/node_modules/yoron", { recursive: true, force: true });
symlinkSync(resolve("."), "notebooks/node_modules/yoron", "junction");

const packages = packagesIn([metafile, await writeReportAssets()]);
writeFileSync("dist/THIRD-PARTY.txt", thirdPartyNotices(packages));
writeFileSync("dist/sbom.cdx.json", sbomOf(packages, manifest));

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
