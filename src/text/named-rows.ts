import { YoronError } from "../model/error.ts";
import { parseTsv } from "./tsv.ts";

/** Words by the names of their lists. */
export type WordLists<Name extends string> = Readonly<Record<Name, ReadonlySet<string>>>;

/** Numbers by the names of what they weigh. */
export type Weights<Name extends string> = Readonly<Record<Name, number>>;

/** Returns the lists of a data file with the columns list and word; throws `bad-lexicon` for a list that is unknown or absent. */
export function parseLists<Name extends string>(text: string, names: readonly Name[], file: string): WordLists<Name> {
  const lists = new Map<string, Set<string>>(names.map((name) => [name, new Set()]));
  for (const { list, word } of parseTsv(text, ["list", "word"], file)) known(lists, list, file).add(word);
  for (const [name, words] of lists) if (words.size === 0) throw absent(name, file);
  // Each name has been given its list above.
  return Object.freeze(Object.fromEntries(lists)) as Record<string, ReadonlySet<string>> as WordLists<Name>;
}

/** Returns the weights of a data file with the columns name and weight; throws `bad-lexicon` for a name that is unknown or absent. */
export function parseWeights<Name extends string>(text: string, names: readonly Name[], file: string): Weights<Name> {
  const weights = new Map<string, number>(names.map((name) => [name, Number.NaN]));
  for (const { name, weight } of parseTsv(text, ["name", "weight"], file)) {
    known(weights, name, file);
    weights.set(name, Number(weight));
  }
  for (const [name, weight] of weights) if (Number.isNaN(weight)) throw absent(name, file);
  // Each name has been given its weight above.
  return Object.freeze(Object.fromEntries(weights)) as Record<string, number> as Weights<Name>;
}

function known<Value>(values: ReadonlyMap<string, Value>, name: string, file: string): Value {
  const value = values.get(name);
  if (value !== undefined) return value;
  throw new YoronError({
    code: "bad-lexicon",
    what: `${file}: unknown name`,
    value: name,
    next: `known: ${[...values.keys()].join(", ")}`,
  });
}

function absent(name: string, file: string): YoronError {
  return new YoronError({ code: "bad-lexicon", what: `${file} lacks the row`, value: name });
}
