import type { Note } from "../model/discussion.ts";

/** One step through an XML document. Text comes decoded, with CDATA joined in. */
export type XmlEvent =
  | { readonly kind: "open"; readonly name: string; readonly attributes: Readonly<Record<string, string>> }
  | { readonly kind: "close"; readonly name: string }
  | { readonly kind: "text"; readonly text: string };

/** What was met on the way that a reader should know. */
export interface XmlReport {
  /** Entities that the document declares; none is ever expanded, so none can be a bomb or fetch anything. */
  declaredEntities: number;
  /** Elements still open at the end, outermost first. */
  open: string[];
}

const ATTRIBUTE = /([^\s=/>"']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: "\u00a0" };

/**
 * Returns the events of an XML document, one at a time, in time linear in its length and without recursion.
 *
 * Expands the five predefined entities and character references; any other reference stays as written.
 */
export function* readXml(text: string, report: XmlReport): Generator<XmlEvent, void, undefined> {
  let at = 0;
  while (at < text.length) {
    const tag = text.indexOf("<", at);
    const end = tag < 0 ? text.length : tag;
    if (end > at) yield { kind: "text", text: decodeReferences(text.slice(at, end)) };
    if (tag < 0) return;
    if (text.startsWith("<![CDATA[", tag)) {
      const close = text.indexOf("]]>", tag);
      yield { kind: "text", text: text.slice(tag + 9, close < 0 ? text.length : close) };
      if (close < 0) report.open.push("![CDATA[");
      at = close < 0 ? text.length : close + 3;
    } else if (text.startsWith("<!--", tag)) at = after(text, "-->", tag + 4);
    else if (text.startsWith("<?", tag)) at = after(text, "?>", tag + 2);
    else if (text.startsWith("<!", tag)) at = skipDeclaration(text, tag, report);
    else {
      const close = text.indexOf(">", tag);
      if (close < 0) {
        report.open.push(text.slice(tag + 1, tag + 20));
        return;
      }
      yield* readTag(text, tag, close, report);
      at = close + 1;
    }
  }
}

function* readTag(text: string, tag: number, close: number, report: XmlReport): Generator<XmlEvent, void, undefined> {
  if (text[tag + 1] === "/") {
    const name = text.slice(tag + 2, close).trim();
    if (report.open.at(-1) === name) report.open.pop();
    yield { kind: "close", name };
    return;
  }
  const empty = text[close - 1] === "/";
  const inner = text.slice(tag + 1, empty ? close - 1 : close);
  const name = /^[^\s/>]*/.exec(inner)![0];
  const attributes: Record<string, string> = {};
  if (name.length < inner.length) {
    for (const [, key, double, single] of inner.slice(name.length).matchAll(ATTRIBUTE)) {
      if (key !== "__proto__") attributes[key!] = decodeReferences(double ?? single ?? "");
    }
  }
  yield { kind: "open", name, attributes };
  if (empty) yield { kind: "close", name };
  else report.open.push(name);
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from);
  return found < 0 ? text.length : found + mark.length;
}

/**
 * Returns the place behind a DOCTYPE with its internal subset, whose declarations are counted and otherwise ignored.
 */
function skipDeclaration(text: string, tag: number, report: XmlReport): number {
  const close = text.indexOf(">", tag);
  const subset = text.indexOf("[", tag);
  if (subset < 0 || (close >= 0 && close < subset)) return close < 0 ? text.length : close + 1;
  const end = text.indexOf("]", subset);
  const inner = text.slice(subset, end < 0 ? text.length : end);
  report.declaredEntities += inner.split("<!ENTITY").length - 1;
  return end < 0 ? text.length : after(text, ">", end);
}

/** Returns notes on declared entities, whose references stay as written. */
export function entityNotes({ declaredEntities }: XmlReport): Note[] {
  if (declaredEntities === 0) return [];
  return [
    { code: "ignored-entities", message: `${declaredEntities} entities that the file declares are not expanded` },
  ];
}

/** Returns a text with its predefined entities and character references replaced. */
export function decodeReferences(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-z]{2,4}));/g, (whole, decimal, hex, name) => {
    if (name !== undefined) return Object.hasOwn(NAMED, name) ? NAMED[name]! : whole;
    const point = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
    return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
      ? String.fromCodePoint(point)
      : whole;
  });
}
