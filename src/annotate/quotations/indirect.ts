import type { Speaker } from "./speaker.ts";

/** Reported words that stand in no brackets: offsets, verb, speaker. */
export interface Indirect {
  readonly start: number;
  readonly end: number;
  readonly verb: string | null;
  readonly speaker: Speaker | null;
  readonly confidence: number;
  readonly by: string;
  /** Items between which an outlet may be named. */
  readonly from: number;
  readonly to: number;
}
