import { LAYERS } from "../../analyze.ts";
import { checkOptions, YoronError } from "../../model/error.ts";
import { loadResources } from "../../resources.ts";
import { type CorpusManifest, hasForeignManifest, MANIFEST } from "../../tables/export/corpus/manifest.ts";
import { version } from "../../version.ts";
import { fingerprint } from "../fingerprint.ts";
import { checkPrivacy } from "../with-privacy.ts";
import type { BuildCorpusOptions } from "./build-options.ts";
import { analyzedLayers, type BuildSettings, CORPUS_LAYERS, toldSettings, USUAL_LAYERS } from "./build-settings.ts";

/** Returns what the options say, the usual where they say nothing; throws for what cannot be asked. */
export async function checked(options: BuildCorpusOptions) {
  checkOptions(
    options,
    [
      "workers",
      "layers",
      "read",
      "analyze",
      "privacy",
      "told",
      "userDictionary",
      "lexicons",
      "gazetteers",
      "entities",
      "tuned",
    ],
    "buildCorpus",
  );
  const {
    workers = 0,
    layers: asked = USUAL_LAYERS,
    read = {},
    analyze = {},
    privacy = {},
    told = () => {},
    ...words
  } = options;
  checkPrivacy(privacy);
  if (!Number.isInteger(workers) || workers < 0)
    throw new YoronError({ code: "bad-value", what: "workers is a whole number from 0, not", value: workers });
  const unknown = asked.find((layer) => !CORPUS_LAYERS.includes(layer));
  if (unknown !== undefined) {
    throw new YoronError({
      code: "unknown-name",
      what: "there is no layer",
      value: unknown,
      next: `known layers: ${CORPUS_LAYERS.join(", ")}`,
    });
  }
  // Own words that are wrong are told once, before any source is read.
  if (Object.keys(words).length > 0) await loadResources(words);
  const layers = CORPUS_LAYERS.filter((layer) => asked.includes(layer));
  const computed = LAYERS.filter((layer) => analyzedLayers(layers).includes(layer));
  const settings: BuildSettings = {
    layers,
    read,
    analyze: { ...analyze, layers: computed },
    privacy,
    ownWords: words.userDictionary !== undefined,
    words: await fingerprint(words),
  };
  return { workers, settings, words, told };
}

/** Throws where a file of another would be written over by the manifest. */
export async function checkForeign(folder: string): Promise<void> {
  if (!(await hasForeignManifest(folder))) return;
  throw new YoronError({
    code: "unwritable",
    what: `the folder holds a ${MANIFEST} that is not of a corpus, and would be lost:`,
    value: folder,
    next: "build into another folder",
  });
}

/** Throws where a corpus was made otherwise: its sources are all made alike, or figures over them would say nothing. */
export function checkSame(old: CorpusManifest, settings: BuildSettings, folder: string): void {
  const next = "give the options it was built with, or build into another folder";
  if (old.yoron !== version)
    throw new YoronError({
      code: "bad-value",
      what: `the corpus was built by Yoron ${old.yoron}, not ${version}:`,
      value: folder,
      next,
    });
  const now = toldSettings(settings);
  for (const [name, value] of Object.entries(now)) {
    const was = (old.settings as unknown as Readonly<Record<string, unknown>>)[name];
    if (JSON.stringify(was) === JSON.stringify(value)) continue;
    throw new YoronError({
      code: "bad-value",
      what: `the corpus was built with other settings (${name}):`,
      value: was,
      next,
    });
  }
}
