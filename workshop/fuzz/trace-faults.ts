/** What a page's trace must hold, compared with the tree that a parser written to the standard makes of the page. */
import { type DefaultTreeAdapterMap, html, parse } from "parse5";
import type { Discussion } from "../../src/model/discussion.ts";
import { YoronError } from "../../src/model/error.ts";
import { readPage } from "../../src/read/read.ts";
import { rawInSelects, type Stretch } from "./raw-in-selects.ts";

type Node = DefaultTreeAdapterMap["childNode"];

/** Errors that say what a page is not; what is left of one may be lines of separated values, whose columns are to be named. */
const CLEAR = new Set([
  "not-an-article",
  "empty-input",
  "unknown-format",
  "malformed",
  "binary-input",
  "undecodable",
  "unknown-column",
]);

/** Returns what is wrong with the trace of a page, one line each; none where reading ends in a clear error. */
export function traceFaults(page: string): string[] {
  return compareTrace(page) ?? [];
}

/** Returns what is wrong with the trace of a page; null where nothing was compared, since reading ended in a clear error. */
export function compareTrace(page: string): string[] | null {
  // Places are told in the decoded input, which has no mark of its byte order.
  const source = page.replace(/^\ufeff/, "");
  let read: Discussion;
  try {
    read = readPage(source, { trace: true });
  } catch (error) {
    return error instanceof YoronError && CLEAR.has(error.code) ? null : [`crash: ${String(error)}`];
  }
  const { trace } = read;
  if (trace === undefined) return null;
  const faults: string[] = [];
  let end = 0;
  for (const row of trace) {
    if (row.start < end || row.end <= row.start || row.end > source.length)
      faults.push(`order: [${row.start}, ${row.end}) after ${end}, ${row.place}`);
    end = Math.max(end, row.end);
  }
  const inside = new Uint8Array(source.length + 1);
  for (const { start, end } of trace) inside.fill(1, Math.max(0, start), end);
  const { texts, templates, selects } = textNodes(source);
  const raw = rawInSelects(source, selects);
  for (const { from, to, seen, isForeign } of texts) {
    if (raw.some((one) => one.from < to && one.to > from)) continue;
    // The standard's parser counts tags that it ignores, and tables around which it moves words, to the text around them.
    const tags = /<(script|style)\b[^>]*>[\s\S]*?<\/\1[^>]*>|<[/!?a-z](?:=\s*"[^"]*"|=\s*'[^']*'|[^>])*>?/giy;
    for (let at = from; at < to; at++) {
      tags.lastIndex = at;
      // In a drawing the marks of CDATA are counted to its text.
      const templateEnd = templates.get(at);
      if (isForeign && source.startsWith("<![CDATA[", at)) at += 8;
      // It counts templates to the text around them, too.
      else if (at > from && templateEnd !== undefined) at = templateEnd - 1;
      else if (isForeign && source.startsWith("]]>", at)) at += 2;
      else if (tags.test(source)) at = tags.lastIndex - 1;
      else if (isBlankReference(source, at)) at = BLANK_REFERENCE.lastIndex - 1;
      else if (/\s/.test(source[at]!) || inside[at] === (seen ? 1 : 0)) continue;
      else if (seen && isInOpenTemplate(source, at)) break;
      else {
        faults.push(
          `${seen ? "lost" : "invented"}: ${JSON.stringify(source.slice(at, Math.min(to, at + 30)))} at ${at}`,
        );
        break;
      }
    }
  }
  return faults;
}

