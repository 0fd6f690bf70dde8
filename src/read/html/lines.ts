import { endsWide, isWide, squeeze } from "./blanks.ts";

const LEAD = /^[ \t\r\n\f]+/;
const TAIL_RUN = /[ \t\r\n\f]/;

/** A place between two characters of a text that is being written. */
export interface Mark {
  readonly part: number;
  readonly length: number;
}

/** The place before the first character. */
export const TOP: Mark = { part: 0, length: 0 };

/** What stands between the last character written and the next: nothing, a broken source line, a space, a cell's edge. */
type Gap = 0 | 1 | 2 | 3;

/** Text being written, with line breaks held back until something follows them. */
export class Lines {
  readonly #parts: string[] = [];
  #length = 0;
  /** Line breaks asked for by `<br>`, and the least number that a block asks for. */
  #breaks = 0;
  #least = 0;
  #gap: Gap = 0;
  /** Spaces of a `pre` that go before what follows on the line. */
  #exact = "";

  get length(): number {
    return this.#length;
  }

  break(): void {
    this.#breaks++;
    this.#gap = 0;
    this.#exact = "";
  }

  block(least: number): void {
    this.#least = Math.max(this.#least, least);
    this.#gap = 0;
    this.#exact = "";
  }

  /** Parts what follows by a tab from what stands on the same line. */
  cell(): void {
    if (!this.#atLineStart()) this.#gap = 3;
  }

  /** Remembers a place; the break or space before its first character is not part of what begins there. */
  mark(): Mark {
    return { part: this.#parts.length, length: this.#length };
  }

  startOf({ part, length }: Mark): number {
    const first = this.#parts[part];
    return first !== undefined && /^[\n\t ]+$/.test(first) ? length + first.length : length;
  }

  inline(text: string): void {
    const plain = squeeze(text);
    // A line of no-break spaces alone is a blank one.
    if (plain === " " || (this.#atLineStart() && plain.trim() === "")) {
      if (!this.#atLineStart()) this.#widen(/[\r\n]/.test(text) ? 1 : 2);
      return;
    }
    const lead = LEAD.exec(text)?.[0];
    if (lead !== undefined && !this.#atLineStart()) this.#widen(/[\r\n]/.test(lead) ? 1 : 2);
    const tail = plain.endsWith(" ");
    this.#write(plain.slice(lead === undefined ? 0 : 1, tail ? -1 : undefined));
    if (tail) this.#widen(brokenAtEnd(text) ? 1 : 2);
  }

  verbatim(text: string): void {
    const lines = text.split(/\r\n|\n|\r/);
    for (const [index, line] of lines.entries()) {
      if (index > 0) this.break();
      const words = line.trimEnd();
      if (words !== "") this.#write(words);
      // Spaces go between the words of a line, not after its last.
      this.#exact = (words === "" && index === 0 ? this.#exact : "") + line.slice(words.length);
    }
  }

  #widen(gap: Gap): void {
    if (gap > this.#gap) this.#gap = gap;
  }

  #atLineStart(): boolean {
    return this.#length === 0 || this.#breaks > 0 || this.#least > 0;
  }

  #write(text: string): void {
    if (text === "") return;
    if (this.#length > 0) {
      const count = Math.max(this.#breaks, this.#least);
      const gap = count > 0 ? "\n".repeat(count) : this.#exact === "" ? this.#between(text) : "";
      if (gap + this.#exact !== "") this.#push(gap + this.#exact);
    }
    this.#breaks = 0;
    this.#least = 0;
    this.#gap = 0;
    this.#exact = "";
    this.#push(text);
  }

  #between(text: string): string {
    if (this.#gap === 3) return "\t";
    if (this.#gap === 1 && endsWide(this.#parts.at(-1)!) && isWide(text.charCodeAt(0))) return "";
    return this.#gap === 0 ? "" : " ";
  }

  #push(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }

  text(): string {
    return this.#parts.join("");
  }
}

/** Whether the white space at the end of a text holds a line break. */
function brokenAtEnd(text: string): boolean {
  for (let at = text.length - 1; at >= 0 && TAIL_RUN.test(text[at]!); at--)
    if (text[at] === "\n" || text[at] === "\r") return true;
  return false;
}
