import { inspect } from "node:util";
import { JUPYTER_DISPLAY, type MimeBundle } from "../model/mime.ts";
import { findKernel } from "./kernel.ts";

/** What says of itself how it is shown. */
interface Displayable {
  [JUPYTER_DISPLAY](): MimeBundle | Promise<MimeBundle>;
}

/**
 * Shows a value: in Deno's kernel and in tslab as the picture or HTML that it says of itself, elsewhere as text.
 *
 * Await it: a kernel drops what comes after the cell has ended. A table or chart that is the last expression of a cell
 * shows itself in Deno's kernel without this.
 *
 * @example
 * await show(voteChart(commentTable(analysis)));
 */
export async function show(value: unknown): Promise<void> {
  const send = findKernel();
  if (send === null) {
    // The one function of the library whose work is to print.
    console.log(textOf(value));
    return;
  }
  await send(isDisplayable(value) ? await value[JUPYTER_DISPLAY]() : { "text/plain": textOf(value) });
}

const isText = (value: unknown): value is string => typeof value === "string";

const textOf = (value: unknown): string => (isText(value) ? value : inspect(value, { depth: 4 }));

function isDisplayable(value: unknown): value is Displayable {
  return typeof value === "object" && value !== null && JUPYTER_DISPLAY in value;
}
