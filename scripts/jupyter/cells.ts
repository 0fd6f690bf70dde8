/** A cell of a notebook's source. */
export interface SourceCell {
  readonly type: "markdown" | "code";
  readonly source: string;
}

/**
 * Cuts a script into cells: `// %%` begins one, and one of comments alone is Markdown.
 *
 * So the notebook and its `.ts` twin are one text, and the compiler checks the cells.
 */
export function cellsOf(script: string): SourceCell[] {
  return script
    .split(/^\/\/ %%[^\n]*\n/m)
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .map((part) => {
      const lines = part.split("\n");
      if (!lines.every((line) => line === "" || line.startsWith("//"))) return { type: "code", source: part };
      return { type: "markdown", source: lines.map((line) => line.replace(/^\/\/ ?/, "")).join("\n") };
    });
}
