import type { Furniture, TraceRow } from "../../model/discussion.ts";
import { furnitureKinds } from "./kinds.ts";
import { Numbered } from "./numbered.ts";
import { type HtmlTree, textOf } from "./tree.ts";

const UNSEEN = new Set(["script", "style"]);

/** What a text is taken for that a result holds as its words, or says to be another's. */
const WORDS: ReadonlySet<string> = new Set(["body", "quoted"]);

/** Keeps book of where each visible text node of a page goes; what nobody takes is furniture. */
export class Places {
  readonly #tree: HtmlTree;
  /** Of each row the places' and the reasons' numbers: those of comments are many, and have few reasons each. */
  readonly #places: Int32Array;
  readonly #reasons: Uint8Array;
  readonly #placeNames = new Numbered("");
  readonly #reasonNames = new Numbered("");

  constructor(tree: HtmlTree) {
    this.#tree = tree;
    this.#places = new Int32Array(tree.length);
    this.#reasons = new Uint8Array(tree.length);
  }

  /** Takes a text node that nobody has taken. */
  take(node: number, place: string, reason: string): void {
    if (!this.isTaken(node)) this.#set(node, place, reason);
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
    if (!WORDS.has(this.#reasonNames.of(this.#reasons[node]!))) this.#set(node, place, reason);
  }

  isTaken(node: number): boolean {
    return this.#places[node] !== 0;
  }

  #set(node: number, place: string, reason: string): void {
    this.#places[node] = this.#placeNames.number(place);
    this.#reasons[node] = this.#reasonNames.number(reason);
  }

  /** Settles the whole page: the rows of the trace if asked for, and the furniture with neighbours of a kind joined. */
  settle(traced: boolean): { trace: TraceRow[]; furniture: Furniture[] } {
    const { names, parents, ends, from, to, length } = this.#tree;
    const kinds = furnitureKinds(this.#tree);
    const trace: TraceRow[] = [];
    const furniture: { kind: string; text: string }[] = [];
    let open = false;
    for (let node = 0; node < length; node++) {
      if (UNSEEN.has(names[node]!)) {
        node = ends[node]! - 1;
        continue;
      }
      if (names[node] !== "") continue;
      const words = textOf(this.#tree, node);
      if (!/\S/.test(words)) continue;
      const taken = this.isTaken(node);
      const reason = taken ? this.#reasonNames.of(this.#reasons[node]!) : kinds(parents[node]!);
      const place = taken ? this.#placeNames.of(this.#places[node]!) : "furniture";
      if (traced) trace.push({ start: from[node]!, end: to[node]!, place, reason });
      if (place !== "furniture") {
        open = false;
        continue;
      }
      const last = furniture.at(-1);
      const text = words.replace(/[ \t\r\n\f]+/g, " ").trim();
      if (open && last !== undefined && last.kind === reason) last.text += `\n${text}`;
      else furniture.push({ kind: reason, text });
      open = true;
    }
    return { trace, furniture };
  }
}
