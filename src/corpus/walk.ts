import { readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";

/** What a browser saves beside a page, and what lies beside pages: pictures, styles, scripts, fonts, sound, archives. */
const NO_PAGE =
  /\.(?:png|jpe?g|gif|webp|avif|svg|ico|bmp|css|js|mjs|map|woff2?|ttf|otf|eot|mp[34]|webm|pdf|zip|gz|docx?|xlsx?|parquet|arrow)$/i;

/**
 * Lists the files behind an input: a file is itself, a folder the pages in it, a glob those that match, sorted.
 *
 * Of a folder those are left out that are no page by their name (pictures, styles, scripts …), what a browser put into
 * `page_files` beside a page, hidden files, and folders that `yoron analyze` wrote. A name that matches nothing is given
 * back as it is, so that reading it tells what is wrong.
 *
 * @example
 * await walk("pages"); // ["pages/a.html", "pages/sub/b.html"]
 */
export async function walk(input: string): Promise<string[]> {
  const found = await stat(input).catch(() => undefined);
  if (found?.isDirectory()) {
    const ignore = ["**/*_files/**", "**/node_modules/**"];
    const files = await glob("**/*", { cwd: input, dot: false, expandDirectories: false, ignore });
    const written = await ownFolders(
      input,
      files.filter((file) => /(?:^|\/)manifest\.json$/.test(file)),
    );
    const inside = (file: string) => written.some((folder) => folder === "." || file.startsWith(`${folder}/`));
    return files
      .filter((file) => !NO_PAGE.test(file) && !inside(file))
      .map((file) => join(input, file))
      .sort();
  }
  if (found !== undefined || /^[a-z]+:\/\//i.test(input) || !isDynamicPattern(input)) return [input];
  const matches = await glob(input, { dot: false, expandDirectories: false, absolute: false });
  return matches.length === 0 ? [input] : matches.sort();
}

/** Folders whose manifest says that Yoron wrote them. */
async function ownFolders(root: string, manifests: readonly string[]): Promise<readonly string[]> {
  const folders: string[] = [];
  for (const file of manifests) {
    const text = await readFile(join(root, file), "utf8").catch(() => "");
    if (text.includes('"yoron/manifest@')) folders.push(dirname(file));
  }
  return folders;
}
