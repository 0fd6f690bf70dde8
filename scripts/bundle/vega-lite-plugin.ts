import type { Plugin } from "esbuild";

/**
 * Gives Vega-Lite the four helpers that it imports from `vega` out of `vega-util`, where Vega has them from: to compile a
 * chart the renderer, 800 KB, is neither read nor run.
 */
export const vegaLitePlugin: Plugin = {
  name: "vega-lite",
  setup(build) {
    build.onResolve({ filter: /^vega$/ }, ({ importer, resolveDir }) =>
      /[\\/]node_modules[\\/]vega-lite[\\/]/.test(importer)
        ? build.resolve("vega-util", { kind: "import-statement", importer, resolveDir })
        : undefined,
    );
  },
};
