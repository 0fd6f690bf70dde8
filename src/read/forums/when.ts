import type { DateValue, Note } from "../../model/discussion.ts";
import type { ResolveOptions } from "../../text/page-date.ts";
import { findDate } from "../html/threads/dates.ts";
import { type Dated, findWhen, readWhen } from "../html/threads/when.ts";
import type { HtmlTree } from "../html/tree.ts";

const NOT_SHOWN: Dated = { texts: [], shown: "", nodes: [] };
const UTC = /(?:Z|[+-]00:?00)$/;

/** Returns what says when a post was written: its element, to machines or to readers. */
export function postWhen(tree: HtmlTree, node: number): Dated {
  if (node < 0) return NOT_SHOWN;
  const { texts, shown, nodes } = findWhen(tree, { date: node, clock: -1 }, []);
  // A page shows its own time; in UTC it says the same moment by another clock.
  const [utc, local] = [texts.filter((text) => UTC.test(text)), texts.filter((text) => !UTC.test(text))];
  return { texts: [...local, ...utc], shown: findDate(shown)?.text ?? shown, nodes };
}

/** Returns the date that {@link postWhen} found; a note says what is no date. */
export function readPostWhen(when: Dated, options: ResolveOptions, notes: Note[]): DateValue | null {
  return readWhen(when, options, notes);
}
