import type { Analysis } from "../../model/analysis.ts";
import { ARTICLE } from "../../model/discussion.ts";
import type { Piece } from "./pieces.ts";

/** An entity that no gazetteer knows is numbered within what was analysed together. */
const LOCAL = /^e\d+$/;

/**
 * Returns of the analysis of a piece what is its own: the article belongs to the first, a comment that stands in it to
 * be answered to the piece that it is in by itself. Names that are numbered get the number of the piece: `p2e1`.
 */
export function ownRows(analysis: Analysis, { piece, replies }: Piece): Analysis {
  if (replies === null) return analysis;
  const isOwn = (unit: string) => (unit === ARTICLE ? piece === 1 : replies[unit] !== undefined);
  const own = <Row extends { readonly unit: string }>(rows: readonly Row[]) => rows.filter(({ unit }) => isOwn(unit));
  const ids = new Set(analysis.entities.map(({ id }) => id));
  const idOf = <Id extends string | null>(id: Id): Id =>
    // An id stays an id, and none stays none.
    (id !== null && LOCAL.test(id) && ids.has(id) ? `p${piece}${id}` : id) as Id;
  const mentions = own(analysis.mentions).map((row) => ({ ...row, entity: idOf(row.entity) }));
  const spoken = new Set(mentions.map(({ entity }) => entity));
  return {
    discussion: {
      ...analysis.discussion,
      comments: analysis.discussion.comments.filter(({ id }) => isOwn(id)),
    },
    units: analysis.units.filter(({ id }) => isOwn(id)),
    entities: analysis.entities.map((row) => ({ ...row, id: idOf(row.id) })).filter(({ id }) => spoken.has(id)),
    mentions,
    citations: own(analysis.citations),
    quotations: own(analysis.quotations).map((row) => ({ ...row, entity: idOf(row.entity) })),
    references: own(analysis.references),
    dates: own(analysis.dates),
    sentiments: own(analysis.sentiments).map((row) => ({ ...row, target: idOf(row.target) })),
    stances: own(analysis.stances),
    claims: own(analysis.claims),
    considerations: own(analysis.considerations),
    sides: own(analysis.sides),
  };
}
