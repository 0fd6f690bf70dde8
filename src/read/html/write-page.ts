import type { Tokenizer } from "htmlparser2";
import { endOfTag } from "./end-of-tag.ts";

const CDATA = "<![CDATA[";
/** What the tokenizer reads otherwise than the standard, where it is markup: CDATA, and an end tag that goes on after its name. */
const ODD = /<!\[CDATA\[|<\/[a-zA-Z][^\t\n\f\r />]*[\t\n\f\r /]/g;

/** What is asked of whom the tokenizer calls, between two pieces of a page. */
interface Listener {
  /** Whether words are of another language: a drawing, a formula. */
  isForeign(): boolean;
  /** Where the name of the last end tag begins. */
  endTag(): number;
}

/**
 * Writes a page into the tokenizer so that two things are what the standard makes of them.
 *
 * CDATA outside of drawings and formulas is a bogus comment, which the first `>` ends (HTML, 13.2.5.42); the tokenizer knows CDATA
 * everywhere and would look for `]]>`. It is given another sign for the `[`. An end tag may have attributes, and a `>` in their
 * quotes does not end it; the tokenizer ends it there. It is given blanks for them. Both are of the same length, so that its places
 * hold; what it calls reads the page itself and never sees them. Where the words are no markup, in a script, a comment
 * or an attribute, nothing comes of it.
 *
 * @example
 * const listener = { isForeign: () => false, endTag: () => -1 };
 * writePage(tokenizer, "<p>a</p><![CDATA[>b", listener); // the tokenizer sees "<p>a</p><!_CDATA[>b"
 */
export function writePage(tokenizer: Tokenizer, source: string, listener: Listener): void {
  let written = 0;
  const writeUpTo = (end: number): void => {
    tokenizer.write(source.slice(written, end));
    written = end;
  };
  for (const { index, 0: odd } of source.matchAll(ODD)) {
    // It stood in the attributes of an end tag.
    if (index < written) continue;
    if (odd === CDATA) {
      writeUpTo(index);
      if (listener.isForeign()) continue;
      tokenizer.write("<!_");
      written += "<![".length;
      continue;
    }
    writeUpTo(index + odd.length);
    if (listener.endTag() !== index + "</".length) continue;
    const end = endOfTag(source, written - 1);
    tokenizer.write(" ".repeat(Math.max(0, end - written)));
    written = Math.max(written, end);
  }
  tokenizer.write(written === 0 ? source : source.slice(written));
  tokenizer.end();
}

/** Whether what the tokenizer calls a comment from `start` on is CDATA in a drawing that the end of the page cuts off: text to the standard. */
export function isCutCdata(source: string, start: number): boolean {
  return source.startsWith(CDATA, start - "<!".length);
}
