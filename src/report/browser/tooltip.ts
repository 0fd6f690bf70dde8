let bubble: HTMLElement | null = null;

/**
 * Shows what a mark says of itself beside the pointer, as text, within the column of the charts: what was chosen is read beside it.
 * A missing value takes the bubble away.
 */
export function showTooltip(event: MouseEvent, value: unknown): void {
  if (value === null || value === undefined || value === "") {
    if (bubble !== null) bubble.hidden = true;
    return;
  }
  bubble ??= makeBubble();
  bubble.replaceChildren(...linesOf(value));
  bubble.hidden = false;
  const { width, height } = bubble.getBoundingClientRect();
  const column = event.target instanceof Element ? event.target.closest(".charts") : null;
  const edge = Math.min(window.innerWidth - 8, column?.getBoundingClientRect().right ?? Number.POSITIVE_INFINITY);
  const left = Math.min(event.clientX + 14, edge - width);
  const top = event.clientY + 18 + height > window.innerHeight ? event.clientY - height - 10 : event.clientY + 18;
  bubble.style.left = `${Math.max(8, left)}px`;
  bubble.style.top = `${Math.max(8, top)}px`;
}

function makeBubble(): HTMLElement {
  const element = document.createElement("div");
  element.className = "tooltip";
  element.setAttribute("aria-hidden", "true");
  document.body.append(element);
  return element;
}

function linesOf(value: unknown): readonly Node[] {
  if (typeof value !== "object" || value === null) return [document.createTextNode(String(value))];
  const list = document.createElement("dl");
  for (const [name, told] of Object.entries(value)) {
    if (told === null || told === "" || told === "null" || told === "NaN") continue;
    const term = document.createElement("dt");
    term.textContent = name;
    const detail = document.createElement("dd");
    detail.textContent = String(told);
    list.append(term, detail);
  }
  return [list];
}
