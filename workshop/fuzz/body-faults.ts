/** Whether the text of a comment is what the trace says of its body. */
import { type DefaultTreeAdapterMap, parse, parseFragment } from "parse5";
import type { Discussion, TraceRow } from "../../src/model/discussion.ts";
import { YoronError } from "../../src/model/error.ts";
import { readPage } from "../../src/read/read.ts";
import { rawInSelects, type Stretch } from "./raw-in-selects.ts";

type Node = DefaultTreeAdapterMap["node"];

/** Comments that stand in no text of the page: those of a script's JSON. */
const UNSEEN = "json-ld";

/** Elements whose words nobody sees. */
const HIDDEN = new Set(["script", "style", "template"]);

/** Elements in which tags are words. */
const BOXES = new Set(["textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext"]);

/** What was compared, and what was wrong with it. */
export interface ComparedBodies {
  readonly comments: number;
  readonly faults: readonly string[];
}

/**
 * Returns where a comment's text is not what its `body` rows cover, one line each, blanks aside; a picture may say more in between:
 * what stands for it (`alt`) is no text of the page. Null for a
 * page that is refused or has no trace.
 */
export function compareBodies(page: string): ComparedBodies | null {
  const source = page.replace(/^\ufeff/, "");
  let read: Discussion;
  try {
    read = readPage(source, { trace: true });
  } catch (error) {
    if (error instanceof YoronError) return null;
    throw error;
  }
  const { trace, comments } = read;
  if (trace === undefined || read.source.format === UNSEEN) return null;
  const bodies = new Map<string, TraceRow[]>();
  for (const row of trace) {
    if (row.reason !== "body") continue;
    const rows = bodies.get(row.place) ?? [];
    rows.push(row);
    bodies.set(row.place, rows);
  }
  const tree = nodesOf(parse(source, { sourceCodeLocationInfo: true, scriptingEnabled: false }));
  // Since 2025 the standard reads tags inside a select as anywhere; parse5 ignores them still, and pictures among them. After a late
  // frameset the standard drops them all, too; we read on.
  const open = nodesOf(parse(source.replace(/<\/?(?:select|frameset)\b[^>]*>/gi, "")));
  const pictures = alternatives([...tree, ...open]);
  const boxes = tree.filter((node) => "value" in node && BOXES.has(node.parentNode?.nodeName ?? ""));
  const isWords = within([...placesOf(boxes), ...rawInSelects(source, placesOf(tree.filter(isSelect)))]);
  const faults = comments.flatMap(({ id, author, text }) => {
    const rows = (bodies.get(id) ?? []).map((row) => ({
      html: source.slice(row.start, row.end),
      isWords: isWords(row),
    }));
    const covered = READINGS.map((read) => flat(rows.map(({ html, isWords }) => read(html, isWords)).join("")));
    if (covered.some((words) => isCovered(flat(text), words, pictures))) return [];
    // The colon between the name and the words is neither's.
    if (author !== null && covered.some((words) => isCovered(flat(text), words.replace(/^[:：]/, ""), pictures)))
      return [];
    return [`body: of ${id} ${JSON.stringify(flat(text))} is not ${JSON.stringify(covered[0])}`];
  });
  return { comments: comments.length, faults };
}

const flat = (text: string): string => text.replace(/\s+/gu, "");

/** The words of a piece of a page, its references read, without its tags. */
function shown(html: string): string {
  return wordsOf(parseFragment(html.replaceAll("\0", "")));
}

/** Its words where tags are words. */
const shownAsWords = (text: string): string => shown(text.replaceAll("<", "&lt;"));

/** How a piece may be read that lies in a box or not: of some boxes parsers differ on where they end, and on references. */
const READINGS: readonly ((html: string, isInBox: boolean) => string)[] = [
  (html, isInBox) => (isInBox ? shownAsWords(html) : shown(html)),
  (html, isInBox) => (isInBox ? html : shown(html)),
  shown,
  shownAsWords,
];

function wordsOf(node: Node): string {
  if ("value" in node) return node.value;
  if (!("childNodes" in node) || HIDDEN.has(node.nodeName)) return "";
  return node.childNodes.map(wordsOf).join("");
}

function nodesOf(tree: Node): readonly Node[] {
  const found: Node[] = [tree];
  for (let at = 0; at < found.length; at++) {
    const node = found[at]!;
    if ("childNodes" in node) found.push(...node.childNodes);
    if ("content" in node) found.push(node.content);
  }
  return found;
}

/** What stands for the pictures of a page. */
function alternatives(tree: readonly Node[]): readonly string[] {
  const attributes = tree.flatMap((node) => ("attrs" in node ? node.attrs : []));
  return [...new Set(attributes.filter(({ name }) => name === "alt").map(({ value }) => flat(value)))].filter(
    (words) => words !== "",
  );
}

const isSelect = ({ nodeName }: Node): boolean => nodeName === "select";

function placesOf(nodes: readonly Node[]): Stretch[] {
  return nodes.flatMap(({ sourceCodeLocation: place }) =>
    place ? [{ from: place.startOffset, to: place.endOffset }] : [],
  );
}

/** Returns whether a row lies in one of some stretches. */
function within(stretches: readonly Stretch[]): (row: TraceRow) => boolean {
  return ({ start, end }) => stretches.some(({ from, to }) => start >= from && end <= to);
}

/** Whether a text is the covered one, with pictures' words at some places. */
function isCovered(text: string, covered: string, pictures: readonly string[]): boolean {
  const open: (readonly [number, number])[] = [[0, 0]];
  const seen = new Set<number>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [at, from] = next;
    if (at === text.length && from === covered.length) return true;
    const place = at * (covered.length + 1) + from;
    if (seen.has(place)) continue;
    seen.add(place);
    for (const picture of pictures) if (text.startsWith(picture, at)) open.push([at + picture.length, from]);
    if (at < text.length && text[at] === covered[from]) open.push([at + 1, from + 1]);
  }
  return false;
}
