import { spawnSync } from "node:child_process";

/** Gives the least of five timings of `work`, in milliseconds; the least is what a noisy machine disturbs least. */
export async function bestOfFive(work: () => unknown): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 5; run++) {
    const start = performance.now();
    await work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

/** Runs a program to its end, failing loudly; for timing a whole process from outside. */
export function runProgram(command: string, args: readonly string[], input?: string): string {
  const { status, stdout, stderr, error } = spawnSync(command, args, {
    encoding: "utf8",
    maxBuffer: 1 << 30,
    ...(input === undefined ? {} : { input }),
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}: ${stderr.slice(0, 400)}`);
  return stdout;
}

/** Tells whether a program can be started. */
export function hasProgram(command: string): boolean {
  return spawnSync(command, ["--version"]).error === undefined;
}

/** Prints rows of words in aligned columns. */
export function printRows(rows: readonly (readonly string[])[]): void {
  const widths = rows.reduce<number[]>((most, row) => row.map((cell, i) => Math.max(most[i] ?? 0, cell.length)), []);
  for (const row of rows)
    console.log(
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join("  ")
        .trimEnd(),
    );
}
