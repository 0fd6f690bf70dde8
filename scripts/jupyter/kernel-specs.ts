import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

/** How a kernel is started, and whether it is there. */
export interface KernelSpec {
  readonly name: "deno" | "tslab";
  /** The command line, given the path of the connection file. */
  command(connectionFile: string): readonly string[];
  /** What is missing, or null. */
  missing(): string | null;
}

const require = createRequire(import.meta.url);
const root = resolve(import.meta.dirname, "../..");

/** The kernels that the notebooks run in, both from this project's development dependencies. */
export const kernelSpecs: readonly KernelSpec[] = [
  {
    name: "deno",
    command: (file) => [denoBinary() ?? "deno", "jupyter", "--kernel", "--conn", file],
    missing: () => (denoBinary() === null ? "npm has no deno binary for this machine (package deno)" : null),
  },
  {
    name: "tslab",
    command: (file) => [process.execPath, join(root, "node_modules/tslab/bin/tslab"), "kernel", "--config-path", file],
    missing: () => (existsSync(join(root, "node_modules/tslab/bin/tslab")) ? null : "package tslab is not installed"),
  },
];

/** npm's deno brings its binary in a package for the platform; its own install script only links it. */
function denoBinary(): string | null {
  const { platform, arch } = process;
  const names = [`@deno/${platform}-${arch}`, `@deno/${platform}-${arch}-glibc`];
  for (const name of names) {
    try {
      const folder = require.resolve(`${name}/package.json`).replace(/package\.json$/, "");
      const binary = join(folder, platform === "win32" ? "deno.exe" : "deno");
      if (existsSync(binary)) return binary;
    } catch {
      // Another platform's package.
    }
  }
  return null;
}
