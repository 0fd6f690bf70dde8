import { isSample, joinSamples, readSample, readSource, type Table, YoronError } from "../index.ts";
import { said } from "./said.ts";
import { usageError } from "./usage-error.ts";

/** Returns the sheets that coders filled in. Throws for what is no such sheet. */
export async function readEach(paths: readonly string[]): Promise<readonly Table[]> {
  const sheets: Table[] = [];
  for (const path of paths) sheets.push(readSample(await readSource(path), path));
  return sheets;
}

/** Returns the sheets of several coders as one. */
export async function readSheets(paths: readonly string[]): Promise<Table> {
  return joinSamples(await readEach(paths));
}

/** Returns the positional arguments as the sheets that stand in front and the pages behind them. */
export async function sheetsAndPages(
  positionals: readonly string[],
): Promise<{ readonly sheets: readonly string[]; readonly pages: readonly string[] }> {
  const [first, ...rest] = positionals;
  if (first === undefined) throw usageError(said().usage.noSheet, undefined, said().usage.nameSheet);
  const sheets = [first];
  for (const path of rest) {
    if (!/\.(csv|tsv|txt|xlsx?|ods)$/i.test(path) || !(await isSheet(path))) break;
    sheets.push(path);
  }
  return { sheets, pages: rest.slice(sheets.length - 1) };
}

/** Whether a file is a sheet; a pattern or a file that is not there is told when pages are read. */
async function isSheet(path: string): Promise<boolean> {
  try {
    return isSample(await readSource(path));
  } catch (error) {
    if (error instanceof YoronError) return false;
    throw error;
  }
}
