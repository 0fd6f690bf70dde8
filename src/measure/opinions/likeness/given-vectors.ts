import { YoronError } from "../../../model/error.ts";
import type { Sayings } from "../items.ts";
import { Rows } from "./rows.ts";

/** Vectors of one's own by the id of a claim (`c3.2`) or a comment (`c3`), behind `discussion/` where there are several. */
export type GivenVectors = ReadonlyMap<string, ArrayLike<number>>;

/** Returns vectors of one's own for texts, in their order. */
export type Embed = (texts: readonly string[]) => readonly ArrayLike<number>[];

/**
 * Returns the vectors that were given for claims, or for their comments.
 *
 * Throws `bad-value` for vectors of different lengths, a number that is none, an id of no claim and no comment, and for
 * a claim that has neither.
 */
export function givenRows({ items, voices }: Sayings, given: GivenVectors): Rows {
  const width = checkedWidth(given);
  const used = new Set<string>();
  const rows = new Rows(items.length, width);
  const missing: string[] = [];
  for (const [i, { claim, voice }] of items.entries()) {
    const { discussion } = voices[voice]!.analysis;
    const names = [`${discussion.id}/${claim.id}`, claim.id, `${discussion.id}/${claim.unit}`, claim.unit];
    const name = names.find((one) => given.has(one));
    if (name === undefined) missing.push(claim.id);
    else rows.row(i).set(Float32Array.from(given.get(name)!));
    for (const one of names) if (given.has(one)) used.add(one);
  }
  const units = new Set(
    voices.flatMap(({ analysis, comment }) => [comment.id, `${analysis.discussion.id}/${comment.id}`]),
  );
  const strange = [...given.keys()].find(
    (id) => !used.has(id) && !units.has(id) && !/(?:^|\/)article(?:\.|$)/.test(id),
  );
  if (strange !== undefined) {
    throw new YoronError({
      code: "bad-value",
      what: "a vector has the id of no claim and no comment:",
      value: strange,
      next: "ids are those of `yoron table claims` (c3.2) or of comments (c3), behind `discussion/` for several pages",
    });
  }
  if (missing.length > 0) {
    throw new YoronError({
      code: "bad-value",
      what: `${missing.length} of ${items.length} claims have no vector, the first being`,
      value: missing[0],
      next: "give one for each claim, or one for each comment",
    });
  }
  return centred(rows);
}

/** Returns the vectors that a function gives for the words of the claims. */
export function embeddedRows({ items }: Sayings, embed: Embed): Rows {
  const vectors = embed(items.map(({ claim }) => claim.text));
  if (vectors.length !== items.length) {
    throw new YoronError({
      code: "bad-value",
      what: `embed must give a vector for each of ${items.length} texts; it gave`,
      value: vectors.length,
      next: "return one vector a text, in their order",
    });
  }
  const named = new Map(vectors.map((vector, i) => [`text ${i + 1}`, vector]));
  const rows = new Rows(items.length, checkedWidth(named));
  for (const [i, vector] of vectors.entries()) rows.row(i).set(Float32Array.from(vector));
  return centred(rows);
}

function checkedWidth(given: GivenVectors): number {
  let width = -1;
  for (const [id, vector] of given) {
    if (width < 0) width = vector.length;
    if (vector.length === 0 || vector.length !== width) {
      throw new YoronError({
        code: "bad-value",
        what: `vectors must be of one length; the first has ${width} numbers, and that of "${id}"`,
        value: vector.length,
        next: "make all with the same model",
      });
    }
    for (let d = 0; d < width; d++) {
      if (typeof vector[d] === "number" && Number.isFinite(vector[d])) continue;
      throw new YoronError({
        code: "bad-value",
        what: `the vector of "${id}" has at place ${d + 1}, where a finite number should be,`,
        value: typeof vector[d] === "number" ? String(vector[d]) : (vector[d] ?? null),
      });
    }
  }
  return Math.max(0, width);
}

function centred(rows: Rows): Rows {
  rows.normalise();
  rows.subtract(rows.mean());
  rows.normalise();
  return rows;
}
