import type { Analysis } from "../../model/analysis.ts";
import { ARTICLE } from "../../model/discussion.ts";
import { claimTable as readClaims } from "../../tables/claims.ts";
import { CLAIMS } from "../../tables/opinion-schemas.ts";
import type { RowInput, RowOf } from "../../tables/row-type.ts";
import type { OpinionOptions } from "./find-opinions.ts";
import { type MeasuredTable, measuredTable } from "./measured-table.ts";
import { OPINION_OPTIONS } from "./opinion-table.ts";
import { opinionsIn } from "./opinions-in.ts";

type ClaimRow = RowOf<typeof CLAIMS.columns>;

/**
 * The table of what is said, piece by piece: each claim with its kind, and the opinion of {@link opinionTable} that it
 * speaks for.
 *
 * @example
 * claimTable(analysis).filter((row) => row.kind === "proposal").column("text");
 */
export const claimTable: MeasuredTable<typeof CLAIMS.columns, OpinionOptions> = measuredTable(
  CLAIMS,
  OPINION_OPTIONS,
  claimRows,
);

function* claimRows(analyses: readonly Analysis[], options: OpinionOptions): Generator<RowInput<ClaimRow>> {
  const { opinions, opinionOf, alsoOf } = opinionsIn(analyses, options);
  const named = (place: number) => (place >= 0 ? opinions[place]!.id : place === -1 ? "other" : null);
  const sides = options.proposition === undefined ? null : sidesToward(analyses, options.proposition);
  // The claims of the comments, in the order of the analyses, are what opinions are made of.
  let item = 0;
  for (const row of readClaims(analyses)) {
    const side = sides === null ? row.side : (sides.get(`${row.discussion}/${row.unit}`) ?? null);
    if (row.unit === ARTICLE) {
      yield { ...row, side, opinion: null, alsoOpinion: null };
      continue;
    }
    const also = alsoOf[item]!;
    yield { ...row, side, opinion: named(opinionOf[item]!), alsoOpinion: also < 0 ? null : named(also) };
    item++;
  }
}

/** Returns the side of each comment toward a proposition. */
function sidesToward(analyses: readonly Analysis[], proposition: string): ReadonlyMap<string, string> {
  return new Map(
    analyses.flatMap(({ discussion, sides }) =>
      sides
        .filter((side) => side.proposition === proposition)
        .map(({ unit, side }) => [`${discussion.id}/${unit}`, side] as const),
    ),
  );
}
