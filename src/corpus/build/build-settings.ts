import { createHash } from "node:crypto";
import type { AnalyzeOptions, Layer } from "../../analyze.ts";
import type { ReadOptions } from "../../read/format.ts";
import { type CorpusLayer, corpusTables } from "../../tables/corpus-tables.ts";
import type { CorpusSettings } from "../../tables/export/corpus/manifest.ts";
import { version } from "../../version.ts";
import type { Privacy } from "../with-privacy.ts";

/** What is the same for all sources of a corpus, as threads need it. */
export interface BuildSettings {
  readonly layers: readonly CorpusLayer[];
  readonly read: ReadOptions;
  readonly analyze: AnalyzeOptions;
  readonly privacy: Privacy;
  /** Whether there is a user dictionary. */
  readonly ownWords: boolean;
  /** A hash of own words. */
  readonly words: string;
  /** Bytes from which sources are read in slices, and bytes of a slice; for tests of short ones. */
  readonly sliced?: number;
}

/** The layers of a corpus where none are asked for: all but the words and sentences themselves, which are many. */
export const USUAL_LAYERS: readonly CorpusLayer[] = corpusTables
  .flatMap(({ layer }) => (layer === null || layer === "tokens" || layer === "sentences" ? [] : [layer]))
  .filter((layer, at, all) => all.indexOf(layer) === at);

/** All that a corpus can hold. */
export const CORPUS_LAYERS: readonly CorpusLayer[] = ["tokens", "sentences", ...USUAL_LAYERS];

/** Returns the layers that `analyze` has to compute. */
export function analyzedLayers(layers: readonly CorpusLayer[]): readonly Layer[] {
  return layers.filter((layer): layer is Layer => layer !== "tokens" && layer !== "sentences");
}

/** Returns the settings as a corpus tells them; a secret is told by a hash. */
export function toldSettings({ layers, read, analyze, privacy, ownWords, words }: BuildSettings): CorpusSettings {
  const { layers: _, ...asked } = analyze;
  const { authors = "named", key, maskPersons = false } = privacy;
  const secret =
    key === undefined
      ? words
      : createHash("sha256")
          .update(JSON.stringify([words, key]))
          .digest("hex");
  return { layers, read, analyze: asked, authors, maskPersons, ownWords, words: secret };
}

/** Returns a hash of all that decides what a source becomes. */
export function fingerprintOf(settings: BuildSettings): string {
  return createHash("sha256")
    .update(JSON.stringify([version, toldSettings(settings)]))
    .digest("hex");
}
