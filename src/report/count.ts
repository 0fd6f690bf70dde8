import { grouped } from "../text/grouped.ts";

/** Returns a number as readers of Japanese and English write it: 20,400. */
export const count: (value: number) => string = grouped;

/** Returns a number with its English noun: 1 comment, 2,000 comments. */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}
