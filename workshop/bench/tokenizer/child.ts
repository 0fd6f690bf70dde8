import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Milliseconds to load a tokenizer in a fresh process, and the process's resident memory after it. */
export interface LoadCost {
  readonly milliseconds: number;
  readonly resident: number;
}

/** Loads a tokenizer in a process of its own. */
export function measureInChild(which: "own" | "kuromoji"): LoadCost {
  const script = fileURLToPath(new URL("load.ts", import.meta.url));
  const { stdout } = spawnSync(process.execPath, ["--import", "tsx", script, which], { encoding: "utf8" });
  return JSON.parse(stdout) as LoadCost; // written by load.ts
}
