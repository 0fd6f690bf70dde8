const PARTS = /<!--|-->|<(\/?)script(?=[\s/>])/gi;

/**
 * Returns where the end tag of a script begins whose words begin at `from`; the source's length where there is none.
 *
 * A script that opens with `<!--` may hold whole scripts: the standard then counts `<script>` and `</script>` until
 * `-->` (HTML, 13.2.5.18 to 13.2.5.32: script data escaped and double escaped).
 *
 * @example
 * const source = "<!-- document.write('<script>a()</script>') --></script>見える";
 * source.slice(scriptEnd(source, 0)); // "</script>見える"
 */
export function scriptEnd(source: string, from: number): number {
  let state: "plain" | "escaped" | "doubly escaped" = "plain";
  PARTS.lastIndex = from;
  for (let match = PARTS.exec(source); match !== null; match = PARTS.exec(source)) {
    const [part, slash] = match;
    if (part === "<!--") {
      if (state === "plain") state = "escaped";
      // `<!-->` opens and closes.
      PARTS.lastIndex = match.index + 2;
    } else if (part === "-->") state = "plain";
    else if (slash === "") {
      if (state === "escaped") state = "doubly escaped";
    } else if (state === "doubly escaped") state = "escaped";
    else return match.index;
  }
  return source.length;
}
