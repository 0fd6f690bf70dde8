import { unpack } from "../../../words/packed.ts";
import { SLOTS } from "./grams.ts";

/** The model of tone as it is packed. */
export const TONE_MODEL = {
  kind: "tone model",
  version: 2,
  columns: { rules: "float32", slots: "int8" },
} as const;

/**
 * Weights of a rule feature: four classes of reviews and posts, four of comments on measures, what each of these is moved by as
 * far as a text is such a comment, and how far it is one.
 */
export const RULE_COLUMNS = 17;
/** The same of an n-gram, which moves with no genre; those of reviews and posts are told against `mixed`, which has none. */
export const SLOT_COLUMNS = 8;
/** The places among the weights of a rule feature; the classes stand in the order of the labels. */
export const PLAIN = 0;
export const COMMENT = 4;
/** So far behind the weights of a class stand those by which the genre moves it. */
export const MOVED = 8;
export const GENRE = 16;
/**
 * What must speak for a comment, in logits, before it is read half as one: a review that is taken for a comment on a measure
 * loses more than such a comment that is read as a review.
 */
export const DOUBT = 1;

/**
 * Two multinomial logistic regressions over the same rule features and n-grams, and a third, of two classes, that mixes them.
 *
 * In comments that argue about a measure the same words are neutral more often, or turned; what such comments teach must not
 * be believed of a review of a hotel.
 */
export interface ToneModel {
  /** Features × {@link RULE_COLUMNS}. */
  readonly rules: Float32Array;
  /**
   * {@link SLOTS} × {@link SLOT_COLUMNS}, two words each: positive, neutral and negative of the plain one, each less its weight of
   * mixed, and the genre; positive, neutral, negative and mixed of that of comments.
   */
  readonly words: Int32Array;
  /** What a step of an n-gram's weight is, and of its genre. */
  readonly scale: number;
  readonly genreScale: number;
  /** Divisor of the logits, so that probabilities are as right as they say (Guo et al. 2017). */
  readonly temperature: number;
}

/** The numbers of a tone model that its columns do not hold. */
export type ToneScales = Pick<ToneModel, "scale" | "genreScale" | "temperature">;

/** Returns the model of its columns: a view where the bytes are aligned, else a copy. */
export function makeToneModel(rules: Float32Array, slots: Int8Array, scales: ToneScales): ToneModel {
  const bytes = slots.byteOffset % 4 === 0 ? slots : slots.slice();
  return { rules, words: new Int32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4), ...scales };
}

/** Returns the model that training packed; null if the bytes are of a model with other features. */
export function decodeToneModel(bytes: Uint8Array, features: number): ToneModel | null {
  const read = unpacked(bytes);
  if (read === null) return null;
  const { rules, slots } = read.columns;
  const { scale, genreScale, temperature } = read.facts;
  if (rules.length !== features * RULE_COLUMNS || slots.length !== SLOTS * SLOT_COLUMNS) return null;
  if (scale === undefined || genreScale === undefined || temperature === undefined) return null;
  return makeToneModel(rules, slots, { scale, genreScale, temperature });
}

function unpacked(bytes: Uint8Array) {
  try {
    return unpack(TONE_MODEL, bytes);
  } catch {
    return null;
  }
}

/** A model that knows nothing: all weights 0. */
export function blankToneModel(features: number): ToneModel {
  return makeToneModel(new Float32Array(features * RULE_COLUMNS), new Int8Array(SLOTS * SLOT_COLUMNS), {
    scale: 1,
    genreScale: 1,
    temperature: 1,
  });
}
