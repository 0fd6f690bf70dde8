import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a program took. */
export interface Usage {
  /** Of the processor, its own and the system's, all threads together. */
  readonly seconds: number;
  /** Most that was resident. */
  readonly megabytes: number;
}

/** Runs Node with these arguments to its end, and tells what the processor did; fails loudly. */
export function nodeUsage(args: readonly string[]): Usage {
  const folder = mkdtempSync(join(tmpdir(), "yoron-usage-"));
  try {
    const [hook, usage] = [join(folder, "hook.mjs"), join(folder, "usage.json")];
    writeFileSync(
      hook,
      `import { writeFileSync } from "node:fs";
process.on("exit", () => writeFileSync(process.env.YORON_USAGE, JSON.stringify(process.resourceUsage())));`,
    );
    const { status, stderr } = spawnSync(process.execPath, ["--import", hook, ...args], {
      env: { ...process.env, YORON_USAGE: usage },
      maxBuffer: 1 << 30,
    });
    if (status !== 0)
      throw new Error(`node ${args.join(" ")} ended with ${status}: ${stderr.toString().slice(0, 400)}`);
    const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(usage, "utf8")) as NodeJS.ResourceUsage;
    return { seconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1024 };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
