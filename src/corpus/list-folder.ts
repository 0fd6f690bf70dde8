import { readdir, realpath, stat } from "node:fs/promises";
import { join } from "node:path";

/** What lies under a folder, named relative to it with `/` between names. */
export interface Listing {
  /** Files, and folders that cannot be listed: reading those tells why. */
  readonly files: readonly string[];
  /** Hidden files and folders, which are not looked into. */
  readonly hidden: readonly string[];
  /** Folders of installed packages, which are not looked into. */
  readonly packages: readonly string[];
  /** Pipes, sockets and devices: reading one might never end. */
  readonly special: readonly string[];
}

/** Names that a system hides, or would if it were the one that made them: `.DS_Store`, `Thumbs.db`. */
const HIDDEN = /^(?:\..*|__MACOSX|Thumbs\.db|desktop\.ini)$/i;

interface Folder {
  readonly path: string;
  /** Where it really is, whatever links led to it. */
  readonly real: string;
}

/**
 * Returns what lies under a folder, at any depth. Links are followed, each folder is listed once, and by its own place
 * rather than by that of a link.
 */
export async function listFolder(root: string): Promise<Listing> {
  const files: string[] = [];
  const hidden: string[] = [];
  const packages: string[] = [];
  const special: string[] = [];
  const waiting: Folder[] = [{ path: "", real: await realpath(root).catch(() => root) }];
  const links: Folder[] = [];
  const seen = new Set<string>();
  for (let folder = waiting.pop() ?? links.shift(); folder !== undefined; folder = waiting.pop() ?? links.shift()) {
    if (seen.has(folder.real)) continue;
    seen.add(folder.real);
    const entries = await readdir(join(root, folder.path), { withFileTypes: true }).catch(() => null);
    if (entries === null) {
      files.push(folder.path);
      continue;
    }
    for (const entry of entries) {
      const { name } = entry;
      const path = folder.path === "" ? name : `${folder.path}/${name}`;
      const isLink = entry.isSymbolicLink();
      // What a link leads to decides; one that leads nowhere is a file that cannot be read.
      const kind = isLink ? await stat(join(root, path)).catch(() => null) : entry;
      if (HIDDEN.test(name)) hidden.push(path);
      else if (kind === null || kind.isFile()) files.push(path);
      else if (!kind.isDirectory()) special.push(path);
      else if (name === "node_modules") packages.push(path);
      else if (isLink) links.push({ path, real: await realpath(join(root, path)).catch(() => path) });
      else waiting.push({ path, real: join(folder.real, name) });
    }
    links.sort((a, b) => (a.path < b.path ? -1 : 1));
  }
  return { files, hidden, packages, special };
}
