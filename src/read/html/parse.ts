import { Tokenizer } from "htmlparser2";
import { AttributeColumns } from "./attribute-columns.ts";
import { BREAKS_OUT, CLOSES_P, FOREIGN, HOLDS_HTML, IMPLIES, LISTS, VOID } from "./element-rules.ts";
import { grown } from "./grown.ts";
import type { HtmlTree } from "./html-tree.ts";
import { scriptEnd } from "./script-end.ts";
import { SharedNames } from "./shared-names.ts";
import { isCutCdata, writePage } from "./write-page.ts";

/** The beginning of a tag; what follows any other sign is text, such as a reference. */
const CUT_TAG = /^<[a-z/]/i;

/** Whether browsers show what is in a template, as the inside of the element around it; of any other it is none of the page. */
const isShown = (mode = ""): boolean => /^(?:open|closed)$/i.test(mode);

/**
 * Parses HTML into columns with source offsets, in time linear in its length and whatever its nesting.
 *
 * Follows the standard where pages need it: void elements, implied ends of `li`, `p`, table and list parts, stray end
 * tags ignored, HTML that breaks out of an open `svg`, no words in a `template`.
 */
export function parseHtml(source: string): HtmlTree {
  return new Builder(source).run();
}

class Builder {
  readonly #source: string;
  readonly #names: string[] = [];
  #parents: Int32Array;
  #ends: Int32Array;
  #from: Int32Array;
  #to: Int32Array;
  readonly #attributes: AttributeColumns;
  readonly #decoded = new Map<number, string>();
  readonly #shared = new SharedNames();

  readonly #open: number[] = [];
  /** Places in `#open` of the elements of each name, so that an end tag costs no search. */
  readonly #openOf = new Map<string, number[]>();
  /** Places in `#open` of `li` elements and of the lists that shield them. */
  readonly #items: number[] = [];
  #foreign = 0;

  #tag = "";
  #tagStart = 0;
  #endTag = -1;
  #text = -1;
  /** Where the open script ends; what the tokenizer takes for tags and words before it is none. */
  #scriptEnd = 0;

  constructor(source: string) {
    this.#source = source;
    const room = Math.max(64, source.length >> 5);
    this.#parents = new Int32Array(room);
    this.#ends = new Int32Array(room);
    this.#from = new Int32Array(room);
    this.#to = new Int32Array(room);
    this.#attributes = new AttributeColumns(source, room);
  }

  run(): HtmlTree {
    const tokenizer = new Tokenizer(
      { decodeEntities: true },
      {
        ontext: (start, end) => this.#addText(start, end, null),
        ontextentity: (point, end) => this.#addEntity(point, end),
        onopentagname: (start, end) => {
          this.#tag = this.#shared.get(this.#source.slice(start, end));
          this.#tagStart = start - 1;
          this.#attributes.drop();
        },
        onattribname: (start, end) => {
          this.#attributes.begin(this.#shared.get(this.#source.slice(start, end)));
        },
        onattribdata: (start, end) => this.#attributes.add(start, end),
        onattribentity: (point) => this.#attributes.addText(String.fromCodePoint(point)),
        onattribend: () => this.#attributes.end(),
        onopentagend: (end) => this.#openElement(end + 1, false),
        onselfclosingtag: (end) => this.#openElement(end + 1, true),
        onclosetag: (start, end) => {
          this.#endTag = start;
          this.#closeElement(this.#shared.get(this.#source.slice(start, end)), start - 2, end + 1);
        },
        oncomment: (start, end) => {
          this.#text = -1;
          if (this.#isForeign("words") && isCutCdata(this.#source, start))
            this.#addText(start + "[CDATA[".length, end, null);
        },
        oncdata: (start, end, offset) => this.#addText(start, end - offset, null),
        ondeclaration: () => {
          this.#text = -1;
        },
        onprocessinginstruction: () => {
          this.#text = -1;
        },
        onend: () => {},
        isInForeignContext: () => this.#foreign > 0,
      },
    );
    writePage(tokenizer, this.#source, {
      isForeign: () => this.#isForeign("words"),
      endTag: () => this.#endTag,
    });
    while (this.#open.length > 0) this.#pop();
    return {
      source: this.#source,
      length: this.#names.length,
      names: this.#names,
      parents: this.#parents.subarray(0, this.#names.length),
      ends: this.#ends.subarray(0, this.#names.length),
      from: this.#from.subarray(0, this.#names.length),
      to: this.#to.subarray(0, this.#names.length),
      attributes: this.#attributes,
      decoded: this.#decoded,
    };
  }

  #addNode(name: string, from: number, to: number, isTag = false): number {
    const node = this.#names.length;
    if (name !== "") this.#text = -1;
    if (node === this.#parents.length) this.#grow();
    this.#names.push(name);
    this.#parents[node] = this.#open.at(-1) ?? -1;
    this.#ends[node] = node + 1;
    this.#from[node] = from;
    this.#to[node] = to;
    this.#attributes.addRow(isTag);
    return node;
  }

  #grow(): void {
    this.#parents = grown(this.#parents);
    this.#ends = grown(this.#ends);
    this.#from = grown(this.#from);
    this.#to = grown(this.#to);
  }

