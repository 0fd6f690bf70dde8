/** Wraps the words `[start, end)` of an element's text in `<mark class="hit">`; returns the first piece. */
export function highlight(element: Element, start: number, end: number): HTMLElement | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const pieces: { node: Text; from: number; to: number }[] = [];
  let offset = 0;
  for (
    let node = walker.nextNode() as Text | null;
    node !== null && offset < end;
    node = walker.nextNode() as Text | null
  ) {
    const from = Math.max(0, start - offset);
    const to = Math.min(node.length, end - offset);
    if (from < to) pieces.push({ node, from, to });
    offset += node.length;
  }
  let first: HTMLElement | null = null;
  for (const { node, from, to } of pieces) {
    const inside = from === 0 ? node : node.splitText(from);
    if (to - from < inside.length) inside.splitText(to - from);
    const mark = document.createElement("mark");
    mark.className = "hit";
    inside.replaceWith(mark);
    mark.append(inside);
    first ??= mark;
  }
  return first;
}
