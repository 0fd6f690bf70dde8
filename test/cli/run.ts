import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

export const MAIN = fileURLToPath(new URL("../../dist/cli/main.js", import.meta.url));

/** What a run of the built command gave. */
export interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the built `yoron` as a user would, or as another user of the machine. */
export function yoron(
  args: readonly string[],
  input: string | Uint8Array = "",
  { env = {}, ...user }: { readonly uid?: number; readonly gid?: number; readonly env?: NodeJS.ProcessEnv } = {},
): Run {
  if (!existsSync(MAIN)) throw new Error("dist/cli/main.js is absent: run `npm run build` first");
  const { status, stdout, stderr } = spawnSync("node", [MAIN, ...args], {
    ...user,
    input,
    // What is told must not hang on the locale of who runs the tests.
    env: { ...process.env, LC_ALL: "C", ...env },
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  return { status, stdout, stderr };
}
