/** What no text may make a layer say. */
import { annotateLine, layerNames, printAnswer, type Resources } from "../../src/index.ts";

const PROPOSITION = "無人クレーンの導入";

/** Returns the broken promises of all layers over one text, each as "kind: where". */
export function layerFaults(text: string, resources: Resources): string[] {
  const line = JSON.stringify({ id: 1, text, published: "2024-05-01", targets: ["港"], propositions: [PROPOSITION] });
  const answer = annotateLine(line, resources);
  if ("error" in answer) return [`error: ${JSON.stringify(answer.error)}`];
  const printed = printAnswer(answer);
  const faults: string[] = [];
  const told = JSON.parse(printed) as Record<string, unknown>;
  for (const layer of layerNames) walk(told[layer], layer, text, faults);
  tokensCover(told.tokens as readonly Placed[], text, faults);
  inOrder(told.sentences as readonly Placed[], "sentences", faults);
  inOrder(told.tokens as readonly Placed[], "tokens", faults);
  if (printAnswer(annotateLine(line, resources)) !== printed) faults.push("again: a second call says something else");
  return faults;
}

interface Placed {
  readonly start: number;
  readonly end: number;
  readonly surface?: string;
}

/** Every span lies in the text and cuts no sign of two units; what is said to stand there does; numbers are numbers in their bounds. */
function walk(value: unknown, path: string, text: string, faults: string[]): void {
  if (typeof value === "string") {
    if (value === "NaN" || value === "undefined") if (!text.includes(value)) faults.push(`word: ${path} is "${value}"`);
    return;
  }
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const one of value) walk(one, `${path}[]`, text, faults);
    return;
  }
  const row = value as Record<string, unknown>;
  if ("start" in row || "end" in row) {
    const { start, end } = row as { start: number; end: number };
    if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end)
      faults.push(`span: ${path} [${start}, ${end}) of ${text.length}`);
    else if (cutsSign(text, start) || cutsSign(text, end)) faults.push(`half: ${path} [${start}, ${end}) cuts a sign`);
    else {
      for (const key of ["text", "surface"])
        if (typeof row[key] === "string" && row[key] !== text.slice(start, end))
          faults.push(`words: ${path}.${key} "${row[key]}" is not "${text.slice(start, end)}"`);
    }
  }
  for (const [key, part] of Object.entries(row)) {
    if (key === "confidence" && !(typeof part === "number" && part >= 0 && part <= 1))
      faults.push(`bound: ${path}.confidence ${part}`);
    if (key === "score" && !(typeof part === "number" && part >= -1 && part <= 1))
      faults.push(`bound: ${path}.score ${part}`);
    walk(part, `${path}.${key}`, text, faults);
  }
}

/** Whether a place lies between the two halves of one sign. */
function cutsSign(text: string, at: number): boolean {
  return /[\ud800-\udbff]/.test(text[at - 1] ?? "") && /[\udc00-\udfff]/.test(text[at] ?? "");
}

/** The tokens, joined with the white space between them, are the text. */
function tokensCover(tokens: readonly Placed[], text: string, faults: string[]): void {
  let at = 0;
  for (const { start, end } of tokens) {
    if (text.slice(at, start).trim() !== "") faults.push(`gap: no token for "${text.slice(at, start)}"`);
    at = end;
  }
  if (text.slice(at).trim() !== "") faults.push(`gap: no token for "${text.slice(at)}"`);
}

function inOrder(rows: readonly Placed[], layer: string, faults: string[]): void {
  rows.forEach(({ start }, index) => {
    if (index > 0 && start < rows[index - 1]!.end) faults.push(`order: ${layer} at ${start}`);
  });
}
