import { tableFormats } from "../index.ts";
import { checkName } from "./known-name.ts";
import { said } from "./said.ts";
import { usageError } from "./usage-error.ts";
import { stringOf, type Values } from "./verb.ts";

/** The table format that a file's name asks for; none for a name without an end. Throws for an end of another kind. */
export function formatOfPath(path: string | undefined): string | undefined {
  const extension = path === undefined ? undefined : /\.([A-Za-z0-9]+)$/.exec(path)?.[1]?.toLowerCase();
  if (extension === undefined || tableFormats.includes(extension)) return extension;
  if (extension === "txt") return undefined;
  const { formatOfName, nameFormat } = said().usage;
  throw usageError(formatOfName, path, nameFormat(tableFormats.join(", ")));
}

/**
 * Returns the table format of `--format`, else that of the file's name, if either is given. Throws for a format that is
 * not there, and for one that the name of the file belies.
 */
export function tableFormatOf(values: Values, path: string | undefined): string | undefined {
  const format = stringOf(values, "format");
  if (format === undefined) return formatOfPath(path);
  const { noTableFormat, otherFormat, otherFormatNext } = said().usage;
  checkName("table formats", noTableFormat, format, tableFormats);
  const extension = /\.([A-Za-z0-9]+)$/.exec(path ?? "")?.[1]?.toLowerCase();
  if (extension !== undefined && extension !== format && tableFormats.includes(extension) && !isLike(format, extension))
    throw usageError(otherFormat(format), path, otherFormatNext(format));
  return format;
}

/** ConvoKit's utterances are JSON Lines. */
function isLike(format: string, extension: string): boolean {
  return format === "convokit" && extension === "jsonl";
}
