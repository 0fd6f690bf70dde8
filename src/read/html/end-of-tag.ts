const BLANK = /[\t\n\f\r ]/;
const VALUE_END = /[\t\n\f\r >]|$/g;

/**
 * Returns where the `>` stands that ends a tag whose name ends at `from`; the source's length where there is none.
 *
 * In quotes a `>` ends nothing, but only what follows a name and `=` is a value (HTML, 13.2.5.32 to 13.2.5.39).
 *
 * @example
 * endOfTag("</b title='>'>", 3); // 13
 */
export function endOfTag(source: string, from: number): number {
  let hasName = false;
  for (let at = from; at < source.length; ) {
    const sign = source[at]!;
    if (sign === ">") return at;
    if (sign === "=" && hasName) {
      at = valueEnd(source, at + 1);
      hasName = false;
      continue;
    }
    if (sign === "/") hasName = false;
    else if (!BLANK.test(sign)) hasName = true;
    at++;
  }
  return source.length;
}

function valueEnd(source: string, from: number): number {
  let at = from;
  while (at < source.length && BLANK.test(source[at]!)) at++;
  const quote = source[at];
  if (quote === '"' || quote === "'") {
    const end = source.indexOf(quote, at + 1);
    return end < 0 ? source.length : end + 1;
  }
  VALUE_END.lastIndex = at;
  return VALUE_END.exec(source)!.index;
}
