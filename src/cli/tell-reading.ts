import { type Discussion, formats, type Note } from "../index.ts";
import { type DiscussionLosses, discussionLosses, inputLosses } from "./input-losses.ts";
import type { Io } from "./io.ts";
import { named } from "./named.ts";
import { said } from "./said.ts";
import { tellNotes } from "./tell-notes.ts";
import { toldNote } from "./told-note.ts";

/** Names of inputs that one line shows; the rest are counted. */
const MOST_NAMED = 5;

/**
 * What writes to stderr how the inputs of a run were read: each as it is done, and at the end what concerns them
 * together.
 */
export interface ReadingTold {
  /** Writes of one input what was not read, then what was noted. */
  input(file: string, discussions: readonly Discussion[]): void;
  /** Writes what was not read of one input, where that is all that is known of it. */
  losses(file: string, discussions: readonly DiscussionLosses[]): void;
  /** Adds of one input that it holds no comments, where that is all that is known of it. */
  silent(file: string, format: string): void;
  /** Writes what is gathered over `inputs` inputs; returns how many were not wholly read. */
  end(inputs: number): number;
}

/**
 * Returns the {@link ReadingTold} of a run.
 *
 * A loss is told whatever the verb, a line each; in quiet one line stands for all inputs, since what was not read must
 * not pass unseen. Programs, which ask for JSON, get each as an object, quiet or not.
 */
export function tellReading(io: Io, asJson: boolean): ReadingTold {
  const lossy = new Map<string, Set<string>>();
  const silent: [file: string, format: string][] = [];
  const losses = (file: string, discussions: readonly DiscussionLosses[]): readonly Note[] => {
    const found = inputLosses(discussions);
    if (found.length === 0) return found;
    const codes = lossy.get(file) ?? new Set<string>();
    lossy.set(file, codes);
    for (const { code, message } of found) {
      codes.add(code);
      if (asJson) io.tell(JSON.stringify({ file, loss: { code, message } }));
      else if (!io.quiet) io.tell(`yoron: ${named(file)}: ${named(toldNote({ code, message }), 600)} [${code}]`);
    }
    return found;
  };
  return {
    losses,
    silent: (file, format) => void silent.push([named(file), format]),
    input(file, discussions) {
      const found = losses(file, discussions.map(discussionLosses));
      tellNotes(discussions, file, io);
      const explained = found.some(({ code }) => code === "comments-not-read" || code === "missing-comments");
      if (discussions.length > 0 && !explained && discussions.every(({ comments }) => comments.length === 0))
        silent.push([named(file), discussions[0]!.source.format]);
    },
    end(inputs) {
      if (silent.length > 0) io.note(noComments(silent, inputs));
      if (io.quiet && !asJson && lossy.size > 0) io.tell(`yoron: ${notWhollyRead(lossy, inputs)}`);
      return lossy.size;
    },
  };
}

function notWhollyRead(lossy: ReadonlyMap<string, ReadonlySet<string>>, inputs: number): string {
  const names = [...lossy].map(([file, codes]) => `${named(file)} (${[...codes].join(", ")})`);
  const { notes } = said();
  return notes.notWhollyRead(lossy.size, notes.inputs(inputs), listed(names));
}

function noComments(silent: readonly (readonly [file: string, format: string])[], inputs: number): string {
  const { notes } = said();
  const lines = formats.some(({ name }) => name === "lines") ? `; ${notes.linesFormat}` : "";
  const [file, format] = silent[0]!;
  const names = silent.map(([file, format]) => `${file} (${notes.readAs(format)})`);
  const told =
    inputs === 1
      ? notes.noComments(file, format)
      : notes.noCommentsIn(silent.length, notes.inputs(inputs), listed(names));
  return `${told}; ${notes.noCommentsNext}${lines}`;
}

function listed(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED;
  return `${names.slice(0, MOST_NAMED).join(", ")}${rest > 0 ? said().notes.more(rest) : ""}`;
}
