import type * as Xlsx from "@e965/xlsx";

const DAY = 86_400;
/** Days by which the epoch of old workbooks of the Mac is later. */
const LATER_1904 = 1462;

/** Returns the text of a cell as it is shown, a date in ISO 8601; null for an empty cell and an error. */
export function cellText(xlsx: typeof Xlsx, cell: Xlsx.CellObject, date1904: boolean): string | null {
  switch (cell.t) {
    case "s":
      return String(cell.v ?? "");
    case "b":
      return cell.v === true ? "TRUE" : "FALSE";
    case "d":
      return cell.v instanceof Date ? cell.v.toISOString() : String(cell.v ?? "");
    case "n":
      return typeof cell.v === "number" ? numberText(xlsx, cell.v, cell, date1904) : null;
    default:
      return null;
  }
}

function numberText(xlsx: typeof Xlsx, value: number, { z, w }: Xlsx.CellObject, date1904: boolean): string {
  const format = typeof z === "string" ? z : "General";
  const bare = format.replace(/"[^"]*"|\\./g, "");
  if (xlsx.SSF.is_date(format) && !/\[h+\]|\[m+\]|\[s+\]/i.test(bare) && value >= 1) {
    const date = isoDate(xlsx, value + (date1904 ? LATER_1904 : 0), /h|s/i.test(bare));
    if (date !== null) return date;
  }
  // What a narrow column shows of a long number is no number to count or compare.
  if (format === "General" || w === undefined || /E\+|#{3}/.test(w)) return String(value);
  return w.trim();
}

/** `2025-04-01`, or with the time where the format shows one or the value has one. */
function isoDate(xlsx: typeof Xlsx, serial: number, timed: boolean): string | null {
  const seconds = Math.round(serial * DAY);
  const day = Math.floor(seconds / DAY);
  const found = xlsx.SSF.parse_date_code(day) as { y: number; m: number; d: number } | null;
  if (found === null) return null;
  const two = (number: number): string => String(number).padStart(2, "0");
  const date = `${String(found.y).padStart(4, "0")}-${two(found.m)}-${two(found.d)}`;
  const rest = seconds - day * DAY;
  if (rest === 0 && !timed) return date;
  const time = `${date}T${two(Math.floor(rest / 3600))}:${two(Math.floor(rest / 60) % 60)}`;
  return rest % 60 === 0 ? time : `${time}:${two(rest % 60)}`;
}
