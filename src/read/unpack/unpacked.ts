import type { Note } from "../../model/discussion.ts";
import type { ReadOptions } from "../format.ts";

/** What was inside a container, with what the container says of it. */
export interface Unpacked {
  readonly inner: Uint8Array;
  /** Those given, with the name of what is inside and, where nobody named it, the day of saving. */
  readonly options: ReadOptions;
  /** The encoding that the container names for what is inside. */
  readonly encoding: string | null;
  /** Address of the page inside, for one that does not say it itself. */
  readonly url: string | null;
  readonly notes: readonly Note[];
}
