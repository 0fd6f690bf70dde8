import type { Analysis } from "./model/analysis.ts";
import type { Discussion, Link } from "./model/discussion.ts";
import type { Entity, Mention } from "./model/layers.ts";
import type { Span } from "./model/span.ts";
import type { UnitReading } from "./tokenize/reading/read-unit.ts";
import { groupBy } from "./words/group-by.ts";

/** The layers of an analysis. */
type Layers = Omit<Analysis, "discussion" | "units">;

/**
 * Returns layers whose spans lie in folded units with their spans in the units as they are written, and the words there.
 *
 * Names that no gazetteer has are those of the text too: 髙橋, if it is written so.
 */
export function asWritten(layers: Layers, readings: readonly UnitReading[]): Layers {
  const places = new Places(readings);
  const { mentions } = layers;
  const written = mentions.map((mention) => places.worded(mention));
  return {
    entities: named(layers.entities, mentions, written),
    mentions: written,
    dates: layers.dates.map((date) => places.worded(date)),
    citations: layers.citations.map((citation) => {
      const title = citation.title === null ? null : places.within(citation, citation.title);
      return { ...places.worded(citation), title };
    }),
    quotations: layers.quotations.map((quotation) => {
      const { speaker } = quotation;
      return {
        ...places.worded(quotation),
        speaker: speaker && { ...places.worded(speaker), name: places.within(speaker, speaker.name) },
      };
    }),
    references: layers.references.map((reference) => {
      const { target, targetStart, targetEnd } = reference;
      const worded = places.worded(reference);
      if (targetStart === null || targetEnd === null) return worded;
      const { start, end } = places.of({ unit: target, start: targetStart, end: targetEnd });
      return { ...worded, targetStart: start, targetEnd: end };
    }),
    sentiments: layers.sentiments.map((sentiment) => places.supported(places.of(sentiment))),
    stances: layers.stances.map((stance) => places.supported(stance)),
    claims: layers.claims.map((claim) => places.worded(claim)),
    considerations: layers.considerations.map((consideration) => places.worded(consideration)),
    sides: layers.sides.map((side) => places.supported(side)),
  };
}

/** Returns a discussion whose links lie where they do in the folded units. */
export function withFoldedLinks(discussion: Discussion, readings: readonly UnitReading[]): Discussion {
  const folded = new Map(readings.map((reading) => [reading.written.id, reading.folded]));
  const move = (unit: string, links: readonly Link[]): readonly Link[] => {
    const from = folded.get(unit)?.from;
    if (from === undefined) return links;
    const at = (offset: number) => firstAtLeast(from, offset);
    return links.map((link) => ({ ...link, start: at(link.start), end: at(link.end) }));
  };
  const { article, comments } = discussion;
  return {
    ...discussion,
    article: { ...article, links: move("article", article.links) },
    comments: comments.map((comment) => ({ ...comment, links: move(comment.id, comment.links) })),
  };
}

/** Returns the index of the first of ascending numbers that is no less than another; the last index if none is. */
function firstAtLeast(numbers: Int32Array, least: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (numbers[middle]! >= least) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The way back of all units. */
class Places {
  readonly #readings: ReadonlyMap<string, UnitReading>;

  constructor(readings: readonly UnitReading[]) {
    this.#readings = new Map(readings.map((reading) => [reading.written.id, reading]));
  }

  /** Returns a row with its span in the unit as it is written. */
  of<T extends Span>(row: T): T {
    const folded = this.#readings.get(row.unit)?.folded;
    if (folded == null) return row;
    const start = folded.from[row.start]!;
    return { ...row, start, end: row.end > row.start ? folded.to[row.end - 1]! : start };
  }

  /** Returns the same with the words that stand there. */
  worded<T extends Span & { readonly text: string }>(row: T): T {
    const reading = this.#readings.get(row.unit);
    if (reading === undefined || (reading.written === reading.read && reading.written === reading.linked)) return row;
    const moved = this.of(row);
    // Some rows hold other words than those of their span.
    const texts = [reading.read.text, reading.linked.text];
    if (!texts.some((text) => text.slice(row.start, row.end) === row.text)) return moved;
    return { ...moved, text: reading.written.text.slice(moved.start, moved.end) };
  }

  /** Returns a row with its evidence likewise; the row itself where nothing differs, as for most units of a long thread. */
  supported<T extends { readonly evidence: readonly (Span & { readonly text: string })[] }>(row: T): T {
    const evidence = row.evidence.map((piece) => this.worded(piece));
    return evidence.every((piece, i) => piece === row.evidence[i]) ? row : { ...row, evidence };
  }

  /** Returns a part of a row's words as it is written; as it is where it does not stand there. */
  within({ unit, start, end }: Span, part: string): string {
    const reading = this.#readings.get(unit);
    if (reading === undefined || reading.folded === null) return part;
    const at = reading.linked.text.slice(start, end).indexOf(part);
    if (at < 0 || part === "") return part;
    const moved = this.of({ unit, start: start + at, end: start + at + part.length });
    return reading.written.text.slice(moved.start, moved.end);
  }
}

function named(entities: readonly Entity[], read: readonly Mention[], written: readonly Mention[]): Entity[] {
  const forms = groupBy([...read.keys()], (index) => read[index]!.entity);
  return entities.map((entity) => {
    const index = forms.get(entity.id)?.find((at) => read[at]!.text === entity.name);
    const name = index === undefined ? entity.name : legible(written[index]!.text);
    return isSpelling(name, entity.name) ? { ...entity, name } : entity;
  });
}

/** Returns words without marks that nobody sees. */
const legible = (text: string): string => text.replace(/\p{Default_Ignorable_Code_Point}/gu, "").normalize("NFC");

/** Whether a name is another in other kanji: 髙橋, 高橋. */
function isSpelling(name: string, other: string): boolean {
  return name !== other && !/[\uff61-\uff9f]/.test(name) && [...name].length === [...other].length;
}
