import { spawnSync } from "node:child_process";
import { MAIN, type Run } from "./run.ts";

/** Functions of `node:fs/promises` that the built command changes the world by, or learns of it. */
type Call = "readFile" | "rename" | "writeFile" | "rm";

/** A moment of a run: the nth call of a function whose paths, in a line, match a pattern. */
export interface Moment {
  readonly call: Call;
  readonly paths: RegExp;
  readonly nth?: number;
  /** What happens then, as code over `fs` and `path` (the first path of the call); with a signal the call never ends. */
  readonly act?: string;
  readonly signal?: NodeJS.Signals;
}

/** What a run gave that something happened to. */
export interface RunTo extends Run {
  readonly signal: NodeJS.Signals | null;
}

/**
 * Runs the built command, in the middle of which something happens: at a certain call, whatever the machine has else to do, and not
 * after a certain time.
 */
export function yoronUntil(
  args: readonly string[],
  { call, paths, nth = 1, act = "", signal }: Moment,
  env = {},
): RunTo {
  const kill =
    signal === undefined
      ? ""
      : `process.kill(process.pid, "${signal}"); setInterval(() => {}, 1_000); return new Promise(() => {});`;
  const code = `
    import fs from "node:fs";
    import promises from "node:fs/promises";
    import { syncBuiltinESMExports } from "node:module";
    const { ${call}: call } = promises;
    let met = 0;
    promises.${call} = (...given) => {
      const [path] = given;
      const isMet = given.slice(0, 2).filter((one) => typeof one === "string").join("\\n");
      if (${paths}.test(isMet) && ++met === ${nth}) { ${act}; ${kill} }
      return call(...given);
    };
    syncBuiltinESMExports();`;
  const hook = `data:text/javascript,${encodeURIComponent(code)}`;
  const {
    status,
    stdout,
    stderr,
    signal: by,
  } = spawnSync(process.execPath, ["--import", hook, MAIN, ...args], {
    env: { ...process.env, LC_ALL: "C", ...env },
    encoding: "utf8",
  });
  return { status, stdout, stderr, signal: by };
}
