import { readFile, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { listFolder } from "./list-folder.ts";

/**
 * What a browser saves beside a page, and what lies beside pages: pictures, styles, scripts, fonts, sound, archives, gzipped
 * too; and what Excel puts beside a workbook that is open (`~$book.xlsx`).
 */
const NO_PAGE =
  /\.(?:png|jpe?g|gif|webp|avif|svg|ico|bmp|css|js|mjs|map|woff2?|ttf|otf|eot|mp[34]|webm|pdf|zip|tar|tgz|docx?)(?:\.gz)?$|(?:^|\/)~\$[^/]*$/i;

/** What a run of `yoron analyze` that was broken off has kept; the manifest that would tell comes last. */
const PART = /(?:^|\/)parts\/[0-9a-f]{32}\.json$/;

/** Why a file of a folder is no input. */
export type PassedOverReason =
  /** By its name it is no page: a picture, a style, a script … */
  | "no-page"
  /** Its name begins with a dot, or a system hides it; of a folder, all in it. */
  | "hidden"
  /** A browser put it beside a page, into `page_files`. */
  | "beside-page"
  /** It lies in a folder that `yoron analyze` wrote, or in a corpus. */
  | "written"
  /** A folder of installed packages. */
  | "packages";

/** A file of a folder that is no input. */
export interface PassedOver {
  readonly path: string;
  readonly reason: PassedOverReason;
  /** What it is counted under: its name's end (`.png`), or the name of the folder for which it is passed over. */
  readonly group: string;
}

/** The files behind an input, and what is none of them. */
export interface InputList {
  readonly files: readonly string[];
  readonly passedOver: readonly PassedOver[];
}

/**
 * Returns the files behind an input: a file is itself, a folder the pages in it, a glob those that match, sorted.
 *
 * Of a folder those are left out that are no page by their name (pictures, styles, scripts …), what a browser put into
 * `page_files` beside a page, hidden files, folders that `yoron analyze` wrote, and corpora; {@link listInputs} tells which. A
 * name that matches nothing and a folder that cannot be listed are given back as they are, so that reading them tells
 * what is wrong.
 *
 * @example
 * await walk("pages"); // ["pages/a.html", "pages/sub/b.html"]
 */
export async function walk(input: string): Promise<string[]> {
  return [...(await listInputs(input)).files];
}

/**
 * Returns the files behind an input as {@link walk} does, and with them what was passed over, and why.
 *
 * @example
 * (await listInputs("pages")).passedOver; // [{ path: "pages/logo.png", reason: "no-page", group: ".png" }]
 */
export async function listInputs(input: string): Promise<InputList> {
  const found = await stat(input).catch(() => undefined);
  if (found?.isDirectory()) return pagesOf(input);
  if (found !== undefined || /^[a-z]+:\/\//i.test(input)) return { files: [input], passedOver: [] };
  const { glob, isDynamicPattern } = await import("tinyglobby");
  if (!isDynamicPattern(input)) return { files: [input], passedOver: [] };
  const matches = await glob(input, { dot: false, expandDirectories: false, absolute: false });
  return { files: matches.length === 0 ? [input] : matches.sort(), passedOver: [] };
}

async function pagesOf(folder: string): Promise<InputList> {
  const { files, hidden, packages, special } = await listFolder(folder);
  const written = await ownFolders(
    folder,
    files.filter((file) => /(?:^|\/)manifest\.json$/.test(file)),
  );
  const passedOver: PassedOver[] = [];
  const pass = (file: string, reason: PassedOverReason, group: string) =>
    passedOver.push({ path: join(folder, file), reason, group });
  const pages = files.filter((file) => {
    const beside = file.split("/").find((name, i, names) => i < names.length - 1 && name.endsWith("_files"));
    const ending = NO_PAGE.exec(file)?.[0].toLowerCase();
    const own = written.find((folder) => folder === "." || file.startsWith(`${folder}/`));
    if (beside !== undefined) pass(file, "beside-page", beside);
    else if (own !== undefined) pass(file, "written", own === "." ? basename(folder) : own);
    else if (PART.test(file)) pass(file, "written", dirname(file));
    else if (ending !== undefined) pass(file, "no-page", ending);
    else return true;
    return false;
  });
  for (const file of hidden) pass(file, "hidden", basename(file));
  for (const file of packages) pass(file, "packages", basename(file));
  for (const file of special) pass(file, "no-page", "special file");
  return {
    files: pages.map((file) => join(folder, file)).sort(),
    passedOver: passedOver.sort((a, b) => (a.path < b.path ? -1 : 1)),
  };
}

/** Folders whose manifest says that Yoron wrote them. */
async function ownFolders(root: string, manifests: readonly string[]): Promise<readonly string[]> {
  const folders: string[] = [];
  for (const file of manifests) {
    const text = await readFile(join(root, file), "utf8").catch(() => "");
    if (/"yoron\/(?:manifest|corpus)@/.test(text)) folders.push(dirname(file));
  }
  return folders;
}
