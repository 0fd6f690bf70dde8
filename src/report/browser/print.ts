import { grouped } from "../../text/grouped.ts";
import type { Payload } from "../payload.ts";
import type { Gallery } from "./gallery.ts";
import type { ReadingPane } from "./reading-pane.ts";
import { joinAgain, sliceForPaper } from "./slices.ts";

/** Articles and comments that paper gets: more nobody reads there. */
const MOST_PRINTED = 300;

const pictures = () => [...document.querySelectorAll<HTMLElement>(".picture")];

/** Writes charts and comments for the printer, and takes them away again. */
export function writeForPaper(pane: ReadingPane, gallery: Gallery, { reading }: Payload): void {
  const note = document.createElement("p");
  note.className = "note printed";
  note.hidden = true;
  document.getElementById("list")!.before(note);
  window.addEventListener("beforeprint", () => {
    const { written, all } = pane.freeze(MOST_PRINTED);
    note.hidden = written === all;
    note.textContent = reading.printed.replace("{n}", grouped(written)).replace("{all}", grouped(all));
    void gallery.drawAll().then(() => pictures().forEach(sliceForPaper));
  });
  window.addEventListener("afterprint", () => {
    note.hidden = true;
    pictures().forEach(joinAgain);
    pane.thaw();
  });
}
