import { cellsOf } from "./cells.ts";
import { Kernel } from "./kernel.ts";
import type { KernelSpec } from "./kernel-specs.ts";
import { outputsOf, type RunCell } from "./notebook.ts";

/** Runs a script's cells in a kernel, in a folder; the first cell that fails is an error with its text. */
export async function runNotebook(script: string, spec: KernelSpec, cwd: string): Promise<RunCell[]> {
  const kernel = await Kernel.start(spec, cwd);
  try {
    const cells: RunCell[] = [];
    for (const cell of cellsOf(script)) {
      if (cell.type === "markdown") {
        cells.push({ ...cell, outputs: [] });
        continue;
      }
      const { reply, told } = await kernel.execute(cell.source);
      const outputs = outputsOf(told);
      const failed = reply.content.status !== "ok" || outputs.some(({ kind }) => kind === "error");
      if (failed) {
        throw new Error(
          `${spec.name}: a cell failed (${reply.content.status}):\n${cell.source}\n${JSON.stringify([reply.content, outputs], null, 1)}`,
        );
      }
      cells.push({ ...cell, outputs });
    }
    return cells;
  } finally {
    await kernel.close();
  }
}
