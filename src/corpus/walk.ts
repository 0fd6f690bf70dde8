import { stat } from "node:fs/promises";
import { join } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";

/**
 * Lists the files behind an input: a file is itself, a folder all files in it, a glob those that match, sorted.
 *
 * A name that matches nothing is given back as it is, so that reading it tells what is wrong.
 *
 * @example
 * await walk("pages"); // ["pages/a.html", "pages/sub/b.html"]
 */
export async function walk(input: string): Promise<string[]> {
  const found = await stat(input).catch(() => undefined);
  if (found?.isDirectory()) {
    const files = await glob("**/*", { cwd: input, dot: false, expandDirectories: false });
    return files.map((file) => join(input, file)).sort();
  }
  if (found !== undefined || /^[a-z]+:\/\//i.test(input) || !isDynamicPattern(input)) return [input];
  const matches = await glob(input, { dot: false, expandDirectories: false, absolute: false });
  return matches.length === 0 ? [input] : matches.sort();
}
