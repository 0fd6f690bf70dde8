/** Returns a share as the report tells it: 39%. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
