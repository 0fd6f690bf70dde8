/** Returns the cells of a line of CSV (RFC 4180, no line breaks inside quotes); null if a quote is not closed. */
export function parseCsvLine(line: string): string[] | null {
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    if (line[at] === '"') {
      let cell = "";
      at++;
      for (;;) {
        const quote = line.indexOf('"', at);
        if (quote < 0) return null;
        cell += line.slice(at, quote);
        at = quote + 1;
        if (line[at] !== '"') break;
        cell += '"';
        at++;
      }
      cells.push(cell);
      if (at < line.length && line[at] !== ",") return null;
    } else {
      let end = line.indexOf(",", at);
      if (end < 0) end = line.length;
      cells.push(line.slice(at, end));
      at = end;
    }
    if (at >= line.length) return cells;
    at++;
  }
}
