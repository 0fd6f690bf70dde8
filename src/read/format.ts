import type { Discussion, Note } from "../model/discussion.ts";
import type { Grid } from "./tables/source-table.ts";

/** A source turned into text, with what a format needs to read it. */
export interface Decoded {
  readonly text: string;
  /** The table that a source which is no text holds: of a workbook, Arrow or Parquet; `text` is a rendering of it. */
  readonly table?: Grid;
  /** WHATWG name, or null when a string or a table was given. */
  readonly encoding: string | null;
  readonly sha256: string;
  readonly notes: readonly Note[];
  readonly path: string | null;
  readonly options: ReadOptions;
}

/** What a format looks at to say whether a source is its own: the whole text, the file's name, the options. */
export type Sample = Pick<Decoded, "text" | "path" | "options" | "table">;

/** Which columns of a table or JSON object hold what; a name that is not there is an error. */
export interface ColumnMapping {
  readonly id?: string;
  /** The words; of several columns each is a discussion of its own, as the questions of a survey are. */
  readonly text?: string | readonly string[];
  readonly author?: string;
  readonly date?: string;
  readonly up?: string;
  readonly down?: string;
  readonly parent?: string;
}

/** A page format or export, as a value; a user passes one of their own the same way. */
export interface Format {
  readonly name: string;
  /** One line for `--list-formats`: what it reads. */
  readonly description: string;
  /** What a source must have to be read. */
  readonly needs: string;
  /** Whether its sources have columns that a mapping can name; a mapping for one of ours that has none is an error. */
  readonly columns?: boolean;
  /** How sure it is that the source is its own: 0 not at all, 1 certain. */
  detect(sample: Sample): number;
  /** Returns the discussions of a source, one at a time. */
  read(decoded: Decoded): Iterable<Discussion>;
}

/** Options of {@link readPage}, {@link readAll} and {@link readFile}. */
export interface ReadOptions {
  /** Name of the format; guessed by default. */
  readonly format?: string;
  /** The formats to choose from, all by default: `[mine, ...formats]` adds one. */
  readonly formats?: readonly Format[];
  /** Recorded in `source.path`. */
  readonly path?: string;
  /** WHATWG name of the encoding; found by evidence by default. */
  readonly encoding?: string;
  /** Whether undecodable bytes are replaced by U+FFFD, with a note, instead of failing. */
  readonly lossy?: boolean;
  /**
   * Whether there is a `trace`, which says where every line (of a rendering) or text node (of HTML) went; exports have
   * none.
   */
  readonly trace?: boolean;
  /** Columns of a CSV, TSV, JSON or JSONL source; guessed from usual names by default. */
  readonly columns?: ColumnMapping;
  /** Date of publication (ISO 8601) for a page that does not show one. */
  readonly published?: string;
  /**
   * When the source was saved (ISO 8601): what relative dates (「6時間前」) and dates without a year count from. By default
   * what the source says of it; where it says nothing, such dates are null, with a note.
   */
  readonly saved?: string;
  /** Name of the sheet of a workbook; its first with a table by default. */
  readonly sheet?: string;
}
