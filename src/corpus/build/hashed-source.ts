import { createHash } from "node:crypto";
import { createReadStream, type ReadStream } from "node:fs";
import { YoronError } from "../../model/error.ts";
import { cannotRead } from "../../read/cannot-read.ts";

/** A file that is read once from its beginning to its end, and hashed as it is read. */
export interface HashedSource {
  readonly path: string;
  /** Its bytes, piece by piece; who begins again goes on where the last stopped. */
  pieces(): AsyncGenerator<Uint8Array, void, undefined>;
  /** Returns the SHA-256 of the very bytes that were given, having read the rest; throws `unreadable`. */
  sha256(): Promise<string>;
  /** Closes it, read to its end or not. */
  close(): void;
}

/** Bytes that are read at a time. */
const PIECE = 1 << 20;

/** Returns a file, to be read once; it is opened when its first bytes are asked for. */
export function hashedSource(path: string): HashedSource {
  const hash = createHash("sha256");
  let file: ReadStream | null = null;
  let reading: AsyncIterator<Uint8Array> | null = null;
  async function* pieces(): AsyncGenerator<Uint8Array, void, undefined> {
    file ??= createReadStream(path, { highWaterMark: PIECE });
    reading ??= (file as AsyncIterable<Uint8Array>)[Symbol.asyncIterator]();
    for (;;) {
      const { done, value } = await reading.next().catch((cause: unknown) => {
        throw cannotRead(path, cause);
      });
      if (done === true) return;
      hash.update(value);
      yield value;
    }
  }
  let digest: string | null = null;
  return {
    path,
    pieces,
    async sha256() {
      for await (const _ of pieces());
      digest ??= hash.digest("hex");
      return digest;
    },
    close: () => void file?.destroy(),
  };
}

/** Returns the error that says that a source is not what it was when its hash was taken. */
export function changed(path: string): YoronError {
  return new YoronError({
    code: "unreadable",
    what: "the file changed while it was read",
    value: path,
    next: "wait until it is written, and build again",
  });
}