  /** Neighbouring pieces, around a character reference or an ignored tag, are one text node. */
  #addText(start: number, end: number, decoded: string | null): void {
    // A tag that the end of the page cuts off is no text (of `<br/` the tokenizer says that it begins at -1).
    if (start < 0 || end <= start) return;
    if (end === this.#source.length && CUT_TAG.test(this.#source.slice(start - 1, start + 1))) return;
    if (this.#text < 0) {
      this.#text = this.#addNode("", start, end);
      if (decoded !== null) this.#decoded.set(this.#text, decoded);
      return;
    }
    const before = this.#decoded.get(this.#text);
    if (before !== undefined || decoded !== null || this.#to[this.#text] !== start) {
      const old = before ?? this.#source.slice(this.#from[this.#text]!, this.#to[this.#text]!);
      this.#decoded.set(this.#text, old + (decoded ?? this.#source.slice(start, end)));
    }
    this.#to[this.#text] = end;
  }

  #addEntity(point: number, end: number): void {
    const text = String.fromCodePoint(point);
    // Some references stand for two code points, which come one after the other with the same end.
    if (this.#text >= 0 && this.#to[this.#text] === end)
      this.#decoded.set(this.#text, this.#decoded.get(this.#text)! + text);
    else this.#addText(this.#source.lastIndexOf("&", end - 1), end, text);
  }

  #openElement(end: number, hasSlash: boolean): void {
    const name = this.#tag;
    if (name === "") return;
    this.#tag = "";
    if (this.#tagStart < this.#scriptEnd) return;
    if (name === "form" && this.#isOpen("form")) return;
    this.#closeImplied(name);
    // In HTML the slash says nothing.
    const isClosed = VOID.has(name) || (hasSlash && (FOREIGN.has(name) || this.#isForeign("element")));
    const node = this.#addNode(name, this.#tagStart, end, true);
    if (isClosed) return;
    if (LISTS.has(name)) this.#items.push(this.#open.length);
    if (FOREIGN.has(name)) this.#foreign++;
    if (name === "script" && this.#foreign === 0) this.#scriptEnd = scriptEnd(this.#source, end);
    const same = this.#openOf.get(name);
    if (same === undefined) this.#openOf.set(name, [this.#open.length]);
    else same.push(this.#open.length);
    this.#open.push(node);
  }

  /** Closes what an opening tag ends: an open `svg`, a `p`, an item, a part of a table or a list. */
  #closeImplied(name: string): void {
    if (this.#foreign > 0 && BREAKS_OUT.has(name) && !this.#isOpen("foreignobject")) this.#leaveForeign();
    if (CLOSES_P.has(name)) this.#closeTop("p");
    if (name === "li") this.#closeItem();
    const implied = IMPLIES.get(name);
    if (implied === undefined) return;
    while (this.#open.length > 0 && implied.has(this.#names[this.#open.at(-1)!]!)) this.#pop();
  }

  #isOpen(name: string): boolean {
    return this.#lastOpen(name) >= 0;
  }

  /** The place in `#open` of the innermost element of a name; -1 where none is open, or only outside of the open template. */
  #lastOpen(name: string): number {
    const place = this.#openOf.get(name)?.at(-1) ?? -1;
    return place < (this.#openOf.get("template")?.at(-1) ?? -1) ? -1 : place;
  }

  /** Closes the open `li`, unless a list inside of it shields it. */
  #closeItem(): void {
    const place = this.#items.at(-1);
    if (place !== undefined && this.#names[this.#open[place]!] === "li" && place >= this.#lastOpen("template"))
      this.#popTo(place);
  }

  #closeElement(name: string, start: number, end: number): void {
    if (start < this.#scriptEnd) return;
    const place = this.#lastOpen(name);
    if (place < 0) {
      // The standard makes an element of these two; other stray end tags are ignored.
      if (name === "br" || name === "p") this.#addNode(name, start, end);
      return;
    }
    if (name === "li") {
      this.#closeItem();
      return;
    }
    this.#popTo(place);
  }

  /** Whether what comes next is of another language; directly in what holds HTML, its words are and its elements are not. */
  #isForeign(of: "words" | "element"): boolean {
    if (this.#foreign === 0) return false;
    const outer = Math.max(this.#lastOpen("svg"), this.#lastOpen("math"));
    const below = this.#open.length - (of === "words" ? 1 : 0);
    return !HOLDS_HTML.some((name) => {
      const places = this.#openOf.get(name) ?? [];
      const place = places.at(-1) === below ? places.at(-2) : places.at(-1);
      return place !== undefined && place > outer;
    });
  }

  #leaveForeign(): void {
    while (this.#foreign > 0) this.#pop();
  }

  #closeTop(name: string): void {
    const top = this.#open.at(-1);
    if (top !== undefined && this.#names[top] === name) this.#pop();
  }

  /** Sets the end of the rows to an earlier one. */
  #forgetFrom(first: number): void {
    for (let row = first; row < this.#names.length; row++) this.#decoded.delete(row);
    this.#names.length = first;
    this.#attributes.forgetFrom(first);
  }

  #popTo(place: number): void {
    while (this.#open.length > place) this.#pop();
  }

  #pop(): void {
    this.#text = -1;
    const node = this.#open.pop()!;
    const name = this.#names[node]!;
    if (name === "template" && !isShown(this.#attributes.get(node, "shadowrootmode"))) this.#forgetFrom(node + 1);
    this.#ends[node] = this.#names.length;
    this.#openOf.get(name)!.pop();
    if (this.#items.at(-1) === this.#open.length) this.#items.pop();
    if (FOREIGN.has(name)) this.#foreign--;
  }
}
