import type { Note } from "../model/discussion.ts";
import type { ColumnMapping } from "./format.ts";
import { unknownColumn, unknownRole, withoutText } from "./tables/column-errors.ts";
import {
  isDateColumn,
  isFreeText,
  isVoteColumn,
  isWordy,
  type Look,
  likelihood,
  lookAt,
  type Sample,
} from "./tables/guess.ts";
import { isPersonal } from "./tables/personal.ts";
import {
  asksOpinion,
  isSurvey,
  isThread,
  OTHER_REACTIONS,
  type Role,
  simplify,
  simplifyOwn,
  USUAL,
  usualColumns,
} from "./tables/usual-names.ts";

export { simplify } from "./tables/usual-names.ts";

/** Which column holds what, and which are left over. */
export interface Columns {
  /** Of several columns of words, `text` is the first. */
  readonly roles: ReadonlyMap<Role, string>;
  /** The columns of words, in the order of the table or of the mapping. */
  readonly texts: readonly string[];
  readonly reactions: ReadonlyMap<string, string>;
  /** Columns that are attributes. */
  readonly rest: readonly string[];
  /** Columns that are kept out. */
  readonly personal: readonly string[];
  /** Attributes that may be words too: told apart from answers to choose from by a guess. */
  readonly wordy: readonly string[];
  /** What their content gave away, not their names. */
  readonly guessed: readonly (readonly [Role, string])[];
}

/** What is known of a table beside the names of its columns. */
export interface Known {
  /** The cells of its first rows, by column; without them nothing is guessed by content. */
  readonly sample?: Sample;
  /** Other names under which a column may be asked for. */
  readonly aliases?: ReadonlyMap<string, string>;
}

/** Returns the one of the names, if any, that is usual for the words of a comment. */
export function textColumn(names: readonly string[]): string | null {
  return usualColumns(names, "text")[0] ?? null;
}

/** Returns the column whose cells look most like words in somebody's own; null where none does. */
export function guessText(sample: Sample): string | null {
  const looks = new Map([...sample].map(([name, cells]) => [name, lookAt(cells)]));
  const free = [...looks.keys()].filter((name) => !isPersonal(name) && isFreeTextAt(name, looks));
  return likeliest(free, looks)[0] ?? null;
}

/**
 * Returns the roles of the columns: by the given mapping first, then by usual names, then by what the cells look like.
 *
 * The answers to a survey can have several columns of words; elsewhere one is enough. Throws `unknown-option` for a role,
 * `unknown-column` for a column that is not there, or where none is known to hold the words.
 */
export function settleColumns(names: readonly string[], given: ColumnMapping = {}, known: Known = {}): Columns {
  const settling = new Settling(names, known);
  settling.takeGiven(given);
  settling.keepOut();
  settling.findTexts();
  settling.findRoles();
  return settling.columns();
}

/** The columns as far as they are settled. */
class Settling {
  readonly #names: readonly string[];
  readonly #aliases: ReadonlyMap<string, string> | undefined;
  readonly #looks: ReadonlyMap<string, Look>;
  readonly #survey: boolean;
  readonly #roles = new Map<Role, string>();
  readonly #taken = new Set<string>();
  readonly #texts: string[] = [];
  readonly #guessed: [Role, string][] = [];
  #personal: readonly string[] = [];
  #isGiven = false;

  constructor(names: readonly string[], { sample, aliases }: Known) {
    this.#names = names;
    this.#aliases = aliases;
    this.#looks = new Map(sample === undefined ? [] : names.map((name) => [name, lookAt(sample.get(name) ?? [])]));
    this.#survey = isSurvey(names);
  }

  #take(role: Role, column: string): void {
    if (!this.#roles.has(role)) this.#roles.set(role, column);
    this.#taken.add(column);
  }

