interface Marked {
  readonly __data__?: { readonly datum?: { readonly row?: unknown }; readonly mark?: { readonly marktype?: string } };
}

interface Walk {
  /** Whether the focus was in the chart before it was drawn anew. */
  readonly focus: boolean;
  /** The mark to begin with; null for the first. */
  readonly row: number | null;
  readonly labelOf: (row: number) => string;
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };

/**
 * Wraps the marks of a drawn chart for the keyboard: the chart is one stop of the tabulator, arrow keys go from mark to
 * mark, Enter or a blank chooses as a click does.
 */
export function walkMarks(picture: HTMLElement, { focus, row, labelOf }: Walk): void {
  const marks = marksOf(picture);
  // Vega calls every group of marks a symbol, of which nothing can be said that its marks do not say themselves.
  for (const symbol of picture.querySelectorAll('[role="graphics-symbol"]')) {
    symbol.removeAttribute("role");
    symbol.removeAttribute("aria-roledescription");
  }
  if (marks.length === 0) return;
  for (const mark of marks) {
    mark.setAttribute("tabindex", "-1");
    mark.setAttribute("role", "button");
    mark.setAttribute("aria-label", labelOf(rowOf(mark)!));
  }
  const start = marks.find((mark) => rowOf(mark) === row) ?? marks[0]!;
  start.setAttribute("tabindex", "0");
  if (focus) start.focus({ preventScroll: true });
  picture.onkeydown = (event) => {
    const at = marks.indexOf(event.target as SVGElement);
    if (at < 0) return;
    const step = STEPS[event.key];
    const next =
      event.key === "Home" ? 0 : event.key === "End" ? marks.length - 1 : step === undefined ? null : at + step;
    if (next !== null) {
      event.preventDefault();
      const target = marks[Math.max(0, Math.min(marks.length - 1, next))]!;
      marks[at]!.setAttribute("tabindex", "-1");
      target.setAttribute("tabindex", "0");
      target.focus();
    } else if (event.key === "Enter" || event.key === " ") {
      event.preventDefault();
      const { x, y, width, height } = marks[at]!.getBoundingClientRect();
      const place = { clientX: x + width / 2, clientY: y + height / 2, bubbles: true };
      marks[at]!.dispatchEvent(new MouseEvent("click", { ...place, shiftKey: event.shiftKey, ctrlKey: event.ctrlKey }));
    }
  };
}

/** One mark a row, the one drawn last of several: a point over its interval. */
function marksOf(picture: HTMLElement): readonly SVGElement[] {
  const marks = new Map<number, SVGElement>();
  for (const element of picture.querySelectorAll<SVGElement>("svg path, svg text")) {
    const row = rowOf(element);
    if (row === null) continue;
    const isText = (element as Marked).__data__?.mark?.marktype === "text";
    if (!isText || !marks.has(row)) marks.set(row, element);
  }
  return [...marks].sort(([a], [b]) => a - b).map(([, mark]) => mark);
}

function rowOf(element: SVGElement): number | null {
  const row = (element as Marked).__data__?.datum?.row;
  return typeof row === "number" ? row : null;
}
