import type { DateValue, Note } from "../../../model/discussion.ts";
import { TIMED } from "../../../model/precisions.ts";
import { isDate, type ResolveOptions, resolvePageDate } from "../../../text/page-date.ts";
import { readDate } from "../../dates.ts";
import { attribute, type HtmlTree, machineDate, plainText } from "../tree.ts";
import { findDate, findVagueDate } from "./dates.ts";
import type { Line } from "./lines.ts";

/** What says when a comment was written, best first, and the rows that say it. */
export interface Dated {
  readonly texts: readonly string[];
  /** What the page shows, for a note. */
  readonly shown: string;
  readonly nodes: readonly number[];
}

const NOTHING: Dated = { texts: [], shown: "", nodes: [] };

/**
 * Returns a comment's date: what its element says to machines or shows, else the first line outside of the words that
 * holds one. Of a day alone the line around it, or an element beside it, may say the time.
 */
export function findWhen(
  tree: HtmlTree,
  { date, clock }: { readonly date: number; readonly clock: number },
  lines: readonly Line[],
): Dated {
  if (date >= 0) return ofElement(tree, date, clock, lines);
  const line =
    lines.find(({ text }) => findDate(text) !== null) ?? lines.find(({ text }) => findVagueDate(text) !== null);
  if (line === undefined) return NOTHING;
  const found = findDate(line.text) ?? findVagueDate(line.text)!;
  return { texts: [found.text], shown: line.text.slice(found.start, found.end).trim(), nodes: line.nodes };
}

function ofElement(tree: HtmlTree, date: number, clock: number, lines: readonly Line[]): Dated {
  const text = plainText(tree, date);
  const day = findDate(text)?.text;
  const time = clock < 0 ? null : plainText(tree, clock);
  const around = lines.find(({ nodes }) => nodes.some((node) => node > date && node < tree.ends[date]!));
  const whole = around === undefined ? null : findDate(around.text);
  const texts = [
    machineDate(tree, date),
    text,
    day,
    time === null ? null : `${day ?? ""} ${time}`,
    attribute(tree, date, "title"),
    findDate(attribute(tree, date, "title") ?? "")?.text,
    day !== undefined && whole?.text.startsWith(day) === true ? whole.text : null,
    findVagueDate(text)?.text,
  ].filter((one): one is string => one !== null && one !== undefined && one !== "");
  const beside = around?.nodes.filter((node) => /\d{1,2}[:時]/.test(plainText(tree, node))) ?? [];
  return {
    texts,
    shown: text === "" ? (machineDate(tree, date) ?? "") : text,
    nodes: [date, ...(clock < 0 ? [] : [clock]), ...(whole === null ? [] : beside)],
  };
}

/** Reads the first of a comment's dates that tells a time of day, else the first that is one; a note says what is none. */
export function readWhen({ texts, shown }: Dated, options: ResolveOptions, notes: Note[]): DateValue | null {
  let best: string | null = null;
  for (const text of texts) {
    const date = resolvePageDate(text, options);
    if (!isDate(date)) continue;
    best ??= text;
    if (!TIMED.includes(date.precision)) continue;
    best = text;
    break;
  }
  return readDate(
    best ?? texts.find((text) => resolvePageDate(text, options) === "relative") ?? shown.slice(0, 100),
    notes,
    options,
  );
}
