import { CLASS_FIRST_ENTRY, CLASS_WORDS } from "./dictionary/character-class.ts";
import { type Dictionary, textAt } from "./dictionary/dictionary.ts";
import { NO_TEXT, SAME_AS_SURFACE } from "./dictionary/text-reference.ts";
import type { UposRules } from "./pos/upos.ts";
import type { UserFeatures } from "./user/lexicon.ts";

const PART_BITS = 13;
const LARGEST_PART = (1 << PART_BITS) - 1;
/** Number of the lemma that is the surface. */
const SURFACE = 1;

/** The six fields that a `posId` stands for. */
export interface Part {
  /** Four levels, joined by commas. */
  readonly pos: string;
  readonly conjugationType: string;
  readonly conjugationForm: string;
  /** All six, joined by commas: the head of MeCab's feature string. */
  readonly head: string;
}

/** What a dictionary says of its entries, decoded when asked and each text once. */
export class Features {
  readonly parts: readonly Part[];
  readonly upos: UposRules;
  /** The part of speech alone of each of {@link parts}. */
  readonly #levels: readonly string[];
  readonly #dictionary: Dictionary;
  readonly #firstUnknown: number;
  readonly #texts = new Map<number, string>();
  /** Part of speech and number of the lemma of each entry that was asked for: what is read most stands close together. */
  readonly #seen: Int32Array;
  /** Lemmas by number; the first two stand for an entry not yet seen and for the surface. */
  readonly #lemmas: string[] = ["", ""];
  /** Number of the user's first entry. */
  readonly #firstUser: number;
  readonly #user: readonly UserFeatures[];
  readonly #userParts: readonly number[];

  constructor(dictionary: Dictionary, upos: UposRules, user: readonly UserFeatures[] = []) {
    this.upos = upos;
    this.#dictionary = dictionary;
    const heads = new Map(dictionary.partNames.map((name, i) => [name, i]));
    for (const { head } of user) if (!heads.has(head)) heads.set(head, heads.size);
    this.parts = Object.freeze([...heads.keys()].map(splitPart));
    this.#levels = this.parts.map(({ pos }) => pos);
    this.#firstUser = dictionary.entries.length;
    this.#user = user;
    this.#userParts = user.map(({ head }) => heads.get(head)!);
    let first = dictionary.entries.length;
    for (let at = CLASS_FIRST_ENTRY; at < dictionary.classes.length; at += CLASS_WORDS) {
      first = Math.min(first, dictionary.classes[at]!);
    }
    this.#firstUnknown = first;
    this.#seen = new Int32Array(dictionary.entries.length);
  }

  isUnknown(entry: number): boolean {
    return entry >= this.#firstUnknown && entry < this.#firstUser;
  }

  /** Whether an entry is one word of the dictionary: not a class of unknown ones, not a user's, which may have several forms. */
  isOfDictionary(entry: number): boolean {
    return entry < this.#firstUnknown;
  }

  /** Four levels, joined by commas. */
  pos(entry: number): string {
    return this.#levels[this.partOf(entry)]!;
  }

  partOf(entry: number): number {
    if (entry >= this.#firstUser) return this.#userParts[entry - this.#firstUser]!;
    return this.#look(entry) & LARGEST_PART;
  }

  /** The dictionary form, or undefined where it is the surface or there is none. */
  lemma(entry: number): string | undefined {
    if (entry >= this.#firstUser) return this.#user[entry - this.#firstUser]!.lemma;
    const number = this.#look(entry) >>> PART_BITS;
    return number === SURFACE ? undefined : this.#lemmas[number];
  }

  reading(entry: number, surface: string): string {
    if (entry >= this.#firstUser) return this.#user[entry - this.#firstUser]!.reading;
    return this.#resolve(this.#dictionary.reading[entry]!, surface);
  }

  pronunciation(entry: number, surface: string): string {
    if (entry >= this.#firstUser) return this.#user[entry - this.#firstUser]!.pronunciation;
    return this.#resolve(this.#dictionary.pronunciation[entry]!, surface);
  }

  /** MeCab's feature string. */
  feature(entry: number, surface: string): string {
    if (entry >= this.#firstUser) {
      const { head, lemma, reading, pronunciation } = this.#user[entry - this.#firstUser]!;
      return `${head},${lemma},${reading},${pronunciation}`;
    }
    const head = `${this.parts[this.partOf(entry)]!.head},${this.#resolve(this.#dictionary.lemma[entry]!, surface)}`;
    if (this.isUnknown(entry)) return head;
    return `${head},${this.reading(entry, surface)},${this.pronunciation(entry, surface)}`;
  }

  #look(entry: number): number {
    const seen = this.#seen[entry]!;
    return seen === 0 ? this.#see(entry) : seen;
  }

  #see(entry: number): number {
    const reference = this.#dictionary.lemma[entry]!;
    let number = SURFACE;
    if (reference !== SAME_AS_SURFACE && reference !== NO_TEXT) {
      number = this.#lemmas.length;
      this.#lemmas.push(this.#text(reference));
    }
    const seen = (number << PART_BITS) | this.#dictionary.part[entry]!;
    this.#seen[entry] = seen;
    return seen;
  }

  #resolve(reference: number, surface: string): string {
    if (reference === SAME_AS_SURFACE) return surface;
    return reference === NO_TEXT ? "*" : this.#text(reference);
  }

  #text(reference: number): string {
    let text = this.#texts.get(reference);
    if (text === undefined) {
      text = textAt(this.#dictionary, reference);
      this.#texts.set(reference, text);
    }
    return text;
  }
}

function splitPart(head: string): Part {
  const fields = head.split(",");
  return Object.freeze({
    pos: fields.slice(0, 4).join(","),
    conjugationType: fields[4]!,
    conjugationForm: fields[5]!,
    head,
  });
}
