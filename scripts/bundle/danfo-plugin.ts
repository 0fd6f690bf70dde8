import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import type { Plugin } from "esbuild";

const require = createRequire(import.meta.url);

/**
 * What stands in for the packages that danfojs-node imports and a data frame never needs: TensorFlow.js with its CPU
 * backend alone for the native one, and nothing for those that fetch pages or read spreadsheets.
 */
const STAND_INS: Readonly<Record<string, string>> = {
  "@tensorflow/tfjs-node": `
    import "@tensorflow/tfjs-backend-cpu";
    import "@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops";
    export * from "@tensorflow/tfjs-core";`,
  request: "module.exports = {};",
  "node-fetch": "module.exports = {};",
  xlsx: "module.exports = {};",
  "plotly.js-dist-min": "module.exports = {};",
};

/** Keeps the bundle of `yoron/danfo` to what data frames need. */
export const danfoPlugin: Plugin = {
  name: "danfo",
  setup(build) {
    build.onResolve(
      { filter: /^(@tensorflow\/tfjs-node|request|node-fetch|xlsx|plotly\.js-dist-min)$/ },
      ({ path }) => ({
        path,
        namespace: "stand-in",
      }),
    );
    // One copy of the core: its parts and the backend must register with the same engine.
    build.onResolve({ filter: /^@tensorflow\/tfjs-(core|backend-cpu)$/ }, ({ path }) => ({
      path: join(dirname(require.resolve(`${path}/package.json`)), "dist/index.js"),
      sideEffects: true,
    }));
    build.onLoad({ filter: /.*/, namespace: "stand-in" }, ({ path }) => ({
      contents: STAND_INS[path] ?? "",
      resolveDir: process.cwd(),
      loader: "js",
    }));
  },
};
