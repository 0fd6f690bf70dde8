import { type DataReader, dataReader } from "../model/data-folder.ts";

/** How far a layer is right, as docs/accuracy.md has it. */
export interface Accuracy {
  readonly layer: string;
  readonly measure: string;
  /** Real texts; texts written for the project that nothing was learned from; a set by the hands that wrote the rules. */
  readonly on: "real" | "written" | "own";
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly cases: number | null;
}

/** Returns the package's own figures. */
export function loadAccuracy(data: DataReader = dataReader()): readonly Accuracy[] {
  // Written by workshop/accuracy/figures.ts; a test holds it to docs/accuracy.md.
  return JSON.parse(data.text("data/accuracy.json")) as readonly Accuracy[];
}
