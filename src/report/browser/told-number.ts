import { grouped } from "../../text/grouped.ts";

/** The formats that tooltips of charts name: `.1%`, `+.2f`, `,d`. */
const FORMAT = /^(\+?),?(?:\.(\d))?([%fd]?)$/u;

/**
 * Returns a number as a table tells it to a reader, by the format of its tooltip: shares in percent, a true minus sign, thousands
 * set apart.
 *
 * @example
 * toldNumber(0.6471, ".1%"); // "64.7%"
 * toldNumber(-0.35, "+.2f"); // "−0.35"
 * toldNumber(20400); // "20,400"
 */
export function toldNumber(value: number, format = ""): string {
  const [, plus = "", digits, kind = ""] = FORMAT.exec(format) ?? [];
  const share = kind === "%";
  const size = Math.abs(value) * (share ? 100 : 1);
  const written = digits === undefined ? String(size) : size.toFixed(Number(digits));
  const [whole = "", ...rest] = written.split(".");
  const told = [grouped(Number(whole)), ...rest].join(".");
  const sign = value < 0 && /[1-9]/u.test(told) ? "−" : plus;
  return `${sign}${told}${share ? "%" : ""}`;
}
