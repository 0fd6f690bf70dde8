import type { BuildOptions } from "esbuild";
import manifest from "../../package.json" with { type: "json" };
import { danfoPlugin } from "./danfo-plugin.ts";
import { vegaLitePlugin } from "./vega-lite-plugin.ts";

/** How the package's bundles are made. */
export const BUNDLES = {
  // The danfo entry carries tfjs and is bundled apart, so that the others stay light.
  entryPoints: {
    index: "src/index.ts",
    danfo: "src/tables/export/danfo.ts",
    duckdb: "src/tables/export/duckdb.ts",
    "cli/main": "src/cli/main.ts",
    "corpus/worker": "src/corpus/worker.ts",
    "corpus/build-worker": "src/corpus/build/worker.ts",
    "annotate-line/worker": "src/annotate-line/worker.ts",
  },
  outdir: "dist",
  bundle: true,
  splitting: true,
  format: "esm",
  platform: "node",
  target: "node20",
  external: Object.keys(manifest.dependencies),
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
  plugins: [danfoPlugin, vegaLitePlugin],
  metafile: true,
  logLevel: "warning",
} as const satisfies BuildOptions;
