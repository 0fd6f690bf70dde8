import { readFileSync } from "node:fs";
import { BEGIN, END, INSIDE, LABELS, labelOf, OUTSIDE, SINGLE } from "../../src/annotate/entities/model/labels.ts";
import type { Tokens } from "../../src/model/tokens.ts";
import { readRows } from "./predict.ts";

/** Types of all label sets, folded; an index into the model's types. `skip`: no name for this model; `free`: anything goes. */
const COARSE: Readonly<Record<string, number | "skip" | "free">> = {
  PERSON: 0,
  人名: 0,
  ORG: 1,
  ORGANIZATION: 1,
  法人名: 1,
  政治的組織名: 1,
  その他の組織名: 1,
  GPE: 2,
  LOC: 2,
  FAC: 2,
  LOCATION: 2,
  地名: 2,
  施設名: 2,
  PRODUCT: 3,
  WORK_OF_ART: 3,
  EVENT: 3,
  LAW: 3,
  ARTIFACT: 3,
  製品名: 3,
  イベント名: 3,
  NORP: "free",
  OPTIONAL: "free",
  PET_NAME: "free",
  MOVEMENT: "free",
};

export interface GoldEntity {
  readonly start: number;
  readonly end: number;
  readonly type: string;
}

/** All labels allowed: a bit for each. */
const ANY = (1 << LABELS) - 1;

/**
 * Turns gold spans (UTF-16) into the set of allowed labels of each token, as bits.
 *
 * A span that cuts a token makes its tokens free; so do spans whose type does not say whether this model should find them.
 */
export function allowedLabels(tokens: Tokens, entities: readonly GoldEntity[]): Int32Array {
  const allowed = new Int32Array(tokens.length).fill(1 << OUTSIDE);
  for (const { start, end, type } of entities) {
    const coarse = COARSE[type] ?? "skip";
    if (coarse === "skip") continue;
    const first = tokens.indexAt(start);
    const last = tokens.indexAt(end - 1);
    if (first >= tokens.length) continue;
    const cut = tokens.start(first) !== start || tokens.end(last) !== end;
    if (cut || coarse === "free") {
      for (let i = first; i <= last && i < tokens.length; i++) allowed[i] = ANY;
    } else if (first === last) allowed[first] = 1 << labelOf(coarse, SINGLE);
    else {
      for (let i = first; i <= last; i++)
        allowed[i] = 1 << labelOf(coarse, i === first ? BEGIN : i === last ? END : INSIDE);
    }
  }
  return allowed;
}

export interface TrainingText {
  readonly text: string;
  readonly entities: readonly GoldEntity[];
}

/** Reads rows whose index `keep` accepts, with offsets turned from code points to UTF-16. */
export function readTraining(file: string, keep: (index: number) => boolean = () => true): TrainingText[] {
  return readRows(file)
    .filter((_, index) => keep(index))
    .map(({ text, entities }) => {
      const units: number[] = [0];
      for (const char of text) units.push(units.at(-1)! + char.length);
      return {
        text,
        entities: entities.map(({ start, end, type }) => ({ start: units[start]!, end: units[end]!, type: type! })),
      };
    });
}

/** Reads the sentences written for this project: a text a line, names as `[[surface|LABEL]]`, `#` begins a comment. */
export function readInline(file: string): TrainingText[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"))
    .map((line) => {
      const entities: GoldEntity[] = [];
      let text = "";
      let at = 0;
      for (const match of line.matchAll(/\[\[([^|\]]+)\|([A-Z_]+)\]\]/g)) {
        text += line.slice(at, match.index);
        entities.push({ start: text.length, end: text.length + match[1]!.length, type: match[2]! });
        text += match[1]!;
        at = match.index + match[0].length;
      }
      return { text: text + line.slice(at), entities };
    });
}
