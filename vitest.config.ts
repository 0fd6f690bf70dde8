import { configDefaults, defineConfig } from "vitest/config";
import { slowness } from "./test/patience.ts";

// A limit is there for a test that hangs, and must not fail one that waits for a busy machine.
const factor = slowness();

/** What needs a browser, a kernel, an installed package or processes of its own, or takes long. */
const SLOW = [
  "test/cli/**/*.test.ts",
  "test/corpus/**/*.test.ts",
  "test/notebooks/**/*.test.ts",
  "test/package/**/*.test.ts",
  "test/properties/**/*.test.ts",
  "test/read/hostile.test.ts",
  "test/report/browser.test.ts",
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
        test: { name: "quick", include: ["test/**/*.test.ts"], exclude: [...configDefaults.exclude, ...SLOW] },
      },
      { extends: true, test: { name: "slow", include: SLOW } },
    ],
  },
});
