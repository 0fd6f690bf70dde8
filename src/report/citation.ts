import { type DataReader, dataReader } from "../model/data-folder.ts";
import type { Lang } from "./words.ts";

/** What CITATION.cff says of the package. */
export interface Citation {
  readonly title: string;
  readonly authors: readonly string[];
  readonly version: string;
  /** Where the project lives; null where the file names no place. */
  readonly url: string | null;
}

/** Returns what CITATION.cff says; of YAML it reads the lines that the file has. */
export function loadCitation(data: DataReader = dataReader()): Citation {
  const text = data.text("CITATION.cff");
  const one = (key: string) => new RegExp(`^${key}: *"?(.+?)"?$`, "mu").exec(text)?.[1] ?? null;
  return {
    title: one("title") ?? "Yoron",
    authors: [...text.matchAll(/^ +- name: *"?(.+?)"?$/gmu)].map(([, name]) => name!),
    version: one("version") ?? "",
    url: one("repository-code") ?? one("url"),
  };
}

/**
 * Returns the line by which this run is cited, with the day of the run where it is known.
 *
 * @example
 * citationLine(loadCitation(), "en", "2026-11-29"); // "The Yoron authors. Yoron: … (version 0.1.0) [software]. Run on 2026-11-29."
 */
export function citationLine({ title, authors, version, url }: Citation, lang: Lang, date: string | null): string {
  const who = authors.join(", ");
  const where = url === null ? "" : ` ${url}`;
  if (lang === "ja")
    return `${who}「${title}」（バージョン${version}）［ソフトウェア］${where}${date === null ? "" : `、${date}に実行`}。`;
  return `${who}. ${title} (version ${version}) [software].${where}${date === null ? "" : ` Run on ${date}.`}`;
}
