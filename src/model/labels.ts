/** What is known of a label of entities. */
interface LabelRow {
  readonly label: string;
  /** A name of somebody or something, a figure (dates, numbers), or an affix that goes with a name. */
  readonly kind: "name" | "figure" | "affix";
  /** The coarse type by which the sequence model knows it; null where the model knows nothing of it. */
  readonly coarse: "PER" | "ORG" | "LOC" | "MISC" | null;
  /** Its place among the labels between which the model of spans decides; null where that does not know it. */
  readonly learned: number | null;
  /** The number by which the sequence model is told that a gazetteer has such a name; null where none may. */
  readonly gazetteer: number | null;
  /** Whether such a one can speak: what is quoted may be theirs. */
  readonly speaks: boolean;
  /** Whether a name that was surely found once is found again wherever its words stand. */
  readonly spreads: boolean;
  /** Whether gazetteers decide about it, against a longer name of the model. */
  readonly ruled: boolean;
  /** Whether an acronym in brackets behind such a name is the same one: 集団安全保障条約機構(CSTO). */
  readonly shortens: boolean;
  /** Whether charts of names show it. */
  readonly shown: boolean;
  /** Whether the report tells it among those most spoken of. */
  readonly told: boolean;
  /** What readers see. */
  readonly ja: string;
  readonly en: string;
}

const [yes, no] = [true, false] as const;

/** OntoNotes 5 labels as used by spaCy and GiNZA for Japanese, a row each; every set of labels is a filter of these rows. */
// biome-ignore format: a table
export const LABELS = [
  { label: "PERSON",      kind: "name",   coarse: "PER",  learned: 0,    gazetteer: 1,    speaks: yes, spreads: yes, ruled: no,  shortens: no,  shown: yes, told: yes, ja: "人",         en: "person" },
  { label: "NORP",        kind: "name",   coarse: "ORG",  learned: 8,    gazetteer: 11,   speaks: yes, spreads: no,  ruled: yes, shortens: yes, shown: yes, told: yes, ja: "民族・団体", en: "people or party" },
  { label: "FAC",         kind: "name",   coarse: "LOC",  learned: 4,    gazetteer: 5,    speaks: no,  spreads: yes, ruled: no,  shortens: yes, shown: yes, told: yes, ja: "施設",       en: "facility" },
  { label: "ORG",         kind: "name",   coarse: "ORG",  learned: 1,    gazetteer: 2,    speaks: yes, spreads: yes, ruled: no,  shortens: yes, shown: yes, told: yes, ja: "組織",       en: "organisation" },
  { label: "GPE",         kind: "name",   coarse: "LOC",  learned: 2,    gazetteer: 3,    speaks: yes, spreads: yes, ruled: no,  shortens: no,  shown: yes, told: yes, ja: "国・都市", en: "country or municipality" },
  { label: "LOC",         kind: "name",   coarse: "LOC",  learned: 3,    gazetteer: 4,    speaks: no,  spreads: yes, ruled: no,  shortens: yes, shown: yes, told: yes, ja: "場所", en: "place" },
  { label: "PRODUCT",     kind: "name",   coarse: "MISC", learned: 5,    gazetteer: 6,    speaks: no,  spreads: yes, ruled: no,  shortens: yes, shown: yes, told: yes, ja: "製品",       en: "product" },
  { label: "EVENT",       kind: "name",   coarse: "MISC", learned: 7,    gazetteer: 8,    speaks: no,  spreads: yes, ruled: no,  shortens: yes, shown: yes, told: yes, ja: "出来事",     en: "event" },
  { label: "WORK_OF_ART", kind: "name",   coarse: "MISC", learned: 6,    gazetteer: 7,    speaks: no,  spreads: yes, ruled: no,  shortens: no,  shown: yes, told: no,  ja: "作品",       en: "work" },
  { label: "LAW",         kind: "name",   coarse: "MISC", learned: 9,    gazetteer: 9,    speaks: no,  spreads: no,  ruled: yes, shortens: yes, shown: yes, told: no,  ja: "法・条約", en: "law" },
  { label: "LANGUAGE",    kind: "name",   coarse: null,   learned: null, gazetteer: 10,   speaks: no,  spreads: no,  ruled: yes, shortens: no,  shown: no,  told: no,  ja: "言語",       en: "language" },
  { label: "DATE",        kind: "figure", coarse: null,   learned: null, gazetteer: null, speaks: no,  spreads: no,  ruled: no,  shortens: no,  shown: no,  told: no,  ja: "日付",       en: "date" },
  { label: "TIME",        kind: "figure", coarse: null,   learned: null, gazetteer: null, speaks: no,  spreads: no,  ruled: no,  shortens: no,  shown: no,  told: no,  ja: "時刻",       en: "time" },
  { label: "PERCENT",     kind: "figure", coarse: null,   learned: null, gazetteer: null, speaks: no,  spreads: no,  ruled: no,  shortens: no,  shown: no,  told: no,  ja: "割合",       en: "percentage" },
  { label: "MONEY",       kind: "figure", coarse: null,   learned: null, gazetteer: null, speaks: no,  spreads: no,  ruled: no,  shortens: no,  shown: no,  told: no,  ja: "金額",       en: "money" },
  { label: "QUANTITY",    kind: "figure", coarse: null,   learned: null, gazetteer: null, speaks: no,  spreads: no,  ruled: no,  shortens: no,  shown: no,  told: no,  ja: "数量",       en: "quantity" },
  { label: "ORDINAL",     kind: "figure", coarse: null,   learned: null, gazetteer: null, speaks: no,  spreads: no,  ruled: no,  shortens: no,  shown: no,  told: no,  ja: "順序",       en: "ordinal" },
  { label: "CARDINAL",    kind: "figure", coarse: null,   learned: null, gazetteer: null, speaks: no,  spreads: no,  ruled: no,  shortens: no,  shown: no,  told: no,  ja: "数",         en: "number" },
  { label: "TITLE_AFFIX", kind: "affix",  coarse: null,   learned: null, gazetteer: null, speaks: no,  spreads: no,  ruled: no,  shortens: no,  shown: no,  told: no,  ja: "肩書き",     en: "title" },
  { label: "MOVEMENT",    kind: "name",   coarse: null,   learned: null, gazetteer: 12,   speaks: no,  spreads: no,  ruled: yes, shortens: no,  shown: yes, told: no,  ja: "運動",       en: "movement" },
] as const satisfies readonly LabelRow[];

export type EntityLabel = (typeof LABELS)[number]["label"];

export const ENTITY_LABELS: readonly EntityLabel[] = LABELS.map(({ label }) => label);

/**
 * Returns the labels whose rows fit.
 *
 * @example
 * labelsWhere(({ coarse }) => coarse === "LOC"); // FAC, GPE, LOC
 */
export function labelsWhere(fits: (row: LabelRow) => boolean): ReadonlySet<EntityLabel> {
  return new Set(LABELS.filter(fits).map(({ label }) => label));
}

/** Returns what a label is called in a language; an unknown one is called what it is. */
export function labelName(label: string, lang: "ja" | "en"): string {
  return LABELS.find((row) => row.label === label)?.[lang] ?? label;
}

/** Labels of places, which one name may bear in turn. */
export const PLACES = labelsWhere(({ coarse }) => coarse === "LOC");
