import type { Tokenizer } from "htmlparser2";

const OPENING = "<![CDATA[";

/**
 * Writes a page into the tokenizer so that CDATA outside of drawings and formulas is what the standard makes of it: a
 * bogus comment, which the first `>` ends (HTML, 13.2.5.42).
 *
 * The tokenizer knows CDATA everywhere and would look for `]]>`. It is given another sign for the `[`, of the same
 * length, so that its places hold; what calls it reads the page itself and never sees that sign. Where the words are no
 * markup, in a script, a comment or an attribute, nothing comes of it.
 *
 * @example
 * writePage(tokenizer, "<p>a</p><![CDATA[>b", () => false); // the tokenizer sees "<p>a</p><!_CDATA[>b"
 */
export function writePage(tokenizer: Tokenizer, source: string, isForeign: () => boolean): void {
  let written = 0;
  for (let at = source.indexOf(OPENING); at >= 0; at = source.indexOf(OPENING, at + 1)) {
    tokenizer.write(source.slice(written, at));
    written = at;
    if (isForeign()) continue;
    tokenizer.write("<!_");
    written += "<![".length;
  }
  tokenizer.write(written === 0 ? source : source.slice(written));
  tokenizer.end();
}

/** Whether what the tokenizer calls a comment from `start` on is CDATA in a drawing that the end of the page cuts off: text to the standard. */
export function isCutCdata(source: string, start: number): boolean {
  return source.startsWith(OPENING, start - "<!".length);
}
