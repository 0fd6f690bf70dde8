/**
 * Written threads by what they are for. Some writers' threads teach and the others' check, so that a check is of a hand that no
 * model read: t1 to t8 are by one writer, of whose threads half teach; of t9 to t29 each three are by another.
 */

/** Threads that models of tone and of sides learn from. */
export const TEACHING_THREADS: readonly string[] = ["t2", "t4", "t6", "t8", ...named(9, 14), ...named(18, 26)];

/** Threads of the first writer that check: `t1` and `t3` were looked at, `t5` and `t7` were not. */
export const LOOKED_AT_THREADS: readonly string[] = ["t1", "t3"];
export const UNREAD_THREADS: readonly string[] = ["t5", "t7"];

/** Threads by two writers of whom nothing was read while models were made. */
export const OTHER_HANDS_THREADS: readonly string[] = [...named(15, 17), ...named(27, 29)];

/** Returns the writer of a thread, as a name: what a model says of one hand it should not have learned from that hand. */
export function handOf(name: string): string {
  const number = Number(name.slice(1));
  return `hand ${number <= 8 ? 0 : Math.ceil((number - 8) / 3)}`;
}

function named(from: number, to: number): string[] {
  return Array.from({ length: to - from + 1 }, (_, i) => `t${from + i}`);
}
