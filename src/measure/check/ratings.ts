import { YoronError } from "../../model/error.ts";

/** What a coder said of a unit; null where they said nothing. */
export type Rating = string | number | null;

/** Throws `bad-value` unless all coders have a place for every unit. */
export function checkLengths(coders: readonly (readonly Rating[])[], who: string): void {
  const lengths = coders.map(({ length }) => length);
  if (new Set(lengths).size > 1) {
    throw new YoronError({
      code: "bad-value",
      what: `${who} needs every coder's ratings in one order and length, null where there is none; it got lengths`,
      value: lengths,
    });
  }
}
