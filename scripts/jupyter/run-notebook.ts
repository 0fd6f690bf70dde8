import { cellsOf } from "./cells.ts";
import { Kernel } from "./kernel.ts";
import type { KernelSpec } from "./kernel-specs.ts";
import { outputsOf, type RunCell } from "./notebook.ts";

/** Runs a script's cells in a new kernel, in a folder. */
export async function runNotebook(script: string, spec: KernelSpec, cwd: string): Promise<RunCell[]> {
  const kernel = await Kernel.start(spec, cwd);
  try {
    return await runCells(script, kernel);
  } finally {
    await kernel.close();
  }
}

/** Runs a script's cells in a kernel; the first cell that fails is an error with its text and outputs. */
export async function runCells(script: string, kernel: Kernel): Promise<RunCell[]> {
  const cells: RunCell[] = [];
  for (const cell of cellsOf(script)) {
    if (cell.type === "markdown") {
      cells.push({ ...cell, outputs: [] });
      continue;
    }
    const { reply, told } = await kernel.execute(cell.source);
    const outputs = outputsOf(told);
    if (reply.content.status !== "ok" || outputs.some(({ kind }) => kind === "error")) {
      const answer = JSON.stringify([reply.content, outputs], null, 1);
      throw new Error(`a cell failed (${reply.content.status}):\n${cell.source}\n${answer}`);
    }
    cells.push({ ...cell, outputs });
  }
  return cells;
}
