import { YoronError } from "../../model/error.ts";
import { ENTITY_LABELS, type EntityLabel } from "../../model/layers.ts";
import { parseTsv } from "../../text/tsv.ts";
import type { GazetteerEntry } from "./gazetteer.ts";

const FOLDER = "data/gazetteers";
const some = (cell: string): string | null => (cell === "" ? null : cell);
const list = (cell: string): string[] => (cell === "" ? [] : cell.split("|"));

/** The package's gazetteers. */
export const GAZETTEER_FILES = ["countries", "places", "organisations", "media", "people", "things"].map(
  (name) => `${FOLDER}/${name}.tsv`,
);

/** Reads the package's gazetteers; `text` gives the text of one of {@link GAZETTEER_FILES}. */
export function readGazetteers(text: (path: string) => string): GazetteerEntry[] {
  const read = <Column extends string>(file: string, columns: readonly Column[]) =>
    parseTsv(text(`${FOLDER}/${file}`), columns, `${FOLDER}/${file}`);
  const countries = read("countries.tsv", ["id", "name", "latin", "capital", "aliases"]);
  return [
    ...countries.map(
      ({ id, name, latin, aliases }): GazetteerEntry => ({
        ...{ id, name, label: "GPE", kind: "country", country: id, role: null },
        aliases: [latin, ...list(aliases)],
      }),
    ),
    ...read("places.tsv", ["id", "name", "label", "country", "aliases"]).map(
      ({ id, name, label, country, aliases }): GazetteerEntry => ({
        ...{ id: some(id), name, label: label as EntityLabel, kind: "place", country: some(country), role: null },
        aliases: list(aliases),
      }),
    ),
    ...countries
      .filter(({ capital }) => capital !== "")
      .map(
        ({ id, capital }): GazetteerEntry => ({
          ...{ id: null, name: capital, label: "GPE", kind: "capital", country: id, role: null, aliases: [] },
        }),
      ),
    ...read("organisations.tsv", ["id", "name", "label", "kind", "country", "aliases"]).map(
      ({ id, name, label, kind, country, aliases }): GazetteerEntry => ({
        ...{ id: some(id), name, label: label as EntityLabel, kind, country: some(country), role: null },
        aliases: list(aliases),
      }),
    ),
    ...read("media.tsv", ["name", "country", "language", "aliases"]).map(
      ({ name, country, aliases }): GazetteerEntry => ({
        ...{ id: null, name, label: "ORG", kind: "media", country: some(country), role: null },
        aliases: list(aliases),
      }),
    ),
    ...read("people.tsv", ["name", "country", "role", "aliases"]).map(
      ({ name, country, role, aliases }): GazetteerEntry => ({
        ...{ id: null, name, label: "PERSON", kind: "person", country: some(country), role: some(role) },
        aliases: list(aliases),
      }),
    ),
    ...read("things.tsv", ["name", "label", "aliases"]).map(
      ({ name, label, aliases }): GazetteerEntry => ({
        ...{ id: null, name, label: label as EntityLabel, kind: "thing", country: null, role: null },
        aliases: list(aliases),
      }),
    ),
  ];
}

/** Reads a gazetteer of the user's own; throws `bad-lexicon` where it is malformed. */
export function readOwnGazetteer(text: string, file: string): GazetteerEntry[] {
  return parseTsv(text, ["name", "label", "id", "aliases"], file).map(({ name, label, id, aliases }) => {
    if (!(ENTITY_LABELS as readonly string[]).includes(label)) {
      throw new YoronError({
        code: "bad-lexicon",
        what: `${file}: "${name}" has no known label`,
        value: label,
        next: `known labels: ${ENTITY_LABELS.join(", ")}`,
      });
    }
    return {
      id: some(id),
      name,
      label: label as EntityLabel,
      kind: "own",
      country: null,
      role: null,
      aliases: list(aliases),
    };
  });
}
