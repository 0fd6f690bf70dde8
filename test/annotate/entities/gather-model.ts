import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OnnxRuntime } from "../../../src/annotate/entities/own-model/onnx-runtime.ts";

const LABELS = ["O", "B-法人名", "I-法人名", "B-地名", "I-地名"];

/** One field of a protobuf message: a number, or bytes, with its tag. */
function field(tag: number, value: number | string | readonly number[]): number[] {
  if (typeof value === "number") return [...varint(tag << 3), ...varint(value)];
  const bytes = typeof value === "string" ? [...new TextEncoder().encode(value)] : value;
  return [...varint((tag << 3) | 2), ...varint(bytes.length), ...bytes];
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}

/** A tensor of a graph's input or output: element type, and dimensions by number or name. */
function tensorOf(name: string, type: number, dimensions: readonly (number | string)[]): number[] {
  const shape = dimensions.flatMap((dimension) => field(1, field(typeof dimension === "number" ? 1 : 2, dimension)));
  return [...field(1, name), ...field(2, field(1, [...field(1, type), ...field(2, shape)]))];
}

/** The ONNX graph of one node that gives each piece the row of scores of its number (onnx.proto, ONNX 1.16). */
function graphOf(rows: readonly (readonly number[])[]): Uint8Array {
  const scores = [...new Uint8Array(Float32Array.from(rows.flat()).buffer)];
  const [FLOAT, INT64] = [1, 7];
  const table = [
    ...field(1, rows.length),
    ...field(1, LABELS.length),
    ...field(2, FLOAT),
    ...field(8, "table"),
    ...field(9, scores),
  ];
  const gather = [...field(1, "table"), ...field(1, "input_ids"), ...field(2, "logits"), ...field(4, "Gather")];
  const graph = [
    ...field(1, gather),
    ...field(2, "gather"),
    ...field(5, table),
    ...field(11, tensorOf("input_ids", INT64, [1, "n"])),
    ...field(12, tensorOf("logits", FLOAT, [1, "n", LABELS.length])),
  ];
  return Uint8Array.from([...field(1, 8), ...field(7, graph), ...field(8, field(2, 13))]);
}

/** Writes the folder of a model that knows each piece by itself; gives its path. */
export function writeModel(
  pieces: Readonly<Record<string, string>>,
  { character = true, labels = "model\tlabel\n法人名\tORG\n地名\tGPE\n" } = {},
): string {
  const folder = mkdtempSync(join(tmpdir(), "yoron-model-"));
  const vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", ...Object.keys(pieces)];
  const rows = vocabulary.map((piece) => LABELS.map((label) => (label === (pieces[piece] ?? "O") ? 5 : 0)));
  writeFileSync(join(folder, "model.onnx"), graphOf(rows));
  writeFileSync(join(folder, "vocab.txt"), `${vocabulary.join("\n")}\n`);
  writeFileSync(join(folder, "config.json"), JSON.stringify({ id2label: { ...LABELS }, max_position_embeddings: 16 }));
  const type = character ? "character" : "wordpiece";
  writeFileSync(join(folder, "tokenizer_config.json"), JSON.stringify({ subword_tokenizer_type: type }));
  if (labels !== "") writeFileSync(join(folder, "labels.tsv"), labels);
  return folder;
}

/** A runtime that knows graphs of one Gather alone: the package's runtime is too large to be installed for a test. */
export const gatherRuntime: OnnxRuntime = {
  open: async (model) => {
    const graph = fieldsOf(fieldsOf(model).get(7)![0]!);
    const table = fieldsOf(graph.get(5)![0]!).get(9)![0]!;
    const scores = new Float32Array(Uint8Array.from(table).buffer);
    return {
      inputs: ["input_ids"],
      run: async ({ input_ids: numbers }) => {
        const size = LABELS.length;
        return Float32Array.from(
          [...numbers!].flatMap((number) => [...scores.subarray(Number(number) * size).subarray(0, size)]),
        );
      },
    };
  },
};

/** The fields of a message that hold bytes, by tag. */
function fieldsOf(message: Uint8Array): Map<number, Uint8Array[]> {
  const fields = new Map<number, Uint8Array[]>();
  let at = 0;
  const number = (): number => {
    let value = 0;
    for (let shift = 0; ; shift += 7) {
      const byte = message[at++]!;
      value |= (byte & 127) << shift;
      if (byte < 128) return value;
    }
  };
  while (at < message.length) {
    const tag = number();
    const value = number();
    if ((tag & 7) !== 2) continue;
    fields.set(tag >>> 3, [...(fields.get(tag >>> 3) ?? []), message.subarray(at, at + value)]);
    at += value;
  }
  return fields;
}