/** A reference to white space: between tags that only some parsers ignore it is a text of its own, and a blank one. */
const BLANK_REFERENCE =
  /&(?:nbsp|Tab;|NewLine;|#0*(?:9|10|12|13|32|160)(?!\d)|#[xX]0*(?:9|[aA]0?|[cC]|[dD]|20)(?![\da-fA-F]));?/y;

function isBlankReference(source: string, at: number): boolean {
  BLANK_REFERENCE.lastIndex = at;
  return BLANK_REFERENCE.test(source);
}

/** Whether a cell or row was opened in a template that is open still: there parse5 leaves it with the table around it, the standard does not. */
function isInOpenTemplate(source: string, at: number): boolean {
  const before = source.slice(0, at).toLowerCase();
  const opened = before.indexOf("<template", before.lastIndexOf("</template") + 1);
  return opened >= 0 && /<t(?:r|d|h|body)\b/.test(before.slice(opened));
}

/** A text node's place in the source. */
interface TextNode {
  readonly from: number;
  readonly to: number;
  /** Whether it is outside script, style and template. */
  readonly seen: boolean;
  /** Whether the element around it is of another language, such as SVG. */
  readonly isForeign: boolean;
}

/** Whether the element around a node is of another language. */
function isForeignChild({ parentNode }: { readonly parentNode: DefaultTreeAdapterMap["parentNode"] | null }): boolean {
  return parentNode !== null && "tagName" in parentNode && parentNode.namespaceURI !== html.NS.HTML;
}

function isInSelect({ parentNode }: Node): boolean {
  for (
    let above: Node["parentNode"] = parentNode;
    above !== null;
    above = "parentNode" in above ? above.parentNode : null
  )
    if (above.nodeName === "select") return true;
  return false;
}

function isFrameset({ nodeName }: Node): boolean {
  return nodeName === "frameset";
}

function isInside({ attrs }: DefaultTreeAdapterMap["template"]): boolean {
  return attrs.some(({ name, value }) => name === "shadowrootmode" && /^(?:open|closed)$/i.test(value));
}

/** What a page's tree says of it. */
interface PageNodes {
  /** Text nodes that are not blank, and comments, which nobody sees. */
  readonly texts: readonly TextNode[];
  /** Where templates that nobody sees begin, and where they end. */
  readonly templates: ReadonlyMap<number, number>;
  readonly selects: readonly Stretch[];
}

function textNodes(source: string): PageNodes {
  const texts: TextNode[] = [];
  const templates = new Map<number, number>();
  const selects: Stretch[] = [];
  const waiting: { node: Node; seen: boolean }[] = [];
  const push = (nodes: readonly Node[], seen: boolean) => {
    for (const node of nodes) waiting.push({ node, seen });
  };
  const tree = parse(source, { sourceCodeLocationInfo: true, scriptingEnabled: false });
  const root = tree.childNodes.find((node) => node.nodeName === "html");
  // A late frameset has the standard drop every tag after it, drawings too; we read on, since such pages are broken.
  const hasFrames = root !== undefined && "childNodes" in root && root.childNodes.some(isFrameset);
  push(tree.childNodes, true);
  while (waiting.length > 0) {
    const { node, seen } = waiting.pop()!;
    if (node.nodeName === "#text" && "value" in node) {
      const place = node.sourceCodeLocation;
      if (place && node.value.trim() !== "")
        texts.push({
          from: place.startOffset,
          to: place.endOffset,
          seen,
          isForeign: isForeignChild(node),
        });
      continue;
    }
    if (node.nodeName === "#comment" && "data" in node) {
      const place = node.sourceCodeLocation;
      // Directly in a `foreignObject` and its like, or in a drawing in a select, CDATA is text to the standard; parse5 makes a comment of it.
      const isText = node.data.startsWith("[CDATA[") && (hasFrames || isForeignChild(node) || isInSelect(node));
      if (place && !isText)
        texts.push({
          // Without its `<!` and `>`, which are skipped as a tag is.
          from: place.startOffset + 2,
          to: place.endOffset - 1,
          seen: false,
          isForeign: false,
        });
      continue;
    }
    // In a drawing, `template` is an element like any other to the standard, though none shows its words.
    if (node.nodeName === "template" && !("content" in node)) continue;
    const hides = node.nodeName === "script" || node.nodeName === "style" || node.nodeName === "template";
    // Of a template alone that makes the inside of an element, browsers show what it holds.
    if (node.nodeName === "select" && "childNodes" in node && node.sourceCodeLocation)
      selects.push({ from: node.sourceCodeLocation.startOffset, to: node.sourceCodeLocation.endOffset });
    if ("content" in node) {
      push(node.content.childNodes, seen && isInside(node));
      const place = node.sourceCodeLocation;
      if (place && !isInside(node)) templates.set(place.startOffset, place.endOffset);
    }
    if ("childNodes" in node) push(node.childNodes, seen && !hides);
  }
  return { texts, templates, selects };
}