  #isOpen(name: string): boolean {
    return !this.#taken.has(name) && !this.#personal.includes(name);
  }

  takeGiven(given: ColumnMapping): void {
    for (const [role, asked] of Object.entries(given)) {
      if (!Object.hasOwn(USUAL, role)) throw unknownRole(role);
      for (const name of [asked as string | readonly string[]].flat()) {
        const column = columnNamed(name, this.#names, this.#aliases);
        if (column === null) throw unknownColumn(name, this.#names);
        if (role === "text" && !this.#texts.includes(column)) this.#texts.push(column);
        this.#take(role as Role, column);
      }
    }
  }

  /** Keeps out what is personal, but not what was asked for. */
  keepOut(): void {
    this.#personal = this.#names.filter(
      (name) => !this.#taken.has(name) && isKeptOut(name, this.#looks.get(name), this.#survey),
    );
  }

  /** Returns the columns of words, unless they were given. */
  findTexts(): void {
    this.#isGiven = this.#texts.length > 0;
    if (this.#isGiven) return;
    const names = this.#names;
    const open = names.filter((name) => this.#isOpen(name));
    const usual = usualColumns(names, "text").filter((name) => this.#isOpen(name));
    const free = open.filter((name) => !usual.includes(name) && isFreeTextAt(name, this.#looks));
    const likely = this.#survey || !isThread(names) ? free : likeliest(free, this.#looks);
    this.#texts.push(...wordsAmong(names, usual, likely, this.#survey));
    if (this.#texts.length === 0) throw withoutText(names, likeliest(open, this.#looks)[0] ?? null);
    for (const column of this.#texts) {
      this.#take("text", column);
      if (!usual.includes(column)) this.#guessed.push(["text", column]);
    }
  }

  /** Returns the columns of the other roles, by their names and then by what the cells look like. */
  findRoles(): void {
    for (const role of Object.keys(USUAL) as Role[]) {
      if (this.#roles.has(role) || role === "text") continue;
      const found = usualColumns(this.#names, role).find((name) => this.#isOpen(name));
      if (found !== undefined) this.#take(role, found);
    }
    this.#guess("date", isDateColumn);
    if (!this.#survey) this.#guess("up", isVoteColumn);
  }

  #guess(role: Role, fits: (name: string, look: Look) => boolean): void {
    if (this.#roles.has(role)) return;
    const looks = this.#looks;
    const found = this.#names.find((name) => this.#isOpen(name) && looks.has(name) && fits(name, looks.get(name)!));
    if (found === undefined) return;
    this.#take(role, found);
    this.#guessed.push([role, found]);
  }

  columns(): Columns {
    const reactions = new Map<string, string>();
    for (const name of this.#names) {
      const other = OTHER_REACTIONS.get(simplifyOwn(name));
      if (other === undefined || !this.#isOpen(name)) continue;
      reactions.set(name, other);
      this.#taken.add(name);
    }
    const rest = this.#names.filter((name) => this.#isOpen(name));
    const wordy = this.#isGiven ? [] : rest.filter((name) => isWordyAt(name, this.#looks));
    const [roles, texts, personal, guessed] = [this.#roles, this.#texts, this.#personal, this.#guessed];
    return { roles, texts, reactions, rest, personal, wordy, guessed };
  }
}

/** Returns what a reader should be told of how the columns were settled. */
export function columnNotes({ texts, personal, wordy, guessed }: Columns): Note[] {
  const notes: Note[] = [];
  if (wordy.length > 0) {
    const all = [...texts, ...wordy].map((column) => `--map 'text=${column}'`).join(" ");
    notes.push({
      code: "wordy-columns",
      message: `read as attributes, but may hold words: ${wordy.join(", ")}; ${all} reads each`,
    });
  }
  if (guessed.length > 0) {
    const pairs = guessed.map(([role, column]) => `${role}=${column}`).join(", ");
    notes.push({ code: "guessed-columns", message: `guessed from their content: ${pairs}; a mapping settles it` });
  }
  if (personal.length > 0) {
    notes.push({ code: "personal-columns", message: `kept out as personal: ${personal.join(", ")}` });
  }
  return notes;
}

/** In a survey 名前 is the name of a person, not one that they chose for a thread. */
const NAMES_OF_PERSONS: ReadonlySet<string> = new Set(
  ["名前", "name", "username", "ユーザー名", "ユーザ名", "回答者", "回答者名", "送信者名"].map(simplify),
);

function isKeptOut(name: string, look: Look | undefined, survey: boolean): boolean {
  if (isPersonal(name) || (survey && NAMES_OF_PERSONS.has(simplifyOwn(name)))) return true;
  return look !== undefined && look.filled > 0 && look.personal >= 0.5;
}

/**
 * The columns of words, in the order of the table: those of usual names and what else looks like words in a survey; elsewhere
 * the surest usual name, with the others where several ask for opinions, and without any the others alone.
 */
function wordsAmong(
  names: readonly string[],
  usual: readonly string[],
  free: readonly string[],
  survey: boolean,
): readonly string[] {
  if (survey) return names.filter((name) => usual.includes(name) || free.includes(name));
  if (usual.length === 0) return free;
  return asksOpinion(usual[0]!) ? names.filter((name) => usual.includes(name) && asksOpinion(name)) : usual.slice(0, 1);
}

function isFreeTextAt(name: string, looks: ReadonlyMap<string, Look>): boolean {
  const look = looks.get(name);
  return look !== undefined && isFreeText(name, look);
}

function isWordyAt(name: string, looks: ReadonlyMap<string, Look>): boolean {
  const look = looks.get(name);
  return look !== undefined && isWordy(look);
}

/** The one column that looks most like words, as a list; none of none. */
function likeliest(names: readonly string[], looks: ReadonlyMap<string, Look>): string[] {
  let best: string | null = null;
  let most = 0;
  for (const name of names) {
    const look = looks.get(name);
    const own = look === undefined ? 0 : likelihood(name, look);
    if (own > most) [best, most] = [name, own];
  }
  return best === null ? [] : [best];
}

/** A column by its name, by another name of it, or by its name without regard to width and spaces if that is clear. */
function columnNamed(
  name: string,
  names: readonly string[],
  aliases: ReadonlyMap<string, string> | undefined,
): string | null {
  if (names.includes(name)) return name;
  const alias = aliases?.get(name);
  if (alias !== undefined) return alias;
  const plain = (text: string): string => text.normalize("NFKC").replace(/\s/g, "");
  const alike = names.filter((one) => plain(one) === plain(name));
  return alike.length === 1 ? alike[0]! : null;
}
