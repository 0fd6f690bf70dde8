import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { seededRandom } from "../../src/measure/random.ts";
import { MAIN } from "../cli/run.ts";

/** Returns what a folder holds, each file by its hash; what is hidden is not finished. */
export function bytesOf(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: "utf8" })
      .filter((file) => !file.startsWith(".") && statSync(join(folder, file)).isFile())
      .sort()
      .map((file) => [
        file,
        createHash("sha256")
          .update(readFileSync(join(folder, file)))
          .digest("hex"),
      ]),
  );
}

/** What came of a run of the built command. */
export interface Ended {
  readonly status: number | null;
  readonly stderr: string;
}

/** Starts the built command; `ended` is what came of it. */
export function start(args: readonly string[]): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ["ignore", "ignore", "pipe"] });
  let stderr = "";
  child.stderr?.on("data", (piece: Buffer) => {
    stderr += piece.toString();
  });
  const ended = new Promise<Ended>((resolve) => child.on("close", (status) => resolve({ status, stderr })));
  return { child, ended };
}

/** How many kills met a build at work, and what was wrong. */
export interface Killed {
  readonly met: number;
  readonly faults: readonly string[];
}

/**
 * Builds a corpus and kills the process at random moments, again and again, until it was met so often; then lets it end. After
 * each kill the corpus is what it was before (`whole` tells it of a manifest), or there is none; in the end it is `expected`.
 */
export async function killBuilds(
  args: readonly string[],
  folder: string,
  {
    kills,
    seed,
    longest,
    known,
  }: { readonly kills: number; readonly seed: number; readonly longest: number; readonly known: ReadonlySet<string> },
): Promise<Killed> {
  const random = seededRandom(seed);
  const faults: string[] = [];
  let met = 0;
  for (let run = 0; run < kills * 4 && met < kills; run++) {
    const { child, ended } = start(args);
    const timer = setTimeout(() => child.kill("SIGKILL"), random() * longest);
    const { status, stderr } = await ended;
    clearTimeout(timer);
    if (status === null) met++;
    else if (status !== 0) faults.push(`run ${run} ended with ${status}: ${stderr}`);
    const manifest = join(folder, "manifest.json");
    if (!existsSync(manifest)) continue;
    const text = readFileSync(manifest, "utf8");
    if (!known.has(text)) faults.push(`run ${run} left a manifest that nobody wrote as a whole`);
    for (const [file, sha256] of partsIn(text)) {
      const found = existsSync(join(folder, file))
        ? createHash("sha256")
            .update(readFileSync(join(folder, file)))
            .digest("hex")
        : "none";
      if (found !== sha256) faults.push(`run ${run} left ${file} as ${found}`);
    }
    // It got through: what is built anew next is all of it.
    if (status === 0) break;
  }
  return { met, faults };
}

/** Returns the parts that a manifest names, with their hashes. */
function partsIn(manifest: string): readonly (readonly [string, string])[] {
  const { groups } = JSON.parse(manifest) as { groups: { parts: Record<string, { file: string; sha256: string }> }[] };
  return groups.flatMap(({ parts }) => Object.values(parts).map(({ file, sha256 }) => [file, sha256] as const));
}
