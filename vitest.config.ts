import { configDefaults, defineConfig } from "vitest/config";
import { slowness } from "./test/patience.ts";

// A limit is there for a test that hangs, and must not fail one that waits for a busy machine.
const factor = slowness();

/** What needs a browser, a kernel, an installed package or processes of its own, or takes long. */
const SLOW = [
  "test/charts/charts.test.ts",
  "test/cli/**/*.test.ts",
  "test/corpus/**/*.test.ts",
  "test/doc-comments.test.ts",
  "test/lint-ratchet.test.ts",
  "test/notebooks/**/*.test.ts",
  "test/package/**/*.test.ts",
  "test/properties/**/*.test.ts",
  "test/read/hostile.test.ts",
  "test/read/shapes/shapes.test.ts",
  "test/report/*.test.ts",
  "test/tables/duckdb.test.ts",
  "test/tables/typed-formats.test.ts",
];

export default defineConfig({
  test: {
    testTimeout: 60_000 * factor,
    hookTimeout: 120_000 * factor,
    env: { YORON_SLOWNESS: String(factor) },
    pool: "forks",
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "quick",
          include: ["test/**/*.test.ts"],
          exclude: [...configDefaults.exclude, ...SLOW],
          // Most of the time goes into loading the same modules for each file anew.
          isolate: false,
        },
      },
      { extends: true, test: { name: "slow", include: SLOW } },
    ],
  },
});
