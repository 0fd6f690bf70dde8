import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { EntityLabel } from "../../model/layers.ts";
import type { EntitySpan } from "./span.ts";

/** A unit and the names found in it. */
export interface NamedUnit {
  readonly unit: AnalyzedUnit;
  readonly spans: readonly EntitySpan[];
}

/** What is gathered of an entity while mentions are read. */
export interface Draft {
  readonly key: string;
  readonly id: string | null;
  name: string;
  readonly label: EntityLabel;
  role: string | null;
}

/** A mention and what it is a mention of. */
export interface Linked {
  readonly unit: AnalyzedUnit;
  readonly span: EntitySpan;
  readonly draft: Draft;
}
