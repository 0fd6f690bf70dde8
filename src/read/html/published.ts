import type { DateValue, Note } from "../../model/discussion.ts";
import { parsePageDate } from "../../text/page-date.ts";
import { type Find, hasAny, isDateElement, UPDATED_CLASSES } from "./byline.ts";
import { meta } from "./head.ts";
import { stringOf } from "./json-ld.ts";
import { ownKind } from "./kinds.ts";
import type { Places } from "./places.ts";
import { attribute, findNode, type HtmlTree, isSmall, machineDate, plainText, textOf } from "./tree.ts";
import { parseWesternDate } from "./western-dates.ts";

const METAS = [
  "article:published_time",
  "datePublished",
  "pubdate",
  "date",
  "dc.date.issued",
  "dc.date",
  "parsely-pub-date",
  "sailthru.date",
];
/** Rows behind and before the title in which a date of no known name is looked for. */
const AFTER = 400;
const BEFORE = 60;
const LONGEST = 60;
const LABEL =
  /^(?:(?:投稿|公開|掲載|配信|更新|作成|発表|記事公開|初公開|最終更新)(?:日時?)?|published(?: on)?|posted(?: on)?|veröffentlicht(?: am)?|stand|publié le|publicado(?: em| el)?|pubblicato il|gepubliceerd op)\s*[:：]?\s*/i;
const TAIL = /\s*(?:公開|掲載|配信|更新|投稿|付|発表|号)$/;

/** Reads the date of publication: declared in the head or JSON-LD, else shown, in the words of the page's language. */
export function readPublished(
  tree: HtmlTree,
  places: Places,
  find: Find,
  { linked, title }: { readonly linked: Readonly<Record<string, unknown>>; readonly title: number },
  notes: Note[],
): DateValue | null {
  const language = languageOf(tree);
  const dateIn = (node: number): DateValue | null => {
    const machine = machineDate(tree, node);
    const own = machine === null ? null : parsePageDate(machine);
    return own !== null && own !== "invalid" ? own : shownDate(plainText(tree, node), language);
  };
  const node = find((at) => isDateElement(tree, at) && !hasAny(tree, at, UPDATED_CLASSES) && dateIn(at) !== null);
  if (node >= 0) places.takeAll(node, "article", "date");
  const updated = find((at) => isDateElement(tree, at) && hasAny(tree, at, UPDATED_CLASSES) && dateIn(at) !== null);
  if (updated >= 0) places.takeAll(updated, "article", "date");
  const declared = stringOf(linked.datePublished);
  const said = [meta(tree, METAS[0]!), declared, ...METAS.slice(1).map((name) => meta(tree, name))];
  const unreadable: string[] = [];
  for (const text of said) {
    if (text === null) continue;
    const value = parsePageDate(text);
    if (value !== null && value !== "invalid") return value;
    unreadable.push(text);
  }
  if (unreadable.length > 0)
    notes.push({ code: "invalid-date", message: `cannot read the date ${unreadable[0]!.slice(0, 60)}` });
  if (node >= 0) return dateIn(node);
  const machine = find(
    (at) =>
      (tree.names[at] === "time" || attribute(tree, at, "itemprop") === "datePublished") &&
      isSmall(tree, at) &&
      (attribute(tree, at, "datetime") ?? attribute(tree, at, "content")) !== null &&
      (dateIn(at) ?? readable(attribute(tree, at, "content"))) !== null,
  );
  if (machine >= 0) return dateIn(machine) ?? readable(attribute(tree, machine, "content"));
  return near(tree, places, title, language);
}

function readable(text: string | null): DateValue | null {
  const value = text === null ? null : parsePageDate(text);
  return value === "invalid" ? null : value;
}

/** The first line after the title, or else the last before it, that is a date alone. */
function near(tree: HtmlTree, places: Places, title: number, language: string): DateValue | null {
  if (title < 0) return null;
  const end = Math.min(tree.ends[title]! + AFTER, tree.length);
  const order: number[] = [];
  for (let row = tree.ends[title]!; row < end; row++) order.push(row);
  for (let row = title - 1; row >= Math.max(0, title - BEFORE); row--) order.push(row);
  for (const row of order) {
    if (tree.names[row] !== "" || places.isTaken(row)) continue;
    const parent = tree.parents[row]!;
    if (parent >= 0 && (tree.names[parent] === "a" || tree.names[parent] === "script" || isUpdated(tree, parent)))
      continue;
    const text = textOf(tree, row).trim();
    const date = text.length > LONGEST ? null : shownDate(text, language);
    if (date === null) continue;
    places.take(row, "article", "date");
    return date;
  }
  return null;
}

function isUpdated(tree: HtmlTree, node: number): boolean {
  return hasAny(tree, node, UPDATED_CLASSES) || ownKind(tree, node) === "related" || ownKind(tree, node) === "latest";
}

/** Returns the date that a line shows, whatever label it carries. */
export function shownDate(text: string, language: string): DateValue | null {
  const plain = text.trim().replace(LABEL, "").replace(TAIL, "");
  if (!/\d|[０-９]|元年/.test(plain)) return null;
  const value = parseWesternDate(plain, language) ?? parsePageDate(plain);
  return value === "invalid" ? null : value;
}

/** The language that the page says it is in. */
export function languageOf(tree: HtmlTree): string {
  const root = findNode(tree, 0, Math.min(tree.length, 50), (node) => tree.names[node] === "html");
  return (root < 0 ? null : attribute(tree, root, "lang")) ?? meta(tree, "og:locale") ?? "";
}
