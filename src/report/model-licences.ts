import { type DataReader, dataReader } from "../model/data-folder.ts";

/** Where files of the package's models come from, as data/SOURCES.md says. */
export interface ModelLicence {
  readonly files: string;
  readonly what: string;
  readonly licence: string;
}

/** Returns the rows of data/SOURCES.md that are of models and of the dictionary. */
export function loadModelLicences(data: DataReader = dataReader()): readonly ModelLicence[] {
  return data
    .text("data/SOURCES.md")
    .split("\n")
    .map((line) => line.split("|").map((cell) => plain(cell)))
    .filter(([, files = ""]) => /^(?:models\/|dist\/data\/ipadic)/u.test(files))
    .map(([, files = "", what = "", , licence = ""]) => ({ files, what, licence }));
}

/** Returns the words of a cell without the marks of Markdown. */
function plain(cell: string): string {
  return cell.replace(/`|<(?=https?:)|(?<=https?:\S+)>/gu, "").trim();
}
