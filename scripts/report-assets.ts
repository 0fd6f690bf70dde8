import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, type Metafile } from "esbuild";
import type { ReportAssets } from "../src/report/assets.ts";
import { themeCss } from "../src/report/theme-css.ts";

const root = join(dirname(fileURLToPath(import.meta.url)), "..");

/** Bundles the report's browser script (with Vega and its interpreter) and its style. */
export async function bundleReportAssets(): Promise<ReportAssets & { readonly metafile: Metafile }> {
  const { outputFiles, metafile } = await build({
    entryPoints: {
      browser: join(root, "src/report/browser/main.ts"),
      style: join(root, "src/report/browser/style.css"),
    },
    outdir: join(root, "dist/report"),
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    platform: "browser",
    target: ["es2022"],
    charset: "utf8",
    legalComments: "none",
    metafile: true,
    logLevel: "error",
  });
  const named = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))!.text.trim();
  return { script: named("browser.js"), style: `${themeCss()}\n${named("style.css")}`, metafile };
}

/** Writes the bundle to `dist/report/`, where `loadReportAssets` finds it; returns what it is made of. */
export async function writeReportAssets(): Promise<Metafile> {
  const { script, style, metafile } = await bundleReportAssets();
  const folder = join(root, "dist/report");
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "browser.js"), script);
  writeFileSync(join(folder, "browser.css"), style);
  return metafile;
}
