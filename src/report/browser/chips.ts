import type { Filters } from "./filters.ts";
import type { SetFilter } from "./labels.ts";

/** Returns a button for each filter that is set, which takes it away, and one that clears all. */
export function filterChips(
  set: readonly SetFilter[],
  clear: { readonly label: string; readonly filters: Filters },
  onChange: (filters: Filters) => void,
): readonly HTMLButtonElement[] {
  const buttons = set.map(({ label, without }) => chip(`${label} ×`, () => onChange(without)));
  if (set.length > 0) buttons.push(chip(clear.label, () => onChange(clear.filters), "clear"));
  return buttons;
}

/** Returns what is said where nothing passes: which filters are set, and for each a button that drops it. */
export function emptyResult(
  set: readonly SetFilter[],
  told: { readonly nothing: string; readonly drop: string },
  countOf: (filters: Filters) => number,
  onChange: (filters: Filters) => void,
): readonly HTMLElement[] {
  const line = document.createElement("p");
  line.textContent = told.nothing;
  const list = document.createElement("ul");
  for (const { label, without } of set) {
    const text = told.drop.replace("{filter}", () => label).replace("{n}", String(countOf(without)));
    const item = document.createElement("li");
    item.append(chip(text, () => onChange(without), "drop"));
    list.append(item);
  }
  return [line, list];
}

function chip(label: string, act: () => void, className = "chip"): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = className;
  button.dir = "auto";
  button.textContent = label;
  button.addEventListener("click", act);
  return button;
}
