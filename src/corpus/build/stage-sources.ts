import { createHash } from "node:crypto";
import { join } from "node:path";
import { YoronError } from "../../model/error.ts";
import type { FailedSource } from "../../tables/export/corpus/manifest.ts";
import type { BuildEvent } from "./build-options.ts";
import type { crewsOf } from "./crew.ts";
import type { FoundSource } from "./find-sources.ts";
import { inOrder } from "./in-order.ts";
import type { ItemHeader } from "./item-file.ts";
import type { SourceRead } from "./read-sources.ts";

/** Where a build works, and who works in it. */
export interface Stage {
  readonly work: string;
  readonly print: string;
  readonly workers: number;
  readonly crews: ReturnType<typeof crewsOf>;
  readonly told: (event: BuildEvent) => void;
}

/** Bytes from which a source is read first and analysed later, piece by piece; what is packed counts as more. */
const BIG = 6_000_000;
const PACKING = 8;

const isBig = ({ bytes, paths }: FoundSource): boolean =>
  bytes * (/\.(?:gz|parquet|xlsx?|xlsm|xlsb|ods|arrow)$/i.test(paths[0]!) ? PACKING : 1) > BIG;

/** Returns the folder where a source's rows lie until they are in parts. */
export const stagedAt = ({ work, print }: Stage, { sha256, paths }: FoundSource): string => {
  const name = createHash("sha256")
    .update(JSON.stringify([print, sha256, paths[0]]))
    .digest("hex");
  return join(work, name.slice(0, 32));
};

/** A source that was read, with the headers of all its items. */
export type Staged = Omit<SourceRead, "items">;

/** Returns what sources become, read and analysed; their rows lie in the folder of what is not finished. */
export async function stageSources(
  sources: readonly FoundSource[],
  stage: Stage,
): Promise<{
  readonly read: Map<string, Staged>;
  readonly failed: readonly (FailedSource & { readonly error: YoronError })[];
}> {
  const { crews, told, workers } = stage;
  const read = new Map<string, Staged>();
  const failed: (FailedSource & { error: YoronError })[] = [];
  let done = 0;
  const tell = ({ paths }: FoundSource, { format, comments, notes }: Staged) =>
    told({ kind: "source", path: paths[0]!, format, comments, notes, done, of: sources.length });
  const fail = ({ paths: [path = ""] }: FoundSource, error: unknown) => {
    // Where the disk takes no more, no other source would fare better.
    if (!(error instanceof YoronError) || error.code === "unwritable") throw error;
    failed.push({ path, code: error.code, message: error.message, error });
    told({ kind: "failed", path, error });
  };
  const taskOf = (source: FoundSource, big: boolean) => ({
    kind: "source" as const,
    source: { path: source.paths[0]!, sha256: source.sha256, staged: stagedAt(stage, source), big },
  });

  // Big sources first, one after another, in a thread that is gone before the others come: each takes much memory.
  const big = sources.filter(isBig);
  const todo: { readonly source: FoundSource; readonly read: SourceRead }[] = [];
  const reader = big.length === 0 ? null : crews(Math.min(workers, 1), { unlimited: true });
  try {
    for (const source of big) {
      try {
        todo.push({ source, read: await reader!.do(taskOf(source, true)) });
      } catch (error) {
        fail(source, error);
        done++;
      }
    }
  } finally {
    await reader?.close();
  }

  const crew = crews(workers);
  try {
    for (const { source, read: whole } of todo) {
      const staged = stagedAt(stage, source);
      const items = Array.from({ length: whole.items }, (_, item) => ({ kind: "item" as const, staged, item }));
      const headers: ItemHeader[] = [];
      for await (const header of inOrder(items, crew.ahead, (task) => crew.do(task))) headers.push(header);
      const one = { ...whole, headers };
      read.set(source.sha256, one);
      done++;
      tell(source, one);
    }
    const small = sources.filter((source) => !isBig(source));
    const answers = inOrder(small, crew.ahead, (source) =>
      crew.do(taskOf(source, false)).then(
        (one) => ({ source, one }),
        (error: unknown) => ({ source, error }),
      ),
    );
    for await (const answer of answers) {
      done++;
      if ("error" in answer) fail(answer.source, answer.error);
      else {
        read.set(answer.source.sha256, answer.one);
        tell(answer.source, answer.one);
      }
    }
  } finally {
    await crew.close();
  }
  return { read, failed };
}
