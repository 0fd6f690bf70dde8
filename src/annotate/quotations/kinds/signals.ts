import type { Evidence } from "./evidence.ts";
import { INSIDE_SIGNALS } from "./inside-signals.ts";
import { MARK_SIGNALS, OWNER_SIGNALS } from "./mark-signals.ts";
import { REPORT_SIGNALS } from "./report-signals.ts";
import type { Signal } from "./signal.ts";
import { SPEAKER_SIGNALS } from "./speaker-signals.ts";
import { WORK_SIGNALS } from "./work-signals.ts";

export { INSIDE_SIGNALS, MARK_SIGNALS, OWNER_SIGNALS, REPORT_SIGNALS, SPEAKER_SIGNALS, WORK_SIGNALS };

/** All signals for the kind of a bracket. */
export const SIGNALS = [
  ...INSIDE_SIGNALS,
  ...REPORT_SIGNALS,
  ...SPEAKER_SIGNALS,
  ...MARK_SIGNALS,
  ...OWNER_SIGNALS,
  ...WORK_SIGNALS,
] as const satisfies readonly Signal[];

type Row = (typeof SIGNALS)[number];
type GivenBy<R> = R extends { readonly by: (evidence: Evidence) => infer By } ? By : never;

/** What the output says of a kind that a signal decided: its name, or what its row gives instead. */
export type SignalBy = Row["name"] | GivenBy<Row>;
