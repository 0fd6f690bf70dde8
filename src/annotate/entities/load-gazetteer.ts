import type { DataReader } from "../../model/data-folder.ts";
import { fingerprintOf } from "../../model/fingerprint.ts";
import { loadFolding, VARIANTS } from "../../words/fold.ts";
import { decodeGazetteer, encodeGazetteer } from "./compiled-gazetteer.ts";
import { compileGazetteer, Gazetteer, type GazetteerColumns } from "./gazetteer.ts";
import { GAZETTEER_FILES, readGazetteers, readOwnGazetteer } from "./read-gazetteers.ts";

/** Where the build puts the compiled gazetteers. */
export const COMPILED_GAZETTEERS = "dist/data/entities.gazetteers";

/** What the compiled gazetteers are made of. */
const FILES = [...GAZETTEER_FILES, VARIANTS];

/** Loads the package's gazetteers, compiled by the build or, where they changed since, from their files; and the user's own, which win. */
export function loadGazetteer(data: DataReader, own: readonly string[] = []): Gazetteer {
  const entries = own.flatMap((text, index) => readOwnGazetteer(text, `gazetteers[${index}]`));
  const folding = loadFolding(data);
  return new Gazetteer(
    compiled(data) ??
      compileGazetteer(
        readGazetteers((path) => data.text(path)),
        folding,
      ),
    entries.length === 0 ? null : new Gazetteer(compileGazetteer(entries, folding)),
  );
}

/** Compiles the package's gazetteers to the bytes of {@link COMPILED_GAZETTEERS}. */
export function buildGazetteers(data: DataReader): Uint8Array {
  return encodeGazetteer(
    readGazetteers((path) => data.text(path)),
    loadFolding(data),
    fingerprintOf(data, FILES),
  );
}

function compiled(data: DataReader): GazetteerColumns | null {
  let bytes: Uint8Array;
  try {
    bytes = data.bytes(COMPILED_GAZETTEERS);
  } catch {
    return null;
  }
  return decodeGazetteer(bytes, fingerprintOf(data, FILES));
}
