import { existsSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { findCitations } from "../../src/annotate/citations/find-citations.ts";
import { languageOf } from "../../src/annotate/citations/language.ts";
import { loadCitationResources } from "../../src/annotate/citations/resources.ts";
import { dataReader } from "../../src/model/data-folder.ts";
import { parseTsv } from "../../src/text/tsv.ts";
import { unitMaker } from "./unit-of.ts";

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");

/** Results on titles and on outlets in running text. */
export interface CitationScore {
  readonly titles: number;
  readonly language: number;
  /** Script alone: Latin is English, Cyrillic Russian. */
  readonly languageBaseline: number;
  readonly sentences: number;
  /** Outlets found of those that carry information, and how many of the found ones do. */
  readonly recall: number;
  readonly precision: number;
  /** Precision of taking every known outlet for a citation; its recall. */
  readonly baselinePrecision: number;
  readonly baselineRecall: number;
  readonly errors: readonly string[];
}

/** Scores the language of titles and the outlets in running text. */
export async function score(): Promise<CitationScore> {
  const { unitOf, discussionOf } = await unitMaker();
  const resources = loadCitationResources(dataReader());
  const titles = parseTsv(read("test/gold/titles-language.tsv"), ["language", "title"], "titles-language.tsv");
  const rows = parseTsv(read("test/annotate/citations/inline.tsv"), ["text", "outlets"], "inline.tsv");
  let [wanted, given, right, baselineGiven, baselineRight] = [0, 0, 0, 0, 0];
  const errors: string[] = titles
    .filter(({ language, title }) => languageOf(title) !== language)
    .map(({ title }) => title);
  for (const { text, outlets } of rows) {
    const gold = outlets === "-" ? [] : outlets.split("|");
    const found = findCitations(discussionOf(text, []), [unitOf(text)], resources).filter(
      ({ role }) => role === "inline",
    );
    const known = [...resources.outlets.keys()].filter((name) => text.includes(name));
    wanted += gold.length;
    given += found.length;
    const hits = gold.filter((name) => found.some((row) => row.text === name)).length;
    right += hits;
    if (hits < gold.length || found.length > hits)
      errors.push(`${text} → ${found.map((row) => row.text).join(", ") || "none"}`);
    const longest = known.filter((name) => !known.some((other) => other !== name && other.includes(name)));
    baselineGiven += longest.length;
    baselineRight += gold.filter((name) => longest.some((other) => name.includes(other))).length;
  }
  const byScript = (title: string) =>
    /[ぁ-んァ-ヶ]/.test(title)
      ? "ja"
      : /[\u0400-\u04ff]/.test(title)
        ? "ru"
        : /[가-힣]/.test(title)
          ? "ko"
          : /[\u0600-\u06ff]/.test(title)
            ? "ar"
            : /[一-鿿]/.test(title)
              ? "zh"
              : "en";
  return {
    titles: titles.length,
    language: titles.filter(({ language, title }) => languageOf(title) === language).length / titles.length,
    languageBaseline: titles.filter(({ language, title }) => byScript(title) === language).length / titles.length,
    sentences: rows.length,
    recall: right / wanted,
    precision: right / given,
    baselineRecall: baselineRight / wanted,
    baselinePrecision: baselineRight / baselineGiven,
    errors,
  };
}

/** Tells how well citations are found, as a section of `docs/accuracy.md`. */
export async function report(): Promise<string> {
  const result = await score();
  const share = (value: number) => value.toFixed(3);
  return [
    "## Citations",
    "",
    `\`npm run accuracy -- citations\` prints this section. **Regression**, by the hands that wrote the rules; it forecasts nothing, and there is no set by others. ${result.titles} titles in \`test/gold/titles-language.tsv\`; ${result.sentences} sentences in \`test/annotate/citations/inline.tsv\`, in some of which an outlet is only spoken of. Both were read while the rules were written.`,
    "",
    "| | found | baseline |",
    "| --- | --- | --- |",
    `| language of a title | ${share(result.language)} | ${share(result.languageBaseline)} (script alone) |`,
    `| outlets that carry information: recall | ${share(result.recall)} | ${share(result.baselineRecall)} (every known outlet) |`,
    `| outlets that carry information: precision | ${share(result.precision)} | ${share(result.baselinePrecision)} (every known outlet) |`,
    "",
    "Typical errors:",
    "",
    ...result.errors.slice(0, 6).map((error) => `- ${error}`),
    "- beyond the set: an unknown outlet in katakana without an outlet's ending; titles of two words in a Latin script, taken for English; 出典 alone in a text without other sources, which may name a picture's.",
    "",
  ].join("\n");
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  if (!existsSync(new URL("../../test/annotate/citations/inline.tsv", import.meta.url)))
    throw new Error("run this in a checkout: test/annotate/citations/inline.tsv is absent");
  process.stdout.write(await report());
}
