import { byFirstPath, type FailedHere, type PlannedSource } from "./find-sources.ts";
import { leftOut } from "./leave-out.ts";
import { type Stage, type Staged, stageSources } from "./stage-sources.ts";

/** What a corpus will hold, when all that is new was read. */
export interface ReadPlan {
  /** The sources, without those that could not be read, each by the paths that it was read of. */
  readonly planned: readonly PlannedSource[];
  /** What was read of those that the corpus does not hold as they will be. */
  readonly read: ReadonlyMap<string, Staged>;
  /** Of each, the ids of discussions that another holds, and that are left out of it. */
  readonly without: ReadonlyMap<string, readonly string[]>;
  readonly failed: readonly FailedHere[];
}

/**
 * Returns a plan of which all that is new was read. What is left out of a source changes with what the others hold: such a source is read
 * again, until nothing changes any more; one that can be read no more goes, and is told.
 */
export async function readPlanned(sources: readonly PlannedSource[], stage: Stage): Promise<ReadPlan> {
  const read = new Map<string, Staged>();
  const failed: FailedHere[] = [];
  let planned = sources;
  for (;;) {
    const staged = await stageSources(
      planned.filter(({ sha256, old }) => old === null && !read.has(sha256)),
      stage,
    );
    for (const [sha256, one] of staged.read) read.set(sha256, one);
    failed.push(...staged.failed);
    planned = planned.flatMap((source) => asRead(source, read)).sort(byFirstPath);
    const without = leftOut(
      planned.map(({ sha256, old }) => ({ sha256, foreign: (old ?? read.get(sha256)!).foreign })),
    );
    const isStale = ({ sha256, old }: PlannedSource) => old !== null && !isEqual(old.without, without.get(sha256)!);
    if (!planned.some(isStale)) return { planned, read, without, failed };
    planned = planned.map((source) => (isStale(source) ? { ...source, old: null } : source));
  }
}

function asRead(source: PlannedSource, read: ReadonlyMap<string, Staged>): readonly PlannedSource[] {
  if (source.old !== null) return [source];
  const paths = read.get(source.sha256)?.paths;
  return paths === undefined ? [] : [{ ...source, paths }];
}

const isEqual = (a: readonly string[], b: readonly string[]): boolean => a.join("\n") === b.join("\n");
