/** An interval of a share so wide says nothing of it. */
const WIDEST = 0.6;

/**
 * Whether the interval of a share is so wide that its ends are no news: 0–63 %, 26–99 %.
 *
 * @example
 * saysNothing({ low: 0.26, high: 0.99 }); // true
 */
export function saysNothing({ low, high }: { readonly low: number | null; readonly high: number | null }): boolean {
  return low !== null && high !== null && high - low > WIDEST;
}
