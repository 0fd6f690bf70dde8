import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Metafile } from "esbuild";

const FOLDER = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/;

/** Writes the licences of everything that the bundles carry within them. */
export function writeThirdPartyNotices({ outputs }: Metafile, path: string): void {
  const inputs = Object.values(outputs).flatMap((output) =>
    Object.entries(output.inputs).flatMap(([input, { bytesInOutput }]) => (bytesInOutput > 0 ? [input] : [])),
  );
  const folders = [...new Set(inputs.flatMap((input) => FOLDER.exec(input)?.[0] ?? []))].sort();
  const notices = new Map(folders.map((folder) => noticeOf(folder)));
  const head = "Yoron's bundles carry code of these packages, each under its own licence.\n";
  writeFileSync(path, [head, ...[...notices.values()]].join(`\n${"-".repeat(78)}\n\n`));
}

function noticeOf(folder: string): [string, string] {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(entry));
  const text = file === undefined ? byName(license, author) : readFileSync(join(folder, file), "utf8");
  const notice = existsSync(join(folder, "NOTICE")) ? `\n${readFileSync(join(folder, "NOTICE"), "utf8")}` : "";
  const terms = typeof license === "string" ? license : (license?.type ?? "see below");
  return [`${name}@${version}`, `${name} ${version} (${terms})\n\n${text.trim()}\n${notice}`];
}

/** For packages that name a licence and ship no text of it. */
function byName(license: unknown, author: unknown): string {
  const holder =
    typeof author === "string" ? author : ((author as { name?: string } | undefined)?.name ?? "the authors");
  return `Copyright (c) ${holder}. Distributed under ${String(license)}; the package ships no licence text.`;
}
