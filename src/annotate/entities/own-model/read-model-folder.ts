import { readFileSync } from "node:fs";
import { join } from "node:path";
import { YoronError } from "../../../model/error.ts";
import { ENTITY_LABELS, type EntityLabel } from "../../../model/labels.ts";
import { parseTsv } from "../../../text/tsv.ts";

/** What a label of a model says of a piece: a name's beginning, its middle or end, or (null) no name. */
export interface PieceLabel {
  readonly begins: boolean;
  readonly label: EntityLabel | null;
}

/** What stands in the folder of a model. */
export interface ModelFolder {
  readonly model: Uint8Array;
  /** Number of each piece. */
  readonly vocabulary: ReadonlyMap<string, number>;
  readonly labels: readonly PieceLabel[];
  /** Whether every character is a piece of its own. */
  readonly byCharacter: boolean;
  readonly lower: boolean;
  /** Most pieces of one row, its two ends included. */
  readonly longest: number;
}

interface Config {
  readonly id2label?: Readonly<Record<string, string>>;
  readonly max_position_embeddings?: number;
}
interface TokenizerConfig {
  readonly subword_tokenizer_type?: string;
  readonly do_lower_case?: boolean;
  readonly model_max_length?: number;
}

/** Pieces that every vocabulary of BERT has. */
export const SPECIAL = { unknown: "[UNK]", first: "[CLS]", last: "[SEP]" } as const;

/**
 * Returns a token classifier as Hugging Face lays it out: `model.onnx`, `vocab.txt`, `config.json` with `id2label`, and
 * `tokenizer_config.json`, which may be absent; `labels.tsv` (columns model, label) leads the model's labels to Yoron's.
 *
 * Throws a `YoronError`: `missing-resource` for a file that cannot be read, `bad-value` for one that does not fit.
 */
export function readModelFolder(folder: string): ModelFolder {
  const config: Config = json(folder, "config.json");
  const tokenizer: TokenizerConfig = json(folder, "tokenizer_config.json", "{}");
  const pieces = text(folder, "vocab.txt")
    .split(/\r?\n/)
    .filter((piece) => piece !== "");
  const vocabulary = new Map(pieces.map((piece, number) => [piece, number]));
  for (const piece of Object.values(SPECIAL)) {
    if (!vocabulary.has(piece))
      throw new YoronError({ code: "bad-value", what: "vocab.txt of the entity model lacks", value: piece });
  }
  return {
    model: bytes(folder, "model.onnx"),
    vocabulary,
    labels: pieceLabels(config.id2label ?? {}, labelNames(folder)),
    byCharacter: tokenizer.subword_tokenizer_type === "character",
    lower: tokenizer.do_lower_case ?? false,
    longest: Math.min(config.max_position_embeddings ?? 512, tokenizer.model_max_length ?? 512),
  };
}

function bytes(folder: string, name: string): Uint8Array {
  try {
    return readFileSync(join(folder, name));
  } catch (cause) {
    const next = "a folder of a model holds model.onnx, vocab.txt, config.json and labels.tsv";
    throw new YoronError({ code: "missing-resource", what: "cannot read", value: join(folder, name), next, cause });
  }
}

function text(folder: string, name: string, otherwise?: string): string {
  try {
    return new TextDecoder().decode(bytes(folder, name));
  } catch (error) {
    if (otherwise === undefined) throw error;
    return otherwise;
  }
}

function json<T>(folder: string, name: string, otherwise?: string): T {
  try {
    return JSON.parse(text(folder, name, otherwise)) as T;
  } catch (cause) {
    if (cause instanceof YoronError) throw cause;
    throw new YoronError({ code: "bad-value", what: "not JSON:", value: join(folder, name), cause });
  }
}

/** Returns what `labels.tsv` calls the model's labels; without it they are called as they are. */
function labelNames(folder: string): ReadonlyMap<string, string> | null {
  const table = text(folder, "labels.tsv", "");
  if (table === "") return null;
  return new Map(parseTsv(table, ["model", "label"], "labels.tsv").map(({ model, label }) => [model, label]));
}

function pieceLabels(
  id2label: Readonly<Record<string, string>>,
  names: ReadonlyMap<string, string> | null,
): readonly PieceLabel[] {
  const numbers = Object.keys(id2label).map(Number);
  const labels = Array.from({ length: numbers.length }, (_, number) => {
    const written = id2label[number] ?? "O";
    const [, part = "I", type = written] = /^([BIESLU])[-_](.+)$/.exec(written) ?? [];
    const begins = "BSU".includes(part);
    if (written === "O") return { begins, label: null };
    const label = names === null ? type : names.get(type);
    if (label === "") return { begins, label: null };
    if (label !== undefined && isLabel(label)) return { begins, label };
    throw new YoronError({
      code: "bad-value",
      what: "labels.tsv of the entity model has no label of Yoron for",
      value: type,
      next: `a row for it with one of ${ENTITY_LABELS.join(", ")}, or with nothing`,
    });
  });
  if (labels.length === 0)
    throw new YoronError({ code: "bad-value", what: "config.json of the entity model has no id2label" });
  return labels;
}

const isLabel = (label: string): label is EntityLabel => (ENTITY_LABELS as readonly string[]).includes(label);
