import type { AnalyzedUnit } from "../../../model/analysis.ts";
import { YoronError } from "../../../model/error.ts";
import type { EntitySpan } from "../span.ts";
import { loadOnnxRuntime, type OnnxRuntime, type TokenClassifier } from "./onnx-runtime.ts";
import { type ModelFolder, readModelFolder, SPECIAL } from "./read-model-folder.ts";
import { type Piece, piecesOf } from "./word-pieces.ts";

/** Names that a model of the user's own found, by the id of the unit. */
export type PredictedNames = ReadonlyMap<string, readonly EntitySpan[]>;

/** A token classifier of the user's own, which finds names instead of the package's model. */
export class OwnEntityModel {
  readonly #folder: ModelFolder;
  readonly #classifier: TokenClassifier;

  constructor(folder: ModelFolder, classifier: TokenClassifier) {
    this.#folder = folder;
    this.#classifier = classifier;
  }

  /** Returns the names of units, sentence by sentence; long sentences are cut where the model can take no more. */
  async predict(units: readonly AnalyzedUnit[]): Promise<PredictedNames> {
    const names = new Map<string, readonly EntitySpan[]>();
    for (const unit of units) {
      const found: EntitySpan[] = [];
      for (const { firstToken, lastToken } of unit.sentences) {
        const pieces = piecesOf(unit.tokens, firstToken, lastToken, this.#folder);
        const most = this.#folder.longest - 2;
        for (let at = 0; at < pieces.length; at += most)
          found.push(...(await this.#names(pieces.slice(at, at + most))));
      }
      names.set(unit.id, found);
    }
    return names;
  }

  async #names(pieces: readonly Piece[]): Promise<EntitySpan[]> {
    const { vocabulary, labels } = this.#folder;
    const [first, last] = [vocabulary.get(SPECIAL.first)!, vocabulary.get(SPECIAL.last)!];
    const numbers = BigInt64Array.from([first, ...pieces.map(({ number }) => number), last], BigInt);
    const inputs: Record<string, BigInt64Array> = {};
    for (const name of this.#classifier.inputs)
      inputs[name] = name === "input_ids" ? numbers : numbers.map(() => (name === "attention_mask" ? 1n : 0n));
    const scores = await this.#classifier.run(inputs);
    if (scores.length !== numbers.length * labels.length) {
      throw new YoronError({
        code: "bad-value",
        what: `the entity model gives ${scores.length} scores for ${numbers.length} pieces and ${labels.length} labels`,
      });
    }
    return namesOf(pieces, scores, labels);
  }
}

/** Returns the names that the best label of each piece makes; what goes on with another label begins a name. */
function namesOf(pieces: readonly Piece[], scores: Float32Array, labels: ModelFolder["labels"]): EntitySpan[] {
  const names: EntitySpan[] = [];
  // What the loop assigns is not seen by the checker otherwise.
  let open = null as EntitySpan | null;
  for (let i = 0; i < pieces.length; i++) {
    const { start, end, asked } = pieces[i]!;
    if (!asked) continue;
    const { number, share } = best(scores.subarray((i + 1) * labels.length, (i + 2) * labels.length));
    const { label, begins } = labels[number]!;
    if (label !== null && open?.label === label && !begins) {
      open = { ...open, end, confidence: Math.min(open.confidence, share) };
      continue;
    }
    if (open !== null) names.push(open);
    open = label === null ? null : { start, end, label, by: "own-model", confidence: share };
  }
  if (open !== null) names.push(open);
  return names;
}

/** Returns the best of some scores, and its share by the softmax. */
function best(scores: Float32Array): { readonly number: number; readonly share: number } {
  const top = Math.max(...scores);
  const total = scores.reduce((sum, score) => sum + Math.exp(score - top), 0);
  return { number: scores.indexOf(top), share: 1 / total };
}

/** Returns the model in a folder, opened by a runtime: that of `onnxruntime-node` by default. */
export async function loadOwnModel(folder: string, runtime?: OnnxRuntime): Promise<OwnEntityModel> {
  const read = readModelFolder(folder);
  return new OwnEntityModel(read, await (runtime ?? (await loadOnnxRuntime())).open(read.model));
}
