import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { packageRoot } from "../model/data-folder.ts";
import { checkOptions, YoronError } from "../model/error.ts";
import { version } from "../version.ts";
import { type NodeProgram, nodeProgram } from "./node-program.ts";
import { type TarFile, tarOf } from "./tar.ts";

/** Options of {@link sparkArchive}. */
export interface SparkArchiveOptions {
  /** The Node that is packed: by default the one that runs. */
  readonly node?: string;
  /** The file of its licence: by default the one that lies beside it. */
  readonly nodeLicence?: string;
}

/** A file of the archive as its manifest tells it. */
export interface PackedFile {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What an archive says of itself, in its `manifest.json`. */
export interface SparkManifest {
  readonly schema: "yoron/spark@1";
  readonly version: string;
  /** Of which machines it is, as Node names them: `linux-x64`. */
  readonly platform: string;
  /** Node's version (null where it could not be asked), what it needs of a machine, the oldest glibc that has it. */
  readonly node: {
    readonly version: string | null;
    readonly libraries: readonly string[];
    readonly glibc: string | null;
  };
  readonly files: readonly PackedFile[];
}

/** An archive that is made while it is read. */
export interface SparkArchive {
  readonly manifest: SparkManifest;
  /** Its bytes, a gzip of a tar; each time they are asked for they are the same. */
  readonly content: () => AsyncGenerator<Uint8Array, void, undefined>;
}

/** What of the package goes into the archive, and what of that does not. */
const PACKED = [
  "CHANGELOG.md",
  "LICENSE",
  "data",
  "dist",
  "package.json",
  "python/pyproject.toml",
  "python/yoron_spark",
];
const LEFT_OUT =
  /^(?:data\/(?:training|pages)|dist\/types)\/|^dist\/(?:danfo\.js|sbom\.cdx\.json)$|\/__pycache__\/|\.pyc$/;

/**
 * Returns the archive that Spark unpacks on each machine: Node, this package's bundles and data, the Python package, all licences,
 * and a manifest with the checksum of each file. The bytes are the same for the same package and Node.
 *
 * Throws `bad-value` for a Node that would not run elsewhere, `missing-resource` where the package is not built.
 *
 * @example
 * const { manifest, content } = await sparkArchive();
 * manifest.platform; // "linux-x64"; await pipeline(content(), createWriteStream("yoron-spark.tar.gz"))
 */
export async function sparkArchive(options: SparkArchiveOptions = {}): Promise<SparkArchive> {
  checkOptions(options, ["node", "nodeLicence"], "sparkArchive");
  const { node: path = process.execPath, nodeLicence } = options;
  const node = await nodeProgram(path, nodeLicence);
  const root = packageRoot();
  const files: TarFile[] = [];
  const told: PackedFile[] = [];
  const sources = [...(await packageFiles(root)), ...nodeFiles(node)].sort((a, b) => (a.path < b.path ? -1 : 1));
  for (const { path, read, executable = false } of sources) {
    const bytes = await read();
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    told.push({ path, bytes: bytes.length, sha256 });
    files.push({ path, size: bytes.length, executable, read: () => unchanged(path, sha256, read) });
  }
  const manifest: SparkManifest = {
    ...{ schema: "yoron/spark@1", version, platform: `linux-${node.elf.machine}` },
    node: { version: node.version, libraries: node.elf.libraries, glibc: node.elf.glibc },
    files: told,
  };
  const head = text("manifest.json", `${JSON.stringify(manifest, null, 1)}\n`);
  return { manifest, content: () => gzipped([head, ...files]) };
}

interface Source {
  readonly path: string;
  readonly executable?: boolean;
  readonly read: () => Promise<Uint8Array>;
}

async function packageFiles(root: string): Promise<Source[]> {
  const paths = (await Promise.all(PACKED.map((path) => filesUnder(root, path)))).flat();
  if (!paths.includes("dist/cli/main.js") || !paths.includes("python/yoron_spark/worker.py"))
    throw new YoronError({
      code: "missing-resource",
      what: "the package is not whole:",
      value: root,
      next: "reinstall yoron, or run `npm run build` in a checkout",
    });
  return paths
    .filter((path) => !LEFT_OUT.test(path))
    .map((path) => ({ path, executable: path === "dist/cli/main.js", read: () => readFile(join(root, path)) }));
}

/** Returns the files in a folder, or the file itself; nothing where there is neither. */
async function filesUnder(root: string, path: string): Promise<string[]> {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch((error: NodeJS.ErrnoException) =>
    error.code === "ENOTDIR" ? null : [],
  );
  if (entries === null) return [path];
  const inner = entries.filter((entry) => entry.isDirectory() || entry.isFile());
  return (await Promise.all(inner.map(({ name }) => filesUnder(root, `${path}/${name}`)))).flat();
}

function nodeFiles({ path, licence }: NodeProgram): Source[] {
  const { read } = text("", licence);
  return [
    { path: "bin/node", executable: true, read: () => readFile(path) },
    { path: "licences/node/LICENSE", read },
  ];
}

function text(path: string, content: string): TarFile {
  const bytes = new TextEncoder().encode(content);
  return { path, size: bytes.length, executable: false, read: () => Promise.resolve(bytes) };
}

/** Returns the bytes of a file; throws where they are no longer those that the manifest tells. */
async function unchanged(path: string, sha256: string, read: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const bytes = await read();
  if (createHash("sha256").update(bytes).digest("hex") === sha256) return bytes;
  throw new YoronError({
    code: "unreadable",
    what: "the file changed while it was packed:",
    value: path,
    next: "pack again",
  });
}

async function* gzipped(files: readonly TarFile[]): AsyncGenerator<Uint8Array, void, undefined> {
  const gzip = createGzip();
  const written = pipeline(Readable.from(tarOf(files)), gzip);
  // Its error comes out of the loop below too, where somebody listens.
  written.catch(() => {});
  yield* gzip as AsyncIterable<Uint8Array>;
  await written;
}
