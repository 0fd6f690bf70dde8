import { type LinearModel, SENTIMENT_MODEL } from "../../src/annotate/sentiment/model/linear-model.ts";
import { TONE_MODEL, type ToneScales } from "../../src/annotate/sentiment/model/tone-model.ts";
import { pack } from "../../src/words/packed.ts";

/** Returns the bytes of a model that was trained, as `decodeModel` reads them. */
export function encodeModel({ classes, rules, slots, scale, temperature }: LinearModel): Uint8Array {
  const { fround } = Math;
  return pack(SENTIMENT_MODEL, { rules, slots }, { classes, scale: fround(scale), temperature: fround(temperature) });
}

/** Returns the bytes of a model of tone, as `decodeToneModel` reads them. */
export function encodeToneModel(rules: Float32Array, slots: Int8Array, scales: ToneScales): Uint8Array {
  const { fround } = Math;
  return pack(
    TONE_MODEL,
    { rules, slots },
    {
      scale: fround(scales.scale),
      genreScale: fround(scales.genreScale),
      temperature: fround(scales.temperature),
    },
  );
}
