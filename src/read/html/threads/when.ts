import type { DateValue, Note, Precision } from "../../../model/discussion.ts";
import { parsePageDate } from "../../../text/page-date.ts";
import { type HtmlTree, machineDate, plainText } from "../tree.ts";
import { findDate, findVagueDate } from "./dates.ts";
import type { Line } from "./lines.ts";
import { titleDate } from "./parts.ts";

/** When a comment was written and the rows that say so. */
export interface Dated {
  readonly value: DateValue | null;
  readonly nodes: readonly number[];
}

const EXACT: readonly Precision[] = ["second", "minute", "hour"];

/**
 * Reads a comment's date: what its element says to machines or shows, else the first line outside of the words that
 * holds one. Of a day alone the line around it may say the time.
 */
export function readWhen(
  tree: HtmlTree,
  { date: element, clock }: { readonly date: number; readonly clock: number },
  lines: readonly Line[],
  notes: Note[],
): Dated {
  if (element >= 0) {
    const value = ofElement(tree, element);
    const around = lines.find(({ nodes }) => nodes.some((node) => node > element && node < tree.ends[element]!));
    if (value !== null && EXACT.includes(value.precision)) return { value, nodes: [element] };
    const timed = clock < 0 || value === null ? null : findDate(`${value.value} ${plainText(tree, clock)}`);
    if (timed !== null) return { value: timed.value, nodes: [element, clock] };
    const fuller = around === undefined ? null : (findDate(around.text)?.value ?? null);
    if (around !== undefined && fuller !== null && (value === null || fuller.value.startsWith(value.value))) {
      return { value: fuller, nodes: [element, ...around.nodes.filter((node) => isTime(tree, node))] };
    }
    if (value === null) note(notes, plainText(tree, element) || (machineDate(tree, element) ?? ""));
    return { value, nodes: [element] };
  }
  for (const line of lines) {
    const found = findDate(line.text);
    if (found === null) continue;
    if (found.value === null) note(notes, line.text.slice(found.start, found.end).trim());
    return { value: found.value, nodes: line.nodes };
  }
  for (const line of lines) {
    if (findVagueDate(line.text) === null) continue;
    note(notes, line.text.trim());
    return { value: null, nodes: line.nodes };
  }
  return { value: null, nodes: [] };
}

function note(notes: Note[], text: string): void {
  if (text !== "") notes.push({ code: "invalid-date", message: `cannot read the date ${text.slice(0, 60)}` });
}

const isTime = (tree: HtmlTree, node: number): boolean => /\d{1,2}[:時]/.test(plainText(tree, node));

function ofElement(tree: HtmlTree, node: number): DateValue | null {
  const text = plainText(tree, node);
  const values = [
    parsePageDate(machineDate(tree, node) ?? ""),
    parsePageDate(text),
    findDate(text)?.value,
    titleDate(tree, node),
  ];
  const dates = values.filter((value) => value !== null && value !== undefined && value !== "invalid");
  return dates.find(({ precision }) => EXACT.includes(precision)) ?? dates[0] ?? null;
}
