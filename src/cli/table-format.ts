import { tableFormats } from "../index.ts";
import { usageError } from "./usage-error.ts";

/** The table format that a file's name asks for; none for a name without an end. Throws for an end of another kind. */
export function formatOfPath(path: string | undefined): string | undefined {
  const extension = path === undefined ? undefined : /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase();
  if (extension === undefined || tableFormats.includes(extension)) return extension;
  if (extension === "txt") return undefined;
  throw usageError("no table format goes by the end of", path, `name one with --format: ${tableFormats.join(", ")}`);
}
