/** Length of 2022-09-15T12:34. */
const MINUTE = 16;

/**
 * Returns a date as people read it, without seconds and offset: by the clock of the page.
 *
 * @example
 * toTheMinute("2025-10-18T09:41:54+09:00"); // "2025-10-18 09:41"
 */
export function toTheMinute(iso: string): string {
  return iso.slice(0, MINUTE).replace("T", " ");
}
