import type { Columns, Dictionary, Lists } from "./columns.ts";
import { packNumbers, readNumbers, unpackNumbers, writeNumbers } from "./packed-numbers.ts";

type Numbers = readonly (number | null)[];
type Packed<T> = T extends Lists
  ? { readonly names: readonly string[]; readonly lists: string }
  : T extends Dictionary
    ? { readonly names: readonly string[]; readonly numbers: string }
    : T extends Numbers
      ? string
      : T;

/** {@link Columns} as they are written: numbers as text. */
export type PackedColumns = { readonly [Name in keyof Columns]: Packed<Columns[Name]> };

/** Tenths that `typical` is told in. */
const TENTHS = 10;

/** Returns columns as they are written. */
export function packColumns(columns: Columns): PackedColumns {
  const { author, tone, people, sides, typical, ...numbers } = columns;
  const packed = Object.fromEntries(Object.entries(numbers).map(([name, values]) => [name, packNumbers(values)]));
  return {
    // Every other column is one of numbers.
    ...(packed as Record<keyof typeof numbers, string>),
    author: packDictionary(author),
    tone: packDictionary(tone),
    people: { names: people.names, lists: writeNumbers(people.of.flatMap((some) => [some.length, ...some])) },
    sides,
    typical: packNumbers(typical.map((value) => (value === null ? null : Math.round(value * TENTHS)))),
  };
}

/** Returns the columns of {@link packColumns}. */
export function unpackColumns(packed: PackedColumns): Columns {
  const { author, tone, people, sides, typical, ...numbers } = packed;
  const columns = Object.fromEntries(Object.entries(numbers).map(([name, text]) => [name, unpackNumbers(text)]));
  return {
    // As they were packed; those that cannot be missing were not.
    ...(columns as unknown as Pick<Columns, keyof typeof numbers>),
    author: unpackDictionary(author),
    tone: unpackDictionary(tone),
    people: { names: people.names, of: listsOf(readNumbers(people.lists)) },
    sides,
    typical: unpackNumbers(typical).map((value) => (value === null ? null : value / TENTHS)),
  };
}

function packDictionary({ names, of }: Dictionary) {
  return { names, numbers: packNumbers(of) };
}

function unpackDictionary({
  names,
  numbers,
}: {
  readonly names: readonly string[];
  readonly numbers: string;
}): Dictionary {
  // A dictionary has a number for each unit.
  return { names, of: unpackNumbers(numbers) as number[] };
}

function listsOf(numbers: readonly number[]): readonly (readonly number[])[] {
  const lists: (readonly number[])[] = [];
  for (let i = 0; i < numbers.length; i += 1 + numbers[i]!) lists.push(numbers.slice(i + 1, i + 1 + numbers[i]!));
  return lists;
}
