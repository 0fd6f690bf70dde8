import type { CellOutput } from "./notebook.ts";

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]).toString("base64").slice(0, 5);

/** The part of a cell's outputs that is equal in every kernel, run and machine: all but the pixels, of which only the kind. */
export function comparable(outputs: readonly CellOutput[]): unknown[] {
  return outputs.map(({ kind, data }) => {
    const { "image/png": png, ...texts } = data;
    const picture = png === undefined ? {} : { png: String(png).startsWith(PNG) };
    return [kind, texts, picture];
  });
}
