import { type BuildEvent, isLossCode } from "../index.ts";
import { errorLine } from "./inputs.ts";
import type { Io } from "./io.ts";
import { named } from "./named.ts";
import { progressOf } from "./progress.ts";
import { said } from "./said.ts";
import { tellReading } from "./tell-reading.ts";

/** Returns what writes to stderr what happens while a corpus is built. */
export function tellBuild(inputs: number, asJson: boolean, io: Io): { event(event: BuildEvent): void; end(): number } {
  const { corpus, notes } = said();
  const reading = tellReading(io, asJson);
  let [found, same, firstSame] = [0, 0, ""];
  let line: ((done: number, file: string) => string) | null = null;
  return {
    event(event) {
      switch (event.kind) {
        case "found":
          io.progress(corpus.found(++found, inputs, named(event.path, 60)));
          break;
        case "same":
          same++;
          firstSame ||= notes.sameContent(named(event.path), named(event.as));
          break;
        case "left-out":
          io.note(corpus.leftOut(named(event.path), event.discussions));
          break;
        case "failed":
          io.tell(errorLine(event.error, asJson, event.path));
          break;
        case "source":
          line ??= progressOf(event.of);
          io.progress(line(event.done, named(event.path, 60)));
          reading.losses(event.path, [{ title: "", losses: event.notes.filter(({ code }) => isLossCode(code)) }]);
          if (event.comments === 0) reading.silent(event.path, event.format);
          for (const { code, message } of event.notes)
            if (TOLD.has(code)) io.note(`${named(event.path)}: ${corpus.inWords(code, message)}`);
          break;
        case "parts":
          io.progress(corpus.parts(event.done, event.of));
          break;
      }
    },
    end() {
      if (same > 0) io.note(same === 1 ? firstSame : corpus.sameContent(same, firstSame));
      return reading.end(inputs);
    },
  };
}

/** Notes that are no losses, and that whoever asks the corpus must know. */
const TOLD: ReadonlySet<string> = new Set(["in-pieces", "in-slices"]);
