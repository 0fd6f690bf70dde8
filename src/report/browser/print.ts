import type { Payload } from "../payload.ts";
import type { Gallery } from "./gallery.ts";
import type { ReadingPane } from "./reading-pane.ts";

/** Articles and comments that paper gets: more nobody reads there. */
const MOST_PRINTED = 300;

/** Writes charts and comments for the printer, and takes them away again. */
export function writeForPaper(pane: ReadingPane, gallery: Gallery, { reading }: Payload): void {
  const note = document.createElement("p");
  note.className = "note printed";
  note.hidden = true;
  document.getElementById("list")!.before(note);
  window.addEventListener("beforeprint", () => {
    const { written, all } = pane.freeze(MOST_PRINTED);
    note.hidden = written === all;
    note.textContent = reading.printed.replace("{n}", String(written)).replace("{all}", String(all));
    void gallery.drawAll();
  });
  window.addEventListener("afterprint", () => {
    note.hidden = true;
    pane.thaw();
  });
}
