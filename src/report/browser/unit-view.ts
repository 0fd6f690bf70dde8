import { marksIn } from "../mark-columns.ts";
import { markedText } from "../marked-text.ts";
import type { Payload } from "../payload.ts";
import { highlight } from "./highlight.ts";
import type { Spans } from "./spans-to-mark.ts";
import { elementId, type Store } from "./store.ts";

/** What a unit's element is made of beside its words. */
interface Parts {
  readonly payload: Payload;
  readonly store: Store;
  readonly spans: Spans;
  readonly isStarred: boolean;
  /** Whether the unit stands apart from its page, and must say where it is from. */
  readonly apart: boolean;
}

/** Returns the element of a unit with its tools and highlights. */
export function unitView(unit: number, { payload, store, spans, isStarred, apart }: Parts): HTMLElement {
  const { columns, discussions, marks } = payload;
  const element = store.make(unit);
  const discussion = columns.discussion[unit]!;
  element.dataset.unit = String(unit);
  const text = element.querySelector(".text")!;
  const marked = marksIn(marks, unit);
  // The text alone, each mark in its place; every word of it is escaped.
  if (marked.length > 0) text.innerHTML = markedText(store.text(unit), marked).toString();
  for (const [start, end] of spans) highlight(text, start, end);
  if (columns.place[unit] === 0) return element;
  const byline = element.querySelector(".byline")!;
  element.setAttribute("aria-label", byline.querySelector(".author")?.textContent ?? "");
  if (apart && discussions.length > 1) {
    const page = document.createElement("a");
    page.className = "from";
    page.href = `#${elementId(discussion, 0)}`;
    page.textContent = discussions[discussion]!.title;
    byline.append(" ", page);
  }
  byline.append(tools(payload, isStarred));
  return element;
}

/** Shows on a comment's star whether it is marked. */
export function showStar(element: Element, { reading }: Payload, isStarred: boolean): void {
  const button = element.querySelector<HTMLElement>("[data-star]");
  if (button === null) return;
  button.textContent = isStarred ? "★" : "☆";
  button.title = reading.mark;
  button.setAttribute("aria-label", reading.mark);
  button.setAttribute("aria-pressed", String(isStarred));
}

function tools(payload: Payload, isStarred: boolean): HTMLElement {
  const box = document.createElement("span");
  box.className = "tools";
  const button = (name: "copy" | "star") => {
    const made = document.createElement("button");
    made.type = "button";
    made.dataset[name] = "";
    box.append(made);
    return made;
  };
  const copy = button("copy");
  copy.textContent = payload.reading.copyShort;
  copy.title = payload.reading.copy;
  copy.setAttribute("aria-label", payload.reading.copy);
  button("star");
  showStar(box, payload, isStarred);
  return box;
}
