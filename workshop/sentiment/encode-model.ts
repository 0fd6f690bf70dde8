import { type LinearModel, SENTIMENT_MODEL } from "../../src/annotate/sentiment/model/linear-model.ts";
import { pack } from "../../src/words/packed.ts";

/** Returns the bytes of a model that was trained, as `decodeModel` reads them. */
export function encodeModel({ classes, rules, slots, scale, temperature }: LinearModel): Uint8Array {
  const { fround } = Math;
  return pack(SENTIMENT_MODEL, { rules, slots }, { classes, scale: fround(scale), temperature: fround(temperature) });
}
