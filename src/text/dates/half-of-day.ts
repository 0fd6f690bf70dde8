import type { DayHalf } from "./date-words.ts";

/** An hour of a whole day, and whether night leaves open of which day it is. */
export interface HalvedHour {
  readonly hour: number;
  readonly isNight: boolean;
}

/** From this hour on the night of a day is over: 夜の5時 is in the evening, 夜の4時 before dawn. */
const DAWN = 5;

/**
 * Returns the hour that 1 to 12 are in a part of the day: 夜9時 is 21, 夜12時 is 24, 夜1時 is 1.
 *
 * `isOfDay` says that the part is a word of the day itself (今夜1時), whose hours after midnight are those of the next.
 */
export function halvedHour(hour: number, half: DayHalf, isOfDay: boolean): HalvedHour {
  const isNight = half === "night" || half === "deep";
  if (isNight && (hour < DAWN || (half === "deep" && hour === DAWN)))
    return { hour: isOfDay ? hour + 24 : hour, isNight: !isOfDay };
  if (hour > 12) return { hour, isNight: false };
  return { hour: isNight && hour === 12 ? 24 : hour + (isLater(hour, half) ? 12 : 0), isNight: false };
}

function isLater(hour: number, half: DayHalf): boolean {
  if (hour === 12 || half === "before") return false;
  return half === "noon" ? hour >= 1 && hour <= 6 : true;
}
