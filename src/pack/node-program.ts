import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { YoronError } from "../model/error.ts";
import { type Elf, readElf } from "./elf.ts";

/** A Node that can be packed. */
export interface NodeProgram {
  readonly path: string;
  readonly elf: Elf;
  /** `v20.20.2`; null for a machine of another kind, where it cannot be asked. */
  readonly version: string | null;
  readonly licence: string;
}

/** What every Linux with glibc has. */
const EVERYWHERE = /^(?:lib(?:c|m|dl|rt|pthread|stdc\+\+|gcc_s|atomic)\.so\.\d+|ld-linux-[a-z0-9_-]+\.so\.\d+)$/;
const OLDEST = 20;
const NEXT = "take bin/node out of nodejs.org's archive for Linux (node-v20…-linux-x64) and name it with --node";

/**
 * Returns a Node that runs alone on another machine. Throws `bad-value` for a script that starts another, for a program of
 * another system, for one that needs libraries which not every Linux has, and for one whose licence is nowhere.
 */
export async function nodeProgram(path: string, licence?: string): Promise<NodeProgram> {
  const elf = readElf(await read(path));
  if (elf === null) throw refused("no program for 64-bit Linux:", path);
  const lacking = elf.libraries.filter((library) => !EVERYWHERE.test(library));
  if (lacking.length > 0) throw refused(`a Node that needs ${lacking.join(", ")} runs on no other machine:`, path);
  return { path, elf, version: await versionOf(path, elf), licence: await licenceOf(path, licence) };
}

async function versionOf(path: string, { machine }: Elf): Promise<string | null> {
  if (process.platform !== "linux" || machine !== process.arch) return null;
  const version = await promisify(execFile)(path, ["--version"], { timeout: 20_000 }).then(
    ({ stdout }) => stdout.trim(),
    () => "",
  );
  const [, major] = /^v(\d+)\.\d+\.\d+/.exec(version) ?? [];
  if (major === undefined) throw refused("no Node, by what it answers to --version:", path);
  if (Number(major) < OLDEST) throw refused(`Node ${version} is older than ${OLDEST}:`, path);
  return version;
}

/** Returns the text of Node's licence, which lies beside it in every archive and package of it. */
async function licenceOf(node: string, given: string | undefined): Promise<string> {
  const folder = dirname(node);
  const beside = ["../LICENSE", "LICENSE", "../share/doc/nodejs/LICENSE", "../share/doc/nodejs/copyright"];
  for (const path of given === undefined ? beside.map((file) => join(folder, file)) : [given]) {
    const text = await readFile(path, "utf8").catch(() => null);
    if (text?.includes("Node.js")) return text;
    if (given !== undefined) throw refused("no licence of Node.js:", given, "name its file LICENSE");
  }
  throw refused("no licence lies beside Node:", node, "name its file LICENSE with --node-licence");
}

async function read(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException;
    throw new YoronError({ code: "unreadable", what: `cannot read the file (${code}):`, value: path, cause });
  }
}

function refused(what: string, value: string, next = NEXT): YoronError {
  return new YoronError({ code: "bad-value", what, value, next });
}
