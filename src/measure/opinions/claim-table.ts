import type { Analysis } from "../../model/analysis.ts";
import { ARTICLE } from "../../model/discussion.ts";
import type { Sentiment } from "../../model/layers.ts";
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
  // Items are the claims of the comments, in the order of the analyses.
  let item = 0;
  for (const { discussion, claims, sides, sentiments } of analyses) {
    const asked = options.proposition ?? sides[0]?.proposition;
    const sideOf = new Map(
      sides.filter(({ proposition }) => proposition === asked).map(({ unit, side }) => [unit, side]),
    );
    const sentences = new Map<string, Sentiment[]>();
    for (const sentiment of sentiments) {
      if (sentiment.scope !== "sentence") continue;
      const own = sentences.get(sentiment.unit);
      if (own === undefined) sentences.set(sentiment.unit, [sentiment]);
      else own.push(sentiment);
    }
    for (const { id, unit, start, end, text, kind, confidence, by } of claims) {
      const place = unit === ARTICLE ? -2 : opinionOf[item]!;
      const second = unit === ARTICLE ? -1 : alsoOf[item]!;
      if (unit !== ARTICLE) item++;
      const sentence = sentences.get(unit)?.find((one) => one.end > start && one.start < end);
      yield {
        discussion: discussion.id,
        unit,
        id,
        start,
        end,
        text,
        kind,
        opinion: named(place),
        alsoOpinion: second < 0 ? null : named(second),
        side: sideOf.get(unit) ?? null,
        tone: sentence?.label ?? null,
        confidence,
        by,
      };
    }
  }
}
