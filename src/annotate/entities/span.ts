import type { EntityLabel } from "../../model/layers.ts";
import type { Range } from "../../model/span.ts";
import type { EntityBy } from "./by.ts";
import type { GazetteerEntry } from "./gazetteer.ts";

/** A name found in one text, before it is linked: what it is, who says so, how surely. */
export interface EntitySpan extends Range {
  readonly label: EntityLabel;
  readonly by: EntityBy;
  /** In [0, 1]. */
  readonly confidence: number;
  /** The gazetteer's entry, where one has this name. */
  readonly entry?: GazetteerEntry;
}
