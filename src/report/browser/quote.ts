import type { Payload } from "../payload.ts";
import { download } from "./download.ts";
import { type Quotable, quotationOf, quotationsAsCsv, quotationsAsMarkdown } from "./quotation.ts";

/** How long a button says that it has done its work, in milliseconds. */
const DONE = 1500;

/** Writes a quotation to the clipboard, and says on the button whether it went. */
export async function copyQuotation(button: HTMLElement, what: Quotable, data: Payload): Promise<void> {
  const done = await navigator.clipboard.writeText(quotationOf(what, data)).then(
    () => true,
    () => false,
  );
  document.getElementById("told")!.textContent = done ? data.reading.copied : data.reading.copyFailed;
  button.textContent = done ? "✓" : "×";
  setTimeout(() => {
    button.textContent = data.reading.copyShort;
  }, DONE);
}

/** Writes comments to a download, as a table or to be read. */
export function exportQuotations(some: readonly Quotable[], format: "csv" | "md", data: Payload): void {
  if (format === "csv") download("comments.csv", "text/csv", quotationsAsCsv(some, data));
  else download("comments.md", "text/markdown", quotationsAsMarkdown(some, data));
}
