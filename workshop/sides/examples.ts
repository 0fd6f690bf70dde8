/** Comments with their side: those written for the project, by measure, and those of written threads. */
import { readdirSync, readFileSync } from "node:fs";
import type { SideLabel } from "../../src/model/layers.ts";
import { parseTsv } from "../../src/text/tsv.ts";

const COMMENTS = "workshop/training/comments";
const THREADS = "workshop/training/threads";

/** A comment with the side that its writer meant. */
export interface SideExample {
  /** The measure or thread: what is left out as a whole. */
  readonly measure: string;
  readonly proposition: string;
  readonly side: SideLabel;
  readonly tone: string;
  readonly text: string;
}

/** Returns the comments on measures that were written for the project. */
export function writtenSides(): SideExample[] {
  return readdirSync(COMMENTS)
    .filter((file) => /^written-\d+\.tsv$/.test(file))
    .sort()
    .flatMap((file) => {
      const content = readFileSync(`${COMMENTS}/${file}`, "utf8");
      const propositions = new Map([...content.matchAll(/^# (m\d+)\t(.+)$/gm)].map(([, id, text]) => [id!, text!]));
      return parseTsv(content, ["measure", "side", "tone", "text"], file).map(({ measure, side, tone, text }) => ({
        measure,
        proposition: propositions.get(measure)!,
        side: side as SideLabel,
        tone,
        text,
      }));
    });
}

/** A written thread with its gold. */
export interface SideThread {
  readonly thread: {
    readonly article: { readonly title: string; readonly text: string };
    readonly comments: readonly { readonly id: string; readonly replyTo: string | null; readonly text: string }[];
  };
  readonly gold: {
    readonly proposition: string;
    readonly comments: Readonly<
      Record<string, { readonly side: SideLabel; readonly tone: string; readonly copyOf: string | null }>
    >;
  };
}

/** Returns written threads by name. */
export function sideThreads(names: readonly string[]): (SideThread & { readonly name: string })[] {
  return names.map((name) => ({
    name,
    ...(JSON.parse(readFileSync(`${THREADS}/${name}.json`, "utf8")) as SideThread),
  }));
}

/** Returns the comments of threads that are no copies. */
export function threadSides(names: readonly string[]): SideExample[] {
  return sideThreads(names).flatMap(({ name, thread, gold }) =>
    thread.comments.flatMap(({ id, text }) => {
      const known = gold.comments[id];
      if (known === undefined || known.copyOf !== null) return [];
      return [{ measure: name, proposition: gold.proposition, side: known.side, tone: known.tone, text }];
    }),
  );
}
