import type { Filters, Sort } from "./filters.ts";
import { SORTS } from "./filters.ts";

type Change = Partial<Filters>;

/** The fields of the controls: how each is read, and what it shows. */
const FIELDS: readonly {
  readonly id: string;
  readonly event: "input" | "change";
  readonly read: (value: string) => Change;
  readonly shown: (filters: Filters) => string;
}[] = [
  { id: "f-text", event: "input", read: (text) => ({ text }), shown: ({ text }) => text },
  { id: "f-person", event: "change", read: (name) => ({ people: some(name) }), shown: ({ people }) => people[0] ?? "" },
  { id: "f-sentiment", event: "change", read: (tone) => ({ tones: some(tone) }), shown: ({ tones }) => tones[0] ?? "" },
  {
    id: "f-votes",
    event: "input",
    read: (votes) => ({ votes: /^\d{1,9}$/.test(votes) ? Number(votes) : null }),
    shown: ({ votes }) => (votes === null ? "" : String(votes)),
  },
  {
    id: "f-author",
    event: "change",
    read: (name) => ({ authors: some(name) }),
    shown: ({ authors }) => authors[0] ?? "",
  },
  {
    id: "f-discussion",
    event: "change",
    read: (number) => ({ discussions: some(number).map(Number) }),
    shown: ({ discussions }) => String(discussions[0] ?? ""),
  },
  { id: "f-sort", event: "change", read: (value) => ({ sort: sortOf(value) }), shown: ({ sort }) => sort },
];

function some(value: string): readonly string[] {
  return value === "" ? [] : [value];
}

function sortOf(value: string): Sort {
  return SORTS.find((sort) => sort === value) ?? "page";
}

/** Adds the choices of a field of many, once: until somebody opens it they are no nodes of the page. */
function fill(field: Element): void {
  const choices = field.nextElementSibling;
  if (!(choices instanceof HTMLTemplateElement)) return;
  field.append(choices.content);
  choices.remove();
}

/** Runs `onChange` at every change of a field, told whether it is being typed. */
export function listenToFields(onChange: (change: Change, typing: boolean) => void): void {
  for (const { id, event, read } of FIELDS) {
    const field = document.getElementById(id) as HTMLInputElement | null;
    field?.addEventListener(event, () => onChange(read(field.value), event === "input"));
    for (const opening of ["focus", "pointerdown"]) field?.addEventListener(opening, () => fill(field));
  }
}

/** Sets the fields to what the filters say, but for the one that is typed in. */
export function showInFields(filters: Filters): void {
  for (const { id, shown } of FIELDS) {
    const field = document.getElementById(id) as HTMLInputElement | HTMLSelectElement | null;
    if (
      field === null ||
      (field === document.activeElement && field.tagName === "INPUT" && field.value !== "" && shown(filters) !== "")
    )
      continue;
    const value = shown(filters);
    if (value !== "") fill(field);
    field.value = value;
  }
}
