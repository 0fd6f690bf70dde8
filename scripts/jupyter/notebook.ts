import type { SourceCell } from "./cells.ts";
import type { Message } from "./kernel.ts";

/** MIME type to content, as a kernel sends it. */
export type Bundle = Readonly<Record<string, unknown>>;

/** What a cell gave: shown bundles, and text that was printed, joined. */
export interface CellOutput {
  readonly kind: "display_data" | "execute_result" | "stream" | "error";
  /** Of a stream `{ stdout: "…" }` or `{ stderr: "…" }`. */
  readonly data: Bundle;
}

/** A cell with what it gave. */
export interface RunCell extends SourceCell {
  readonly outputs: readonly CellOutput[];
}

/** Picks a cell's outputs out of the kernel's messages. */
export function outputsOf(messages: readonly Message[]): CellOutput[] {
  const outputs: CellOutput[] = [];
  for (const { type, content } of messages) {
    if (type === "stream") {
      const name = String(content.name);
      const last = outputs.at(-1);
      const before = last?.kind === "stream" && name in last.data ? String(outputs.pop()?.data[name]) : "";
      outputs.push({ kind: "stream", data: { [name]: before + String(content.text) } });
    } else if (type === "display_data" || type === "execute_result") {
      outputs.push({ kind: type, data: content.data as Bundle });
    } else if (type === "error") outputs.push({ kind: "error", data: content });
  }
  return outputs;
}

/** Writes a notebook file (nbformat 4.5) as Deno's kernel would leave it. */
export function notebookJson(cells: readonly RunCell[]): string {
  let count = 0;
  const written = cells.map(({ type, source, outputs }, index) => {
    const common = { id: `cell-${index + 1}`, metadata: {}, source: linesOf(source) };
    if (type === "markdown") return { cell_type: "markdown", ...common };
    count++;
    return {
      cell_type: "code",
      ...common,
      execution_count: count,
      outputs: outputs.map((output) => outputJson(output, count)),
    };
  });
  const metadata = {
    kernelspec: { display_name: "Deno", language: "typescript", name: "deno" },
    language_info: { file_extension: ".ts", mimetype: "text/x.typescript", name: "typescript" },
  };
  return `${JSON.stringify({ cells: written, metadata, nbformat: 4, nbformat_minor: 5 }, null, 1)}\n`;
}

function outputJson({ kind, data }: CellOutput, count: number): object {
  if (kind === "stream") {
    const [name = "stdout", text = ""] = Object.entries(data)[0] ?? [];
    return { output_type: "stream", name, text: linesOf(String(text)) };
  }
  const lines = Object.fromEntries(
    Object.entries(data).map(([type, content]) => [
      type,
      typeof content === "string" && type.startsWith("text/") ? linesOf(content) : content,
    ]),
  );
  const result = kind === "execute_result" ? { execution_count: count } : {};
  return { output_type: kind, data: lines, metadata: {}, ...result };
}

/** Reads the cells and outputs of a notebook file. */
export function readNotebook(json: string): RunCell[] {
  const { cells } = JSON.parse(json) as { cells: NotebookCell[] };
  return cells.map(({ cell_type, source, outputs = [] }) => ({
    type: cell_type,
    source: joined(source),
    outputs: outputs.map(({ output_type, name = "", text = "", data = {} }) =>
      output_type === "stream"
        ? { kind: "stream", data: { [name]: joined(text) } }
        : {
            kind: output_type,
            data: Object.fromEntries(
              Object.entries(data).map(([type, content]) => [
                type,
                Array.isArray(content) ? content.join("") : content,
              ]),
            ),
          },
    ),
  }));
}

interface NotebookCell {
  readonly cell_type: SourceCell["type"];
  readonly source: string | string[];
  readonly outputs?: readonly {
    readonly output_type: CellOutput["kind"];
    readonly name?: string;
    readonly text?: string | string[];
    readonly data?: Bundle;
  }[];
}

const joined = (text: string | string[]): string => (typeof text === "string" ? text : text.join(""));

/** nbformat keeps a text as its lines, each with its line break. */
const linesOf = (text: string): string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
