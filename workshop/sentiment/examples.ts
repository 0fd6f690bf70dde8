/** Labelled sentences: the project's own, by subject, and chABSA's from outside the project. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { SentimentLabel } from "../../src/model/layers.ts";
import { parseTsv } from "../../src/text/tsv.ts";

/** A text with its label; `subject` is the unit of cross-validation. */
export interface Example {
  readonly text: string;
  readonly label: SentimentLabel;
  readonly subject: string;
  /** The report that a sentence of chABSA is from; else the subject. */
  readonly group: string;
}

const OWN = "data/training/sentiment";
export const CHABSA = "../shared/data/sentiment_chabsa_dev.jsonl";

/** The project's own sentences. */
export function ownExamples(): Example[] {
  return readdirSync(OWN)
    .filter((file) => file.endsWith(".tsv"))
    .sort()
    .flatMap((file) =>
      parseTsv(readFileSync(`${OWN}/${file}`, "utf8"), ["label", "text"], file).map(({ label, text }) => ({
        text,
        label: label as SentimentLabel,
        subject: file.slice(0, -".tsv".length),
        group: file.slice(0, -".tsv".length),
      })),
    );
}

/** chABSA's sentences of securities reports (CC BY 4.0), which are read from outside the project. */
export function chabsaExamples(): Example[] {
  if (!existsSync(CHABSA)) throw new Error(`${CHABSA} is absent: training and scoring need chABSA's sentences there`);
  return readFileSync(CHABSA, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { id: string; text: string; label: SentimentLabel })
    .map(({ id, text, label }) => ({ text, label, subject: "chabsa", group: id.split("-")[0]! }));
}
