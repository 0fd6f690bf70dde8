/**
 * Says which outside sets are here and which are missing, and where these are to be had: `npm run data`.
 *
 * The list is `data.json`. Nothing is fetched; each set goes into the folder that `data.json` names, under its name
 * there. Exit status 1 where one is missing or has other bytes.
 */
import { createHash } from "node:crypto";
import { createReadStream, existsSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { printRows } from "./bench/best.ts";

/** A set that somebody else made. */
interface OutsideSet {
  readonly file: string;
  readonly what: string;
  readonly address: string;
  readonly licence: string;
  readonly sha256: string;
  /** What is trained on it or measured with it. */
  readonly for: readonly string[];
}

const root = resolve(import.meta.dirname, "..");
const list = JSON.parse(readFileSync(resolve(import.meta.dirname, "data.json"), "utf8")) as {
  readonly folder: string;
  readonly sets: readonly OutsideSet[];
};

async function checksum(file: string): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(file), hash);
  return hash.digest("hex");
}

async function stateOf({ file, sha256 }: OutsideSet): Promise<string> {
  const path = resolve(root, list.folder, file);
  if (!existsSync(path)) return "missing";
  return (await checksum(path)) === sha256 ? "here" : "other bytes";
}

const states = await Promise.all(list.sets.map(stateOf));
printRows([["state", "file", "for"], ...list.sets.map((set, i) => [states[i] ?? "", set.file, set.for.join(", ")])]);
const wanting = list.sets.filter((_, i) => states[i] !== "here");
if (wanting.length > 0) {
  console.log(`\nOf ${list.sets.length} sets ${wanting.length} are to be had; they go into ${list.folder}:`);
  for (const { file, what, address, licence } of wanting)
    console.log(`\n${file}\n  ${what}\n  ${address}\n  ${licence}`);
  process.exitCode = 1;
}
