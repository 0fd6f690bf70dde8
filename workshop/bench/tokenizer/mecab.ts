import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { closeSync, openSync } from "node:fs";

const dictionary = "/var/lib/mecab/dic/ipadic-utf8";
/** Longer than any line of the corpus; MeCab cuts longer ones. */
const buffer = ["-b", "10000000", "-d", dictionary];

/** Tells whether MeCab and its IPADIC are installed. */
export function mecabFound(): boolean {
  return spawnSync("mecab", ["-d", dictionary], { input: "" }).status === 0;
}

/** MeCab's words of each line, surface, tab and features. */
export function mecabFull(file: string): string[] {
  const { stdout } = spawnSync("mecab", [...buffer, file], { encoding: "utf8", maxBuffer: 2 ** 30 });
  return stdout.split("EOS\n").slice(0, -1);
}

/** Seconds that `mecab -Owakati` takes for a file, its output thrown away. */
export function mecabWakatiSeconds(file: string): number {
  const nothing = openSync("/dev/null", "w");
  const start = performance.now();
  spawnSync("mecab", [...buffer, "-Owakati", file], { stdio: ["ignore", nothing, "inherit"] });
  const seconds = (performance.now() - start) / 1000;
  closeSync(nothing);
  return seconds;
}

/** Seconds that `mecab -Owakati` takes for files, a process each, all at once. */
export async function mecabTogetherSeconds(files: readonly string[]): Promise<number> {
  const start = performance.now();
  await Promise.all(
    files.map((file) => once(spawn("mecab", [...buffer, "-Owakati", file], { stdio: "ignore" }), "close")),
  );
  return (performance.now() - start) / 1000;
}
