/** Returns a whole number with its thousands set apart, the same in every locale: 1,234. */
export function grouped(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/gu, ",");
}
