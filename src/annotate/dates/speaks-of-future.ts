const FUTURE =
  /予定|見通し|見込み|計画|方針|つもり|までに|するだろう|なるだろう|かもしれない|なりそう|迎える|目指す|しよう/;
const UNTIL = /^[^、。]{0,6}まで/;
const PAST = /た(?:[。!！…\s].*)?$/;

/** Tells whether the words after a date, up to the end of the sentence, speak of what is to come. */
export function speaksOfFuture(rest: string): boolean {
  return FUTURE.test(rest) || (UNTIL.test(rest) && !PAST.test(rest));
}
