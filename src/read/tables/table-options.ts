import { YoronError } from "../../model/error.ts";
import type { Decoded, Format } from "../format.ts";

/** Throws where columns or a sheet are given for a source that has none, so that no option does nothing silently. */
export function checkTableOptions({ options, path }: Decoded, format: Format, ours: readonly Format[]): void {
  // A format of somebody's own may know what to do with them.
  if (!ours.includes(format)) return;
  const { columns, sheet } = options;
  if (columns !== undefined && Object.keys(columns).length > 0 && format.columns !== true) {
    throw new YoronError({
      code: "bad-value",
      what: `columns are given (--map), but ${path ?? "the input"} has none; it is read as`,
      value: format.name,
      next: `leave them out, or name the format: ${ours
        .filter((one) => one.columns)
        .map(({ name }) => name)
        .join(", ")}`,
    });
  }
  if (sheet !== undefined && format.name !== "xlsx") {
    throw new YoronError({
      code: "bad-value",
      what: `a sheet is given, but ${path ?? "the input"} is no workbook; it is read as`,
      value: format.name,
      next: "leave the sheet out",
    });
  }
}
