import { YoronError } from "../model/error.ts";

/** A file of an archive; its bytes are asked for when their turn comes. */
export interface TarFile {
  readonly path: string;
  readonly size: number;
  readonly executable: boolean;
  readonly read: () => Promise<Uint8Array>;
}

const BLOCK = 512;

/**
 * Returns the bytes of an archive (POSIX ustar) of files in the order given: the same for the same files, since owner, rights
 * and times are always the same, and whole in any program that unpacks tar. Throws for a path that the format cannot hold, and
 * for a file whose size is another than was said.
 */
export async function* tarOf(files: Iterable<TarFile>): AsyncGenerator<Uint8Array, void, undefined> {
  for (const file of files) {
    yield header(file);
    const bytes = await file.read();
    if (bytes.length !== file.size)
      throw new YoronError({
        code: "unreadable",
        what: "the file changed while it was packed:",
        value: file.path,
        next: "pack again",
      });
    yield bytes;
    const over = bytes.length % BLOCK;
    if (over > 0) yield new Uint8Array(BLOCK - over);
  }
  yield new Uint8Array(2 * BLOCK);
}

function header({ path, size, executable }: TarFile): Uint8Array {
  const block = new Uint8Array(BLOCK);
  const put = (text: string, at: number) => block.set(new TextEncoder().encode(text), at);
  const octal = (value: number, at: number, width: number) =>
    put(`${value.toString(8).padStart(width - 1, "0")}\0`, at);
  const { prefix, name } = splitPath(path);
  put(name, 0);
  octal(executable ? 0o755 : 0o644, 100, 8);
  // Owner and group are root's, the time is the beginning of 1980, before which some programs know no time.
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(315532800, 136, 12);
  put("0", 156);
  put("ustar\x0000", 257);
  put(prefix, 345);
  // The sum is made with blanks where it will stand.
  block.fill(0x20, 148, 156);
  put(
    `${block
      .reduce((sum, byte) => sum + byte, 0)
      .toString(8)
      .padStart(6, "0")}\0 `,
    148,
  );
  return block;
}

/** Returns a path in the two fields that the format has for it. */
function splitPath(path: string): { readonly prefix: string; readonly name: string } {
  const length = (text: string) => new TextEncoder().encode(text).length;
  if (length(path) <= 100) return { prefix: "", name: path };
  for (let at = path.lastIndexOf("/"); at > 0; at = path.lastIndexOf("/", at - 1)) {
    const [prefix, name] = [path.slice(0, at), path.slice(at + 1)];
    if (length(name) <= 100 && length(prefix) <= 155) return { prefix, name };
  }
  throw new YoronError({ code: "bad-value", what: "a path too long for an archive:", value: path });
}
