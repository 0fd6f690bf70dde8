import { parseNumeral } from "../numerals.ts";
import { type Cursor, type Fields, text } from "./cursor.ts";
import { isEraLunar } from "./lunar.ts";
import { isNoDay } from "./ratio-context.ts";
import { withClock } from "./read-clock.ts";

export function readNumeric(cursor: Cursor): Fields | null {
  const full = cursor.take(cursor.shapes.numeric);
  if (full !== null)
    return withClock(cursor, { year: text(Number(full[1])), month: text(Number(full[3])), day: text(Number(full[4])) });
  const era = cursor.take(cursor.shapes.eraNumeric);
  if (era !== null) {
    const year = cursor.words.eras[cursor.words.eraLetters[era[1]!]!]! + Number(era[2]);
    const isLunar = isEraLunar(year, cursor.words.eraLetters[era[1]!]!);
    const fields = { year: text(year), month: text(Number(era[4])), day: text(Number(era[5])) };
    return withClock(cursor, isLunar ? { ...fields, isLunar } : fields);
  }
  const before = cursor.position;
  const short = cursor.take(cursor.shapes.monthDay);
  if (short === null) return null;
  const month = Number(short[1]);
  const day = Number(short[2]);
  if (
    month >= 1 &&
    month <= 12 &&
    day >= 1 &&
    day <= 31 &&
    !isNoDay(cursor.text, before, cursor.position, [month, day])
  )
    return withClock(cursor, { month: text(month), day: text(day) });
  cursor.position = before;
  return null;
}

export function readDecade(cursor: Cursor): Fields | null {
  const fields = readPeriod(cursor);
  return fields === null ? null : withPart(cursor, fields);
}

/** 後半, 初頭 of a decade or century. */
function withPart(cursor: Cursor, fields: Fields): Fields {
  const half = cursor.linked(cursor.shapes.half);
  if (half !== null) return { ...fields, half: cursor.words.halves[half[0]]! };
  const third = cursor.linked(cursor.shapes.third);
  if (third !== null) return { ...fields, third: cursor.words.thirds[third[0]]! };
  return fields;
}

function readPeriod(cursor: Cursor): Fields | null {
  const era = cursor.take(cursor.shapes.eraDecade);
  if (era !== null) return { decade: cursor.words.eras[era[1]!]! + parseNumeral(era[2]!)! };
  const plain = cursor.take(cursor.shapes.decade);
  if (plain !== null) {
    const year = parseNumeral(plain[1]!) ?? 0;
    return { decade: year >= 100 ? year : year >= 30 ? 1900 + year : 2000 + year };
  }
  const century = cursor.take(cursor.shapes.century);
  if (century !== null) return { century: text(parseNumeral(century[1]!)!) };
  const relative = cursor.take(cursor.shapes.centuryWord);
  return relative === null ? null : { century: { from: "anchor", value: relative[0] === "前世紀" ? -1 : 0 } };
}
