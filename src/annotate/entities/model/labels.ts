/** The coarse types that the sequence model tells apart. */
export const TYPES = ["PER", "ORG", "LOC", "MISC"] as const;

/** Outside; then begin, inside, end and single of each type: label = 1 + 4 × type + part. */
export const OUTSIDE = 0;
export const LABELS = 1 + 4 * TYPES.length;
export const [BEGIN, INSIDE, END, SINGLE] = [0, 1, 2, 3];

export const labelOf = (type: number, part: number): number => 1 + 4 * type + part;
const partOf = (label: number): number => (label - 1) & 3;
const typeOf = (label: number): number => (label - 1) >> 2;

/** Whether a name may begin at `label`: the label opens one or stands outside. */
export const opens = (label: number): boolean =>
  label === OUTSIDE || partOf(label) === BEGIN || partOf(label) === SINGLE;

/** Whether a text may end with `label`. */
export const closes = (label: number): boolean =>
  label === OUTSIDE || partOf(label) === END || partOf(label) === SINGLE;

/** Whether `next` may follow `label`. */
export function follows(label: number, next: number): boolean {
  return closes(label) ? opens(next) : !opens(next) && typeOf(label) === typeOf(next);
}
