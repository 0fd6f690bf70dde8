import type { AnalyzeOptions } from "../../analyze.ts";
import type { YoronError } from "../../model/error.ts";
import type { ReadOptions } from "../../read/format.ts";
import type { CorpusLayer } from "../../tables/corpus-tables.ts";
import type { SourceNote } from "../../tables/export/corpus/manifest.ts";
import type { Words } from "../pool.ts";
import type { Privacy } from "../with-privacy.ts";

/** What happens while a corpus is built. */
export type BuildEvent =
  | { readonly kind: "found"; readonly path: string }
  /** The same bytes were found at several places; they count once. */
  | { readonly kind: "same"; readonly path: string; readonly as: string }
  /** What a source holds stands in another already, and is left out. */
  | { readonly kind: "left-out"; readonly path: string; readonly discussions: number }
  | { readonly kind: "failed"; readonly path: string; readonly error: YoronError }
  | {
      readonly kind: "source";
      readonly path: string;
      readonly format: string;
      readonly comments: number;
      readonly notes: readonly SourceNote[];
      readonly done: number;
      readonly of: number;
    }
  | { readonly kind: "parts"; readonly done: number; readonly of: number };

export interface BuildCorpusOptions extends Words {
  /** Threads that work beside this one; 0, the default, does all in this one. The corpus is the same. */
  readonly workers?: number;
  /** What is computed: all layers by default, and `tokens` and `sentences` where they are named. */
  readonly layers?: readonly CorpusLayer[];
  /** How sources are read. */
  readonly read?: Omit<ReadOptions, "formats" | "path" | "trace">;
  readonly analyze?: Pick<AnalyzeOptions, "targets" | "propositions">;
  readonly privacy?: Privacy;
  /** What hears of what happens. */
  readonly told?: (event: BuildEvent) => void;
}
