import { said } from "./said.ts";

/** Inputs after which their pace says something, and what is left of the first. */
const ENOUGH = 3;

/**
 * Returns what says how far many inputs are: how many are done, of how many, how fast, and how long the rest will take;
 * `now` gives milliseconds.
 */
export function progressOf(
  all: number,
  now: () => number = () => performance.now(),
): (done: number, file: string) => string {
  const began = now();
  return (done, file) => {
    const { of, rate, left } = said().progress;
    const seconds = (now() - began) / 1000;
    const parts = [`${of(done, all)} (${Math.floor((100 * done) / all)}%)`];
    if (done >= ENOUGH && seconds > 1) {
      const pace = done / seconds;
      parts.push(rate(pace >= 10 ? String(Math.round(pace)) : pace.toFixed(1)), left(duration((all - done) / pace)));
    }
    return `${parts.join(", ")}  ${file}`.trimEnd();
  };
}

function duration(seconds: number): string {
  const { seconds: told, minutes, hours } = said().progress;
  if (seconds < 90) return told(Math.max(1, Math.round(seconds)));
  const whole = Math.round(seconds / 60);
  return whole < 90 ? minutes(whole) : hours(Math.floor(whole / 60), whole % 60);
}
