import { join } from "node:path";
import { dataReader, packageRoot } from "../../model/data-folder.ts";
import { YoronError } from "../../model/error.ts";
import { loadResources, type Resources } from "../../resources.ts";
import { openTokenizer } from "../../tokenize/load-tokenizer.ts";
import { type Broken, Pool, type Words } from "../pool.ts";
import type { BuildSettings } from "./build-settings.ts";
import { type BuildAnswers, type BuildTask, doTask } from "./tasks.ts";
import type { BuildThreadData } from "./worker.ts";

/** Megabytes that a thread may hold: it gives back what it needs no more before it comes near, and so takes less in all. */
const THREAD = { maxOldGenerationSizeMb: 320, maxYoungGenerationSizeMb: 96 };
/** The same for one that reads a long source, which may take as much as it needs. */
const READER = { maxYoungGenerationSizeMb: 24 };

/** Tasks that wait for each thread, so that none is idle. */
const AHEAD = 3;

/** Who does the tasks of a build: threads, or this one. */
export interface Crew {
  /** How many tasks should be under way. */
  readonly ahead: number;
  do<Kind extends BuildTask["kind"]>(task: BuildTask & { readonly kind: Kind }): Promise<BuildAnswers[Kind]>;
  close(): Promise<void>;
}

/** Returns what makes crews for a build: of so many threads that share one dictionary, of this one for 0. */
export function crewsOf(
  words: Words,
  settings: BuildSettings,
): (workers: number, options?: { readonly unlimited?: boolean }) => Crew {
  let own: Promise<Resources> | undefined;
  let dictionary: BuildThreadData["dictionary"] | undefined;
  return (workers, { unlimited = false } = {}) => {
    if (workers === 0) {
      return {
        ahead: 1,
        do: async (task) =>
          // The answer is that of the task's kind.
          (await doTask(
            task,
            () => {
              own ??= loadResources(words);
              return own;
            },
            settings,
          )) as never,
        close: async () => {},
      };
    }
    if (dictionary === undefined) {
      const { userDictionary } = words;
      dictionary = openTokenizer(userDictionary === undefined ? {} : { userDictionary }).dictionary.buffer;
      // What is wrong with the package's data is told here, not by every thread.
      dataReader();
    }
    const script = join(packageRoot(), "dist/corpus/build-worker.js");
    const pool = new Pool<BuildTask, BuildAnswers[BuildTask["kind"]], BuildThreadData>(
      script,
      workers,
      {
        dictionary,
        words,
        settings,
      },
      unlimited ? READER : THREAD,
    );
    return {
      ahead: workers * AHEAD,
      do: async (task) => {
        const answer: Broken | BuildAnswers[BuildTask["kind"]] = await pool.run(task);
        if ("error" in answer) throw new YoronError(answer.error as Broken["error"]);
        return answer as never;
      },
      close: () => pool.close(),
    };
  };
}
