import { describe, expect, it } from "vitest";
import { decodeGazetteer, encodeGazetteer } from "../../../src/annotate/entities/compiled-gazetteer.ts";
import { buildGazetteers, COMPILED_GAZETTEERS, loadGazetteer } from "../../../src/annotate/entities/load-gazetteer.ts";
import { readGazetteers } from "../../../src/annotate/entities/read-gazetteers.ts";
import { type DataReader, dataReader } from "../../../src/model/data-folder.ts";
import { loadFolding } from "../../../src/words/fold.ts";

const source = dataReader();
const entries = readGazetteers((path) => source.text(path));
const folding = loadFolding(source);
const compiled = buildGazetteers(source);

/** The package's data with another file of compiled gazetteers. */
const withCompiled = (bytes: Uint8Array): DataReader => ({
  text: source.text,
  bytes: (path) => (path === COMPILED_GAZETTEERS ? bytes : source.bytes(path)),
});

describe("compiled gazetteers", () => {
  it("hold every entry as the files have it", () => {
    const columns = decodeGazetteer(encodeGazetteer(entries, folding, 7), 7);
    expect(entries.map((_, i) => columns!.entry(i))).toEqual(entries);
  });

  it.each([
    ["made from other files", encodeGazetteer(entries.slice(0, 3), folding, 7)],
    ["cut short", compiled.slice(0, -1)],
    ["empty", new Uint8Array()],
    ["of something else", compiled.map((byte, i) => (i === 0 ? 0 : byte))],
  ])("%s are passed over for the files", (_, bytes) => {
    const gazetteer = loadGazetteer(withCompiled(bytes));
    for (const name of ["日本", "ＮＨＫ", "パリ"]) {
      expect(gazetteer.get(name)).toEqual(loadGazetteer(withCompiled(compiled)).get(name));
      expect(gazetteer.get(name)).not.toBeNull();
    }
  });

  it("give way to the user's own names, save where theirs are longer", () => {
    const own = ["name\tlabel\tid\taliases\n大阪\tPERSON\tQ1\t\n"];
    const gazetteer = loadGazetteer(source, own);
    const read = (text: string) => {
      const entry = gazetteer.longest(text, 0, () => true);
      return [entry?.label, gazetteer.matchEnd];
    };
    expect(read("大阪は")).toEqual(["PERSON", 2]);
    expect(read("大阪府は")).toEqual(["GPE", 3]);
    expect(gazetteer.byId("Q1")?.kind).toBe("own");
    expect(gazetteer.byId("FR")?.name).toBe("フランス");
  });
});
