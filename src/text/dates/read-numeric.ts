import { parseNumeral } from "../numerals.ts";
import { type Cursor, type Fields, text } from "./cursor.ts";
import { withClock } from "./read-clock.ts";
import { CENTURY, CENTURY_WORD, DECADE, ERA_DECADE, ERA_NUMERIC, MONTH_DAY, NUMERIC } from "./shapes.ts";
import { ERA_LETTERS, ERAS } from "./words.ts";

export function readNumeric(cursor: Cursor): Fields | null {
  const full = cursor.take(NUMERIC);
  if (full !== null)
    return withClock(cursor, { year: text(Number(full[1])), month: text(Number(full[3])), day: text(Number(full[4])) });
  const era = cursor.take(ERA_NUMERIC);
  if (era !== null) {
    const year = ERAS[ERA_LETTERS[era[1]!]!]! + Number(era[2]);
    return withClock(cursor, { year: text(year), month: text(Number(era[4])), day: text(Number(era[5])) });
  }
  const before = cursor.position;
  const short = cursor.take(MONTH_DAY);
  if (short === null) return null;
  const month = Number(short[1]);
  const day = Number(short[2]);
  if (month >= 1 && month <= 12 && day >= 1 && day <= 31)
    return withClock(cursor, { month: text(month), day: text(day) });
  cursor.position = before;
  return null;
}

export function readDecade(cursor: Cursor): Fields | null {
  const era = cursor.take(ERA_DECADE);
  if (era !== null) return { decade: ERAS[era[1]!]! + parseNumeral(era[2]!)! };
  const plain = cursor.take(DECADE);
  if (plain !== null) {
    const year = parseNumeral(plain[1]!) ?? 0;
    return { decade: year >= 100 ? year : year >= 30 ? 1900 + year : 2000 + year };
  }
  const century = cursor.take(CENTURY);
  if (century !== null) return { century: text(parseNumeral(century[1]!)!) };
  const relative = cursor.take(CENTURY_WORD);
  return relative === null ? null : { century: { from: "anchor", value: relative[0] === "前世紀" ? -1 : 0 } };
}
