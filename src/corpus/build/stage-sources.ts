import { createHash } from "node:crypto";
import { join } from "node:path";
import { YoronError } from "../../model/error.ts";
import type { BuildEvent } from "./build-options.ts";
import type { crewsOf } from "./crew.ts";
import { type FailedHere, type FoundSource, failedAt } from "./find-sources.ts";
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

/** A source that was read, with the headers of all its items, and the paths that have its bytes. */
export type Staged = Omit<SourceRead, "items"> & { readonly paths: readonly string[] };

/** A source whose first path could not be read, and why. */
interface Lost {
  readonly source: FoundSource;
  readonly error: YoronError;
}

/** What is known so far of sources that are read. */
interface Round {
  readonly stage: Stage;
  /** How many sources there are in all. */
  readonly of: number;
  readonly read: Map<string, Staged>;
  readonly lost: Lost[];
}

/**
 * Returns what sources become, read and analysed; their rows lie in the folder of what is not finished. Where a file is gone,
 * or changed since, the same bytes are read of the next path that had them.
 */
export async function stageSources(
  sources: readonly FoundSource[],
  stage: Stage,
): Promise<{ readonly read: ReadonlyMap<string, Staged>; readonly failed: readonly FailedHere[] }> {
  const read = new Map<string, Staged>();
  const failed: FailedHere[] = [];
  let left = sources;
  while (left.length > 0) {
    const round: Round = { stage, of: sources.length, read, lost: [] };
    await stageBig(left.filter(isBig), round);
    await stageSmall(
      left.filter((source) => !isBig(source)),
      round,
    );
    failed.push(...round.lost.map(({ source, error }) => failedAt(source.paths[0]!, error)));
    left = round.lost
      .filter(({ source, error }) => error.code === "unreadable" && source.paths.length > 1)
      .map(({ source }) => ({ ...source, paths: source.paths.slice(1) }));
  }
  return { read, failed };
}

const taskOf = (source: FoundSource, big: boolean, stage: Stage) => ({
  kind: "source" as const,
  source: { path: source.paths[0]!, sha256: source.sha256, staged: stagedAt(stage, source), big },
});

/** Big sources are read one after another, in a thread that is gone before others come: each takes much memory. */
async function stageBig(sources: readonly FoundSource[], round: Round): Promise<void> {
  if (sources.length === 0) return;
  const { stage } = round;
  const todo: { readonly source: FoundSource; readonly whole: SourceRead }[] = [];
  const reader = stage.crews(Math.min(stage.workers, 1), { unlimited: true });
  try {
    for (const source of sources) {
      try {
        todo.push({ source, whole: await reader.do(taskOf(source, true, stage)) });
      } catch (error) {
        lose(source, error, round);
      }
    }
  } finally {
    await reader.close();
  }
  const crew = stage.crews(stage.workers);
  try {
    for (const { source, whole } of todo) {
      const staged = stagedAt(stage, source);
      const items = Array.from({ length: whole.items }, (_, item) => ({ kind: "item" as const, staged, item }));
      const headers: ItemHeader[] = [];
      for await (const header of inOrder(items, crew.ahead, (task) => crew.do(task))) headers.push(header);
      keep(source, { ...whole, headers }, round);
    }
  } finally {
    await crew.close();
  }
}

async function stageSmall(sources: readonly FoundSource[], round: Round): Promise<void> {
  const { stage } = round;
  const crew = stage.crews(stage.workers);
  try {
    const answers = inOrder(sources, crew.ahead, (source) =>
      crew.do(taskOf(source, false, stage)).then(
        (whole) => ({ source, whole }),
        (error: unknown) => ({ source, error }),
      ),
    );
    for await (const answer of answers) {
      if ("error" in answer) lose(answer.source, answer.error, round);
      else keep(answer.source, answer.whole, round);
    }
  } finally {
    await crew.close();
  }
}

function keep(source: FoundSource, { items: _, ...one }: SourceRead, { stage, of, read, lost }: Round): void {
  read.set(source.sha256, { ...one, paths: source.paths });
  const { format, comments, notes } = one;
  stage.told({ kind: "source", path: source.paths[0]!, format, comments, notes, done: read.size + lost.length, of });
}

function lose(source: FoundSource, error: unknown, { stage, lost }: Round): void {
  // Where the disk takes no more, no other source would fare better.
  if (!(error instanceof YoronError) || error.code === "unwritable") throw error;
  lost.push({ source, error });
  stage.told({ kind: "failed", path: source.paths[0]!, error });
}
