/** A picture taller than this beside its width is cut for paper: a part of a page is left empty before any other. */
const TALL = 0.55;
/** How high a slice is at least, as a part of the width. */
const SLICE = 0.16;

/** A stretch of a picture from top to bottom. */
export interface Stretch {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Returns where a picture can be cut: the stretches between its ends that no mark or label crosses, each at least `least` high.
 *
 * @example
 * cutBetween([{ top: 0, bottom: 9 }, { top: 12, bottom: 20 }], { top: 0, bottom: 20 }, 5); // [{ top: 0, bottom: 10.5 }, { top: 10.5, bottom: 20 }]
 */
export function cutBetween(things: readonly Stretch[], whole: Stretch, least: number): readonly Stretch[] {
  const slices: Stretch[] = [];
  let [start, reached] = [whole.top, whole.top];
  for (const { top, bottom } of [...things].sort((a, b) => a.top - b.top)) {
    const cut = (reached + top) / 2;
    if (top > reached && cut - start >= least && whole.bottom - cut >= least) {
      slices.push({ top: start, bottom: cut });
      start = cut;
    }
    reached = Math.max(reached, bottom);
  }
  return [...slices, { top: start, bottom: whole.bottom }];
}

/** Writes a tall picture of lines anew in slices that stand under it, so that a page can end between two of them. */
export function sliceForPaper(picture: HTMLElement): void {
  const svg = picture.querySelector<SVGSVGElement>(":scope > svg");
  if (svg === null) return;
  // The browser may tell twice that it prints.
  joinAgain(picture);
  const { width, height } = svg.viewBox.baseVal;
  const box = svg.getBoundingClientRect();
  if (box.height === 0 || height < width * TALL) return;
  const scale = height / box.height;
  const things = [...svg.querySelectorAll("path, text, line, rect, circle")]
    .filter((thing) => !isGround(thing))
    .map((thing) => thing.getBoundingClientRect())
    .filter((place) => place.height > 0 && place.width > 0)
    .map(({ top, bottom }) => ({ top: (top - box.top) * scale, bottom: (bottom - box.top) * scale }));
  const slices = cutBetween(things, { top: 0, bottom: height }, width * SLICE);
  if (slices.length < 2) return;
  for (const { top, bottom } of slices) {
    const copy = svg.cloneNode(true) as SVGSVGElement;
    copy.removeAttribute("height");
    copy.removeAttribute("width");
    copy.setAttribute("viewBox", `0 ${top} ${width} ${bottom - top}`);
    const slice = document.createElement("div");
    slice.className = "slice";
    slice.append(copy);
    picture.append(slice);
  }
}

/** Removes the slices, so that a picture is whole again. */
export function joinAgain(picture: HTMLElement): void {
  for (const slice of picture.querySelectorAll(".slice")) slice.remove();
}

/** Whether a part of a picture is what its marks lie on, and may be cut: grid, axis lines, the lines of replies, the ground. */
function isGround(part: Element): boolean {
  return part.closest(".role-axis-grid, .role-axis-domain, .background, .foreground, .mark-rule, .mark-line") !== null;
}
