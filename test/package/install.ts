import { execFile } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";

const exec = promisify(execFile);
const root = resolve(import.meta.dirname, "../..");

/** The packed package and an empty folder in which it is installed, as somebody else has it. */
export interface Installed {
  readonly tarball: string;
  readonly folder: string;
  readonly bytes: number;
  /** Addresses from which npm took packages. */
  readonly addresses: readonly string[];
  /** Packages that would run a script at installation. */
  readonly scripted: readonly string[];
  /** Runs a program there; its output. */
  run(command: string, ...args: string[]): Promise<string>;
  remove(): void;
}

/** Packs the built package and installs the file into an empty folder with `npm i` alone, scripts not run. */
export async function packAndInstall(): Promise<Installed> {
  const away = mkdtempSync(join(tmpdir(), "yoron-package-"));
  await exec("npm", ["pack", "--ignore-scripts", "--pack-destination", away], { cwd: root });
  const tarball = join(away, readdirSync(away).find((file) => file.endsWith(".tgz"))!);
  const folder = join(away, "project");
  await exec("mkdir", [folder]);
  writeFileSync(join(folder, "package.json"), '{"name":"somebody","private":true,"type":"module"}\n');
  const calm = ["--prefer-offline", "--no-audit", "--no-fund", "--ignore-scripts"];
  await exec("npm", ["install", ...calm, "--omit-lockfile-registry-resolved=false", tarball], { cwd: folder });
  const lock = JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")) as {
    packages: Record<string, { resolved?: string; hasInstallScript?: boolean }>;
  };
  const packages = Object.entries(lock.packages);
  return {
    tarball,
    folder,
    bytes: statSync(tarball).size,
    addresses: packages.flatMap(([, { resolved }]) => (resolved?.startsWith("http") ? [resolved] : [])),
    scripted: packages.flatMap(([name, { hasInstallScript }]) => (hasInstallScript === true ? [name] : [])),
    run: async (command, ...args) => {
      const { stdout } = await exec(command, args, { cwd: folder, maxBuffer: 1 << 26 });
      return stdout;
    },
    remove: () => rmSync(away, { recursive: true, force: true }),
  };
}
