import type { ReportOptions } from "../index.ts";
import { targetsOf, tunedOf } from "./analyze-inputs.ts";
import { commandLine } from "./command-line.ts";
import { privacyOf } from "./privacy.ts";
import { said } from "./said.ts";
import { usageError } from "./usage-error.ts";
import { type Call, stringOf } from "./verb.ts";

/** Returns what a report tells of the run: its command, its day, what was asked after, how it was tuned. */
export async function runTold({ args, positionals, values }: Omit<Call, "io">): Promise<ReportOptions> {
  const date = stringOf(values, "date");
  if (date !== undefined && !/^\d{4}-\d\d-\d\d$/.test(date)) throw usageError(said().usage.noDay, date);
  const [tuned, targets] = [await tunedOf(values), await targetsOf(values)];
  return {
    command: commandLine(args, { hidden: Object.keys(await privacyOf(values)).length === 0 ? [] : positionals }),
    ...(date === undefined ? {} : { date }),
    ...(tuned === undefined ? {} : { tuned }),
    ...(targets === undefined ? {} : { targets }),
  };
}
