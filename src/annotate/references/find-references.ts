import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { Discussion } from "../../model/discussion.ts";
import type { Reference } from "../../model/layers.ts";
import { fold } from "./fold.ts";
import { matchQuoted } from "./match.ts";
import { type Anchor, findAnchors, findQuoted, type Quoted } from "./quoted.ts";
import { SeedIndex } from "./seed-index.ts";
import type { Match, Target } from "./target.ts";

/** Least similarity of words in other comments than those above in the thread. */
const LEAST_ELSEWHERE = 0.9;
const LEAST_ELSEWHERE_LENGTH = 8;

/**
 * Returns the places where comments take up words of the article or of earlier comments: `>` lines, 「…」, `>>12`.
 *
 * Seeds of four folded characters find the places, a banded alignment decides; linear in the length of the thread.
 *
 * @example
 * findReferences(discussion, units).map(({ text, target, targetStart }) => [text, target, targetStart]);
 */
export function findReferences(discussion: Discussion, units: readonly AnalyzedUnit[]): readonly Reference[] {
  const quoted = units.map((unit, i) => (i === 0 ? [] : findQuoted(unit.text)));
  const anchors = units.map((unit, i) => (i === 0 ? [] : findAnchors(unit.text)));
  if (![...quoted, ...anchors].some((list) => list.length > 0)) return [];
  const targets: Target[] = units.map((unit) => ({ unit, folded: fold(unit.text) }));
  const index = new SeedIndex(targets.map(({ folded }) => folded));
  const thread = new Thread(discussion, units);
  return units.flatMap((unit, number) => {
    const pointed = anchors[number]!.flatMap((anchor) => anchored(unit, anchor, thread));
    const near = new Set(pointed.map(({ target }) => thread.numberOf(target)));
    const above = thread.above(number);
    const prefer = (target: number) =>
      near.has(target) ? 0.05 : target === above[0] ? 0.03 : target === 0 ? 0.025 : above.includes(target) ? 0.02 : 0;
    const search = { text: unit.text, before: number, targets, index, prefer };
    const matched = quoted[number]!.flatMap((words) => {
      const match = matchQuoted(search, words);
      if (match === null) return [];
      const known = match.target === 0 || near.has(match.target) || above.includes(match.target);
      const elsewhere = match.similarity >= LEAST_ELSEWHERE && words.end - words.start >= LEAST_ELSEWHERE_LENGTH;
      return known || elsewhere ? [referenceOf(unit, words, match, units, known)] : [];
    });
    return [...pointed, ...matched].sort((a, b) => a.start - b.start || a.end - b.end);
  });
}

function referenceOf(
  unit: AnalyzedUnit,
  { start, end, mark }: Quoted,
  match: Match,
  units: readonly AnalyzedUnit[],
  known: boolean,
): Reference {
  const sure = mark === "line" ? 0.97 : end - start >= 8 ? 0.93 : 0.8;
  return {
    unit: unit.id,
    start,
    end,
    text: unit.text.slice(start, end),
    target: units[match.target]!.id,
    targetStart: match.start,
    targetEnd: match.end,
    similarity: match.similarity,
    change: match.change,
    confidence: Math.round(sure * (known ? 1 : 0.85) * (0.5 + match.similarity / 2) * 100) / 100,
    by: mark === "line" ? "quoted line" : "brackets",
  };
}

function anchored(unit: AnalyzedUnit, { start, end, numbers }: Anchor, thread: Thread): Reference[] {
  return numbers.flatMap((number) => {
    const target = thread.byNumber(number);
    if (target === null || target === unit.id) return [];
    return [
      {
        unit: unit.id,
        start,
        end,
        text: unit.text.slice(start, end),
        target,
        targetStart: null,
        targetEnd: null,
        similarity: 1,
        change: "anchor" as const,
        confidence: 0.95,
        by: "anchor",
      },
    ];
  });
}

/** Who stands above whom, and which comment a number means. */
class Thread {
  readonly #parents: readonly (string | null)[];
  readonly #numbers: ReadonlyMap<string, number>;
  readonly #bySourceId: ReadonlyMap<number, string>;
  readonly #units: readonly AnalyzedUnit[];

  constructor({ comments }: Discussion, units: readonly AnalyzedUnit[]) {
    this.#units = units;
    this.#parents = [null, ...comments.map(({ replyTo }) => replyTo)];
    this.#numbers = new Map(units.map(({ id }, i) => [id, i]));
    const ids = comments.flatMap(({ id, sourceId }) => {
      const number = /^(?:[a-z_-]*)(\d{1,5})$/i.exec(sourceId ?? "")?.[1];
      return number === undefined ? [] : ([[Number(number), id]] as const);
    });
    // The page's own numbers count only where they run along with the comments, as in 5ch; database ids do not.
    const running =
      ids.length === comments.length &&
      ids.length > 0 &&
      ids.every(([number], i) => i === 0 || number > ids[i - 1]![0]) &&
      ids[0]![0] <= 2;
    this.#bySourceId = new Map(running ? ids : []);
  }

  numberOf(unit: string): number {
    return this.#numbers.get(unit) ?? -1;
  }

  byNumber(number: number): string | null {
    if (this.#bySourceId.size > 0) return this.#bySourceId.get(number) ?? null;
    return number >= 1 ? (this.#units[number]?.id ?? null) : null;
  }

  /** Numbers of the units above one, its parent first, at most 20. */
  above(number: number): number[] {
    const found: number[] = [];
    for (let parent = this.#parents[number] ?? null; parent !== null && found.length < 20; ) {
      const at = this.numberOf(parent);
      if (at < 0 || found.includes(at)) break;
      found.push(at);
      parent = this.#parents[at] ?? null;
    }
    return found;
  }
}
