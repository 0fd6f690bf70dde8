import { YoronError } from "../../model/error.ts";

/** Returns the error for a file that says it is Parquet, and that the engine cannot read. */
export function notWholeParquet(path: string, cause: unknown): YoronError {
  return new YoronError({
    code: "malformed",
    what: `${path} is no whole Parquet file:`,
    value: cause instanceof Error ? cause.message.split("\n")[0] : String(cause),
    next: "write it again",
    cause,
  });
}
