import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { findDates } from "../../src/annotate/dates/find-dates.ts";
import { wilsonInterval } from "../../src/measure/wilson-interval.ts";
import { dataReader } from "../../src/model/data-folder.ts";
import { loadDateGrammar } from "../../src/text/dates/date-grammar.ts";
import { parseTsv } from "../../src/text/tsv.ts";
import { type DateScore, realDates, scoreDates } from "./real-dates.ts";
import { unitMaker } from "./unit-of.ts";

const GOLD = "test/gold/dates.tsv";
/** What a reader gets without a grammar: dates with a four-digit year, written in full. */
const PLAIN = /^(\d{4})(?:年|[-/.])(?:(\d{1,2})(?:月|[-/.]?))?(?:(\d{1,2})日?)?$/;

/** Scores the table of date expressions: found, and resolved to the right value. */
export async function report(): Promise<string> {
  const { unitOf } = await unitMaker();
  const grammar = loadDateGrammar(dataReader());
  const rows = parseTsv(readFileSync(GOLD, "utf8"), ["text", "expression", "anchor", "value", "precision"], GOLD);
  let found = 0;
  let right = 0;
  let plain = 0;
  const errors: string[] = [];
  for (const { text, expression, anchor, value } of rows) {
    const unit = {
      ...unitOf(text, "c1"),
      date: anchor === "-" ? null : ({ value: anchor, precision: "day" } as const),
    };
    const date = findDates([unit], { published: null }, grammar).find((mention) => mention.text === expression);
    if (date !== undefined) found++;
    if (date !== undefined && (date.value ?? "-") === value) right++;
    else errors.push(`${text}: ${expression} is ${value}, not ${date === undefined ? "found" : date.value}`);
    const parts = PLAIN.exec(expression);
    const naive =
      parts === null
        ? "-"
        : parts
            .slice(1)
            .filter((part) => part !== undefined)
            .map((part) => part.padStart(2, "0"))
            .join("-");
    if (naive === value) plain++;
  }
  const share = (count: number) => (count / rows.length).toFixed(3).replace(/^0/, "");
  return [
    "## Dates",
    "",
    "`npm run accuracy -- dates` prints this section.",
    "",
    ...(await realTable()),
    `**Regression.** ${rows.length} expressions of \`${GOLD}\`, which the grammar was built with: they tell that nothing broke, and forecast nothing.`,
    "",
    "| | found to the character | value right | full dates only, without the day of writing |",
    "| --- | --- | --- | --- |",
    `| dates, times, periods | ${share(found)} | ${share(right)} | ${share(plain)} |`,
    "",
    ...(errors.length === 0 ? [] : ["Errors:", "", ...errors.map((error) => `- ${error}`), ""]),
  ].join("\n");
}

/** Returns the figures on texts that nobody of the project wrote. */
async function realTable(): Promise<string[]> {
  const texts = await realDates();
  if (texts === null) return ["Not measured on real text: `../shared/data` is absent.", ""];
  const halves = [true, false].map((read) => scoreDates(texts.filter((text) => text.read === read)));
  const row = (name: string, cell: (score: DateScore) => string) => `| ${name} | ${halves.map(cell).join(" | ")} |`;
  const share = (part: number, of: number) => {
    const { low, high } = wilsonInterval(part, of);
    return `${(part / of).toFixed(2)} [${low.toFixed(2)}, ${high.toFixed(2)}] of ${of}`;
  };
  return [
    "**Real texts, labelled by another.** Web, encyclopedia, reports and comments; one annotator who knew no rule, one pass. What is marked is a convention: 年末 is December here, a quarter of a year in a report has no value. These figures are what to expect elsewhere.",
    "",
    "| | read | never read |",
    "| --- | --- | --- |",
    row("texts", ({ texts: count }) => String(count)),
    row("found, to the character", ({ exact, gold }) => share(exact, gold)),
    row("found, at least in part", ({ met, gold }) => share(met, gold)),
    row("what is found is one that is marked", ({ exact, found }) => share(exact, found)),
    row("value right, where found", ({ valued, met }) => share(valued, met)),
    "",
  ];
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) process.stdout.write(await report());
