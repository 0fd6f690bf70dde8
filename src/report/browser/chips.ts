import type { Payload } from "../payload.ts";
import { type ChosenMark, type Filters, NO_FILTERS } from "./filters.ts";

/** Returns a button for each filter that is set, which takes it away, and one that clears all. */
export function filterChips(
  filters: Filters,
  { words, charts }: Payload,
  toldOf: (mark: ChosenMark) => Readonly<Record<string, unknown>>,
  onChange: (filters: Filters) => void,
): readonly HTMLButtonElement[] {
  const chips: (readonly [string, Filters])[] = filters.marks.map((mark) => {
    const { title, columns } = charts.find(({ name }) => name === mark.chart)!;
    const row = toldOf(mark);
    const told = columns.slice(0, 1).map(({ field }) => String(row[field] ?? "–"));
    const marks = filters.marks.filter((other) => other !== mark);
    return [`${title.split(/[：:]/)[0]}: ${told.join("")}`, { ...filters, marks }];
  });
  const { person, sentiment, votes, author, discussion, text } = filters;
  if (person !== null) chips.push([`${words.person}: ${person}`, { ...filters, person: null }]);
  if (sentiment !== null) {
    const names: Readonly<Record<string, string>> = words.sentiments;
    chips.push([`${words.sentiment}: ${names[sentiment] ?? sentiment}`, { ...filters, sentiment: null }]);
  }
  if (votes !== null) chips.push([`${words.fewestVotes}: ${votes}`, { ...filters, votes: null }]);
  if (author !== null) chips.push([`${words.author}: ${author}`, { ...filters, author: null }]);
  if (discussion !== null) chips.push([`${words.discussion}: ${discussion + 1}`, { ...filters, discussion: null }]);
  if (text !== "") chips.push([`${words.search}: ${text}`, { ...filters, text: "" }]);
  const buttons = chips.map(([label, without]) => chip(`${label} ×`, () => onChange(without)));
  if (chips.length > 0) buttons.push(chip(words.clear, () => onChange(NO_FILTERS), "clear"));
  return buttons;
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
