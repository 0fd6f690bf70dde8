import type { DataReader } from "../../model/data-folder.ts";
import type { Weights } from "../../text/named-rows.ts";
import { parseTsv } from "../../text/tsv.ts";
import { loadFolding } from "../../words/fold.ts";
import { compileTrie, Trie } from "../../words/trie.ts";
import { CarrierSigns } from "./carrier-signs.ts";
import { NameParts } from "./name-parts.ts";
import type { OutletBy } from "./outlet-by.ts";
import { loadConfidences, loadOutletPatterns, type OutletPatterns } from "./words.ts";

/** A news outlet: its canonical name, and the language it mostly writes in. */
export interface Outlet {
  readonly name: string;
  readonly language: string | null;
}

export type LabelRole = "source" | "image-credit" | "related" | "credit-or-source";
export type CarrierKind = "interview" | "contribution" | "report" | "according-to";

/** A phrase behind an outlet that carries information. */
export interface Carrier {
  readonly pattern: string;
  readonly kind: CarrierKind;
  /** Whether only an outlet takes the phrase. */
  readonly telling: boolean;
}

/** What the citations layer reads beside the text. */
export interface CitationResources {
  /** What leads a labelled line, without its colon. */
  readonly labels: ReadonlyMap<string, LabelRole>;
  /** Written form of a licence and its canonical name, the longest written form first. */
  readonly licences: readonly (readonly [written: string, licence: string])[];
  /** Every name and alias of every outlet. */
  readonly outlets: ReadonlyMap<string, Outlet>;
  /** Short names that are other words too: 読売, 時事. */
  readonly shortNames: ReadonlyMap<string, string>;
  /** The same as they are looked up in a text: numbers of outlets by name. */
  readonly outletNames: { readonly trie: Trie; readonly outlets: readonly Outlet[] };
  /** Phrases right after an outlet that carries information, the longest first. */
  readonly after: readonly Carrier[];
  /** What stands right before a known outlet that carries information: ソースは. */
  readonly before: readonly string[];
  /** Predicates of an outlet that carries information, by lemma. */
  readonly verbs: ReadonlyMap<string, CarrierKind>;
  /** Whether any of these stands in a sentence at all. */
  readonly signs: CarrierSigns;
  /** Endings that make a name an outlet, the longest first. */
  readonly nameEndings: readonly string[];
  /** Those of them that are everyday words too: ポスト, 通信. */
  readonly wordEndings: ReadonlySet<string>;
  /** Outlets without a name (地元紙), the longest first. */
  readonly generic: readonly string[];
  /** Endings of editions behind a known name (電子版), and words that say that an outlet's name follows (ニュースサイト), the longest first. */
  readonly editions: readonly string[];
  readonly leads: readonly string[];
  /** First UTF-16 code units of all outlets, and last ones of all endings: most nouns have neither. */
  readonly shortLetters: ReadonlySet<number>;
  readonly firstLetters: ReadonlySet<number>;
  readonly lastLetters: ReadonlySet<number>;
  /** Which parts of speech stand in names, found when they are first met. */
  readonly parts: NameParts;
  readonly patterns: OutletPatterns;
  readonly confidences: Weights<OutletBy>;
}

function lookedUp(outlets: ReadonlyMap<string, Outlet>): CitationResources["outletNames"] {
  const names = [...outlets.keys()];
  const { columns, order } = compileTrie(names);
  return { trie: new Trie(columns), outlets: Array.from(order, (index) => outlets.get(names[index]!)!) };
}

const longestFirst = (a: string, b: string) => b.length - a.length || (a < b ? -1 : 1);

/** Returns the labels, licences, outlets and carrier phrases. */
export function loadCitationResources(read: DataReader): CitationResources {
  const rows = <Column extends string>(path: string, columns: readonly Column[]) =>
    parseTsv(read.text(path), columns, path);
  const folding = loadFolding(read);
  const outlets = new Map<string, Outlet>();
  for (const { name, language, aliases } of rows("data/gazetteers/media.tsv", ["name", "language", "aliases"])) {
    const outlet = { name, language: language === "" ? null : language };
    for (const alias of [name, ...aliases.split("|")].flatMap((form) => folding.forms(form)))
      if (alias.length > 1) outlets.set(alias, outlet);
  }
  const carriers = rows("data/citations/carriers.tsv", ["place", "pattern", "kind", "telling"]);
  const endings = rows("data/citations/outlet-endings.tsv", ["ending", "kind"]);
  const endingsOf = (wanted: string) =>
    endings
      .filter(({ kind }) => kind === wanted)
      .map(({ ending }) => ending)
      .sort(longestFirst);
  const shortNames = new Map(
    rows("data/citations/short-names.tsv", ["short", "outlet"]).map(({ short, outlet }) => [short, outlet] as const),
  );
  const patternsOf = (wanted: string) => carriers.filter(({ place }) => place === wanted).map(({ pattern }) => pattern);
  const verbs = new Map(
    carriers.filter(({ place }) => place === "verb").map(({ pattern, kind }) => [pattern, kind as CarrierKind]),
  );
  return {
    shortNames,
    before: patternsOf("before"),
    editions: endingsOf("edition"),
    leads: endingsOf("lead"),
    labels: new Map(
      rows("data/citations/labels.tsv", ["label", "role"]).map(({ label, role }) => [label, role as LabelRole]),
    ),
    licences: rows("data/citations/licences.tsv", ["written", "licence"])
      .map(({ written, licence }) => [written, licence] as const)
      .sort(([a], [b]) => longestFirst(a, b)),
    outlets,
    outletNames: lookedUp(outlets),
    after: carriers
      .filter(({ place }) => place === "after")
      .map(({ pattern, kind, telling }) => ({ pattern, kind: kind as CarrierKind, telling: telling === "yes" }))
      .sort((a, b) => longestFirst(a.pattern, b.pattern)),
    verbs,
    signs: new CarrierSigns([...patternsOf("before"), ...patternsOf("after")], verbs),
    shortLetters: new Set([...shortNames.keys()].map((name) => name.charCodeAt(0))),
    firstLetters: new Set([...outlets.keys()].map((name) => name.charCodeAt(0))),
    lastLetters: new Set(
      endings.filter(({ kind }) => kind !== "lead").map(({ ending }) => ending.charCodeAt(ending.length - 1)),
    ),
    nameEndings: [...endingsOf("name"), ...endingsOf("word")].sort(longestFirst),
    wordEndings: new Set(endingsOf("word")),
    generic: endingsOf("generic"),
    parts: new NameParts(),
    patterns: loadOutletPatterns(read),
    confidences: loadConfidences(read),
  };
}
