import { YoronError } from "../../../model/error.ts";

/** A token classifier that is open: numbers of pieces in, a score for each piece and label out. */
export interface TokenClassifier {
  /** Names of the inputs that the graph has: `input_ids`, `attention_mask`, `token_type_ids`. */
  readonly inputs: readonly string[];
  /** Returns the scores `[piece * labels + label]` of one row of inputs, each of the same length. */
  run(inputs: Readonly<Record<string, BigInt64Array>>): Promise<Float32Array>;
}

/** What runs ONNX graphs. */
export interface OnnxRuntime {
  open(model: Uint8Array): Promise<TokenClassifier>;
}

/** The part of `onnxruntime-node` that is used. */
interface RuntimePackage {
  readonly InferenceSession: { create(model: Uint8Array): Promise<Session> };
  readonly Tensor: new (type: "int64", data: BigInt64Array, shape: readonly number[]) => unknown;
}
interface Session {
  readonly inputNames: readonly string[];
  readonly outputNames: readonly string[];
  run(inputs: Readonly<Record<string, unknown>>): Promise<Readonly<Record<string, { readonly data: unknown }>>>;
}

const PACKAGE = "onnxruntime-node";

/**
 * Returns the runtime of the optional package `onnxruntime-node`, which is loaded here and nowhere else.
 *
 * Throws a `YoronError` `missing-resource` if it is not installed.
 */
export async function loadOnnxRuntime(): Promise<OnnxRuntime> {
  let loaded: RuntimePackage;
  try {
    const found = (await import(PACKAGE)) as RuntimePackage & { readonly default?: RuntimePackage };
    loaded = found.default ?? found;
  } catch (cause) {
    throw new YoronError({
      code: "missing-resource",
      what: "an entity model of your own needs the package",
      value: PACKAGE,
      next: `npm install ${PACKAGE} (with ONNXRUNTIME_NODE_INSTALL=skip it fetches nothing but the package)`,
      cause,
    });
  }
  return { open: async (model) => classifierOf(await loaded.InferenceSession.create(model), loaded.Tensor) };
}

function classifierOf(session: Session, Tensor: RuntimePackage["Tensor"]): TokenClassifier {
  return {
    inputs: session.inputNames,
    async run(inputs) {
      const rows = Object.entries(inputs).map(([name, data]) => [name, new Tensor("int64", data, [1, data.length])]);
      const outputs = await session.run(Object.fromEntries(rows));
      const scores = outputs[session.outputNames[0] ?? ""]?.data;
      if (scores instanceof Float32Array) return scores;
      throw new YoronError({
        code: "bad-value",
        what: "the entity model gives no float32 scores for its first output",
      });
    },
  };
}
