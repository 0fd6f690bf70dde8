import type { Furniture, TraceRow } from "../../model/discussion.ts";
import { furnitureKinds } from "./kinds.ts";
import { type HtmlTree, textOf } from "./tree.ts";

const UNSEEN = new Set(["script", "style"]);

/** What a text is taken for that a result holds as its words, or says to be another's. */
const WORDS: ReadonlySet<string> = new Set(["body", "quoted"]);

/** Keeps book of where each visible text node of a page goes; what nobody takes is furniture. */
export class Places {
  readonly #tree: HtmlTree;
  readonly #codes: Int32Array;
  readonly #labels: { readonly place: string; readonly reason: string }[] = [{ place: "", reason: "" }];
  readonly #known = new Map<string, number>();

  constructor(tree: HtmlTree) {
    this.#tree = tree;
    this.#codes = new Int32Array(tree.length);
  }

  /** Takes a text node that nobody has taken. */
  take(node: number, place: string, reason: string): void {
    if (this.#codes[node] === 0) this.#codes[node] = this.#code(place, reason);
  }

  /** Takes every free text node of a subtree, of those before row `to`. */
  takeAll(node: number, place: string, reason: string, to = this.#tree.length): void {
    const end = Math.min(this.#tree.ends[node]!, to);
    for (let at = node; at < end; at++) if (this.#tree.names[at] === "") this.take(at, place, reason);
  }

  /**
   * Sets a text node down for the words of a comment, away from what was taken for its head or another's: where an element of a broken
   * page never ends, the words stand in it, and what a text holds is no date.
   */
  takeWords(node: number, place: string, reason: string): void {
    const { reason: taken } = this.#labels[this.#codes[node]!]!;
    if (!WORDS.has(taken)) this.#codes[node] = this.#code(place, reason);
  }

  isTaken(node: number): boolean {
    return this.#codes[node] !== 0;
  }

  #code(place: string, reason: string): number {
    const key = `${place} ${reason}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.#labels.push({ place, reason });
    this.#known.set(key, this.#labels.length - 1);
    return this.#labels.length - 1;
  }

  /** Settles the whole page: the rows of the trace if asked for, and the furniture with neighbours of a kind joined. */
  settle(traced: boolean): { trace: TraceRow[]; furniture: Furniture[] } {
    const { names, parents, ends, from, to, length } = this.#tree;
    const kinds = furnitureKinds(this.#tree);
    const trace: TraceRow[] = [];
    const found: { kind: string; parts: string[] }[] = [];
    let open = false;
    for (let node = 0; node < length; node++) {
      if (UNSEEN.has(names[node]!)) {
        node = ends[node]! - 1;
        continue;
      }
      if (names[node] !== "") continue;
      const words = textOf(this.#tree, node);
      const label = this.#labels[this.#codes[node]!]!;
      const taken = label.place !== "";
      if (!/\S/.test(words)) continue;
      const reason = taken ? label.reason : kinds(parents[node]!);
      const place = taken ? label.place : "furniture";
      if (traced) trace.push({ start: from[node]!, end: to[node]!, place, reason });
      if (place !== "furniture") {
        open = false;
        continue;
      }
      const last = found.at(-1);
      const text = words.replace(/[ \t\r\n\f]+/g, " ").trim();
      if (open && last !== undefined && last.kind === reason) last.parts.push(text);
      else found.push({ kind: reason, parts: [text] });
      open = true;
    }
    return { trace, furniture: found.map(({ kind, parts }) => ({ kind, text: parts.join("\n") })) };
  }
}
