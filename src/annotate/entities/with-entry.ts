import { PLACES } from "../../model/labels.ts";
import type { Rule } from "../../words/rule.ts";
import type { GazetteerEntry } from "./gazetteer.ts";
import type { EntityResources } from "./resources.ts";
import type { EntitySpan } from "./span.ts";

/** A name of the model and what the gazetteers know of its words. */
interface Found {
  readonly name: EntitySpan;
  readonly surface: string;
  readonly entry: GazetteerEntry | null;
  readonly resources: Pick<EntityResources, "gazetteer" | "countryKanji" | "patterns" | "latinNames">;
}

/** A rule of whose label a name bears; `where` is what the model says of its example. */
interface EntryRule extends Rule {
  readonly where: Pick<EntitySpan, "label" | "confidence">;
  readonly when: (found: Found) => boolean;
  readonly becomes: (found: Found) => EntitySpan;
}

/** Kremlin.ru, example.co.jp: the name of a site. */
const SITE = /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:com|net|org|info|jp|ru|ua|uk|de|fr|eu|cn|kr|us|gov|edu|tv|io)$/;

/** The confidence above which the model's label wins over the entry's; lower of places in Japan, whose names people bear too. */
const SURE = 0.9;
const SURE_OF_JAPAN = 0.7;

const organisation = ({ name }: Found): EntitySpan => ({ ...name, label: "ORG" });
const asItIs = ({ name }: Found): EntitySpan => name;
const asListed = ({ name, entry }: Found): EntitySpan => ({ ...name, label: entry!.label, entry: entry! });

/** Whose label a name bears, the model's or its entry's, by priority: the first row that fits decides. */
export const ENTRY_RULES: readonly EntryRule[] = [
  {
    name: "site",
    example: "harbour.example.co.jp",
    where: { label: "PERSON", confidence: 0.8 },
    when: ({ name, surface, entry }) => entry === null && name.label === "PERSON" && SITE.test(surface),
    becomes: organisation,
  },
  {
    name: "person in Latin letters",
    example: "Nakagawa Jun",
    where: { label: "PRODUCT", confidence: 0.8 },
    when: ({ name, surface, entry, resources: { latinNames } }) =>
      entry === null && name.label !== "PERSON" && latinNames.isPerson(surface),
    becomes: ({ name }) => ({ ...name, label: "PERSON" }),
  },
  {
    name: "no people",
    example: "北稜緑の会",
    where: { label: "NORP", confidence: 0.8 },
    when: ({ name, surface, entry, resources: { patterns } }) =>
      entry === null && name.label === "NORP" && !patterns.people.test(surface),
    becomes: organisation,
  },
  {
    name: "unknown",
    example: "湯ノ森",
    where: { label: "LOC", confidence: 0.8 },
    when: ({ entry }) => entry === null,
    becomes: asItIs,
  },
  {
    name: "the same, or both places",
    example: "ロシア",
    where: { label: "LOC", confidence: 0.95 },
    when: ({ name, entry }) =>
      entry!.label === name.label || (PLACES.has(name.label) && PLACES.has(entry!.label)) || name.label === "NORP",
    becomes: asListed,
  },
  {
    name: "model is sure",
    example: "ロシア",
    where: { label: "ORG", confidence: 0.95 },
    when: ({ name, entry }) =>
      name.confidence > (entry!.country === "JP" && PLACES.has(entry!.label) ? SURE_OF_JAPAN : SURE),
    becomes: asItIs,
  },
  {
    name: "entry wins",
    example: "ロシア",
    where: { label: "ORG", confidence: 0.5 },
    when: () => true,
    becomes: asListed,
  },
];

/** Returns a name of the model with its gazetteer entry. */
export function withEntry(name: EntitySpan, text: string, resources: Found["resources"]): EntitySpan {
  const { gazetteer, countryKanji } = resources;
  const surface = text.slice(name.start, name.end);
  const country = name.label === "GPE" ? countryKanji.get(surface) : undefined;
  const entry = country === undefined ? gazetteer.get(surface) : gazetteer.byId(country.id);
  const found = { name, surface, entry, resources };
  return ENTRY_RULES.find(({ when }) => when(found))!.becomes(found);
}
