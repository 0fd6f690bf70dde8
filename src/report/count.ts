/** Returns a number as readers of Japanese and English write it: 20,400. */
export function count(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/gu, ",");
}

/** Returns a number with its English noun: 1 comment, 2,000 comments. */
export function plural(value: number, one: string, many = `${one}s`): string {
  return `${count(value)} ${value === 1 ? one : many}`;
}
