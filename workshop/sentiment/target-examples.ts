/** Labelled targets: the project's comments and chABSA's aspects. */
import { existsSync, readFileSync } from "node:fs";

export type TargetLabel = "positive" | "neutral" | "negative";

/** A target in a text; `group` is the unit of cross-validation. */
export interface TargetExample {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly label: TargetLabel;
  readonly group: string;
}

const CHABSA = "../shared/data/aspect_chabsa_dev.jsonl";
const SIGNS: Readonly<Record<string, TargetLabel>> = { "+": "positive", "0": "neutral", "-": "negative" };

/** chABSA's aspects (CC BY 4.0), read from outside the project; its offsets count code points. */
export function chabsaTargets(): TargetExample[] {
  if (!existsSync(CHABSA)) throw new Error(`${CHABSA} is absent: training and scoring need chABSA's aspects there`);
  return readFileSync(CHABSA, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { id: string; text: string; start: number; end: number; polarity: TargetLabel })
    .map(({ id, text, start, end, polarity }) => {
      const units = (points: number) => [...text].slice(0, points).join("").length;
      return { text, start: units(start), end: units(end), label: polarity, group: id.split("-")[0]! };
    });
}

/** Targets of a gold file: one JSON object a line with `text` and `targets`. */
export function goldTargets(path: string): TargetExample[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter(Boolean)
    .flatMap((line, i) => {
      const { text, targets } = JSON.parse(line) as {
        text: string;
        targets: { start: number; end: number; label: TargetLabel }[];
      };
      return targets.map(({ start, end, label }) => ({ text, start, end, label, group: `${path}-${i}` }));
    });
}

/** Targets of the training file, one marked-up text a line: `{ロシア|-}は口だけだ。` */
export function writtenTargets(path = "data/training/targets.tsv"): TargetExample[] {
  if (!existsSync(path)) return [];
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#") && line !== "text")
    .flatMap((line, i) => {
      let text = "";
      const found: { start: number; end: number; label: TargetLabel }[] = [];
      for (const part of line.split(/(\{[^{}|]+\|[-+0]\})/u)) {
        if (!part.startsWith("{")) {
          text += part;
          continue;
        }
        const [phrase, sign] = part.slice(1, -1).split("|") as [string, string];
        found.push({ start: text.length, end: text.length + phrase.length, label: SIGNS[sign]! });
        text += phrase;
      }
      return found.map((target) => ({ text, ...target, group: `written-${i}` }));
    });
}
