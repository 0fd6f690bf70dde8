import { malformed } from "./errors.ts";
import type { Decoded } from "./format.ts";
import type { TableRow } from "./tables/source-table.ts";

/** Excel's own first line, which names the separator. */
export const SEPARATOR_LINE = /^sep=(.)(?:\r\n|\n|\r)/;

/**
 * Returns the rows of separated values (RFC 4180): quoted cells may hold the separator, line breaks and `""`.
 *
 * What real files do beside that is read without loss: a quote inside a quoted cell that nobody doubled, words after a
 * closing quote, and in tab-separated files a quote that never closes are text. In other files that one is `malformed`.
 */
export function* separatedRows(
  decoded: Pick<Decoded, "text" | "path">,
  separator: string,
): Generator<TableRow, void, undefined> {
  const { text } = decoded;
  let at = SEPARATOR_LINE.exec(text)?.[0].length ?? 0;
  let number = 0;
  let oddQuotes = false;
  let cells: string[] = [];
  while (at < text.length) {
    const close = text[at] === '"' ? closingQuote(text, at, separator) : null;
    if (close === null && text[at] === '"' && separator !== "\t")
      throw malformed(decoded, "ends inside a quoted cell that begins with", text.slice(at, at + 30));
    const stop = endOfCell(text, close === null ? at : close.at + 1, separator);
    if (close === null) cells.push(text.slice(at, stop));
    else cells.push(text.slice(at + 1, close.at).replaceAll('""', '"') + text.slice(close.at + 1, stop));
    oddQuotes ||= text[at] === '"' && (close === null || close.odd || stop > close.at + 1);
    at = stop;
    if (text[at] === separator) {
      at++;
      if (at < text.length) continue;
      cells.push("");
    } else at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
    number++;
    if (cells.length > 1 || cells[0]!.trim() !== "") yield { cells, number, oddQuotes };
    cells = [];
    oddQuotes = false;
  }
}

/**
 * Returns the quote that closes a cell. One that others follow on the same cell's line is text if the last of them
 * stands right before the separator: `"so-called "truth" of it",`.
 */
function closingQuote(text: string, open: number, separator: string): { at: number; odd: boolean } | null {
  let odd = false;
  let stop = 0;
  for (let at = text.indexOf('"', open + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    if (text[at + 1] === '"') {
      at++;
      continue;
    }
    if (at + 1 > stop) stop = endOfCell(text, at + 1, separator);
    if (stop === at + 1 || text[stop - 1] !== '"' || text[stop - 2] === '"') return { at, odd };
    odd = true;
  }
  return null;
}

function endOfCell(text: string, from: number, separator: string): number {
  const code = separator.charCodeAt(0);
  for (let at = from; at < text.length; at++) {
    const here = text.charCodeAt(at);
    if (here === code || here === 10 || here === 13) return at;
  }
  return text.length;
}
