/** What a work came to: what it made, or the error that ended it. */
export type Ended<Made> =
  | { readonly made: Made; readonly error?: undefined }
  | { readonly made?: undefined; readonly error: unknown };

/**
 * Returns what works of several stages come to, each stage done for all of them before any begins the next.
 *
 * A work yields where a stage ends. The code and the tables of one stage stay close to the processor so, where those of
 * all stages together have no room. An error ends the work that threw it alone.
 *
 * @example
 * const counting = function* (to: number) {
 *   for (let i = 0; i < to; i++) yield;
 *   return to;
 * };
 * inStep([counting(2), counting(1)]); // [{ made: 2 }, { made: 1 }]
 */
export function inStep<Made>(works: readonly Generator<void, Made>[]): readonly Ended<Made>[] {
  const ended: Ended<Made>[] = [];
  for (let left = works.length; left > 0; ) {
    for (const [i, work] of works.entries()) {
      if (ended[i] !== undefined) continue;
      const end = step(work);
      if (end === null) continue;
      ended[i] = end;
      left--;
    }
  }
  return ended;
}

/**
 * Returns what a work makes that nothing else is done beside.
 *
 * @example
 * alone(counting(3)); // 3
 */
export function alone<Made>(work: Generator<void, Made>): Made {
  for (;;) {
    const { done, value } = work.next();
    if (done === true) return value;
  }
}

/** Returns what a work came to by its next stage; null if there are more. */
function step<Made>(work: Generator<void, Made>): Ended<Made> | null {
  try {
    const { done, value } = work.next();
    return done === true ? { made: value } : null;
  } catch (error) {
    return { error };
  }
}
