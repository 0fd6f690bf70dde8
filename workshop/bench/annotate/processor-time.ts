import { spawnSync } from "node:child_process";
import { closeSync, openSync } from "node:fs";

/** Returns the processor time of a program and its threads, user and system together, in seconds, as the shell tells it. */
export function processorTime(command: string, args: readonly string[], input: string): number {
  const from = openSync(input, "r");
  const { stderr, status } = spawnSync(
    "bash",
    ["-c", 'TIMEFORMAT="%3U %3S"; time "$@" > /dev/null', "bash", command, ...args],
    { stdio: [from, "ignore", "pipe"], encoding: "utf8" },
  );
  closeSync(from);
  const [, user, system] = /([\d.]+) ([\d.]+)\s*$/.exec(stderr) ?? [];
  if (status !== 0 || user === undefined)
    throw new Error(`${command} ${args.join(" ")} ended with ${status}: ${stderr.slice(0, 400)}`);
  return Number(user) + Number(system);
}

/** Returns the least of so many times: what a noisy machine disturbs least. */
export function leastTime(runs: number, time: () => number): number {
  return Math.min(...Array.from({ length: runs }, time));
}
