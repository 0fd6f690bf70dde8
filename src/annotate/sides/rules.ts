import type { SideLabel } from "../../model/layers.ts";
import { parseTsv } from "../../text/tsv.ts";
import type { Rule } from "../../words/rule.ts";
import { compileTrie, Trie } from "../../words/trie.ts";
import { CHANGES, type Change } from "./change.ts";

/** What a row does with its side: it decides, it is a sign for the model, or it only takes words from later rows. */
const FORCES = ["yes", "hint", "no"] as const;
type Force = (typeof FORCES)[number];

/** How some words take a side. */
export interface SideRule extends Rule {
  /** What is matched: a regular expression over the folded text, in which `{A}` is what the proposition does. */
  readonly pattern: string;
  /** The side that the words take, by what the proposition changes; null for words that say nothing. */
  readonly sides: Readonly<Record<Change, SideLabel | null>>;
  readonly decides: Force;
  /** The proposition that the example is said of. */
  readonly proposition: string;
}

/** All rows, with what finds those that may match. */
export interface SideRules {
  readonly rows: readonly SideRule[];
  /** Words of which one must stand in the text, and the rows that each calls for. */
  readonly keys: Trie;
  readonly rowsOfKey: readonly number[];
}

const LETTERS: Readonly<Record<string, SideLabel | null>> = {
  F: "for",
  A: "against",
  C: "conditional",
  U: "unsure",
  "-": null,
};

/** Returns the rows of `data/sides/rules.tsv`. */
export function parseRules(text: string, file: string): SideRules {
  const columns = ["name", "keys", "pattern", ...CHANGES, "decides", "proposition", "example"] as const;
  const keys: string[] = [];
  const rowsOf: number[] = [];
  const rows = parseTsv(text, columns, file).map((row, index): SideRule => {
    for (const key of row.keys.split("|")) {
      keys.push(key);
      rowsOf.push(index);
    }
    return {
      name: row.name,
      example: row.example,
      proposition: row.proposition,
      pattern: row.pattern.replace(/~(\d+)/g, "[^。!?\\n]{0,$1}?"),
      sides: sidesOf(row),
      // The file's own test holds it to these three.
      decides: row.decides as Force,
    };
  });
  const { columns: trie, order } = compileTrie(keys);
  return { rows, keys: new Trie(trie), rowsOfKey: Array.from(order, (index) => rowsOf[index]!) };
}

function sidesOf(row: Readonly<Record<Change, string>>): SideRule["sides"] {
  const [removes, restricts, adds, moves] = CHANGES.map((change) => LETTERS[row[change]] ?? null);
  return { removes: removes!, restricts: restricts!, adds: adds!, moves: moves! };
}

/** Returns the patterns of the rows for a proposition whose words for what is done are given. */
export function patternsFor(
  { rows }: SideRules,
  acts: readonly string[],
  shared: (RegExp | null)[],
): readonly RegExp[] {
  const act = acts.length === 0 ? "(?!)" : `(?:${acts.map(escaped).join("|")})`;
  return rows.map(({ pattern }, i) => {
    if (pattern.includes("{A}")) return new RegExp(pattern.replaceAll("{A}", act), "gm");
    shared[i] ??= new RegExp(pattern, "gm");
    return shared[i];
  });
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
