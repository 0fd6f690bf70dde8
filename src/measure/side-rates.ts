import { type DataReader, dataReader } from "../model/data-folder.ts";
import type { SideLabel } from "../model/layers.ts";
import { parseTsv } from "../text/tsv.ts";
import type { SideRates } from "./estimated-share.ts";

/**
 * Returns the package's own rates of sides.
 *
 * @example
 * loadSideRates().get("for");
 */
export function loadSideRates(data: DataReader = dataReader()): ReadonlyMap<SideLabel, SideRates> {
  const file = "data/models/side-rates.tsv";
  const rows = parseTsv(data.text(file), ["side", "taken", "other", "between", "within"], file);
  // Written by the training of the same labels.
  return new Map(
    rows.map(({ side, taken, other, between, within }) => [
      side as SideLabel,
      { taken: Number(taken), other: Number(other), between: Number(between), within: Number(within) },
    ]),
  );
}
