import { checkOptions } from "../../model/error.ts";
import { ARTICLE } from "../../model/discussion.ts";
import type { Analysis } from "../../model/analysis.ts";
import { CLAIMS } from "../../tables/opinion-schemas.ts";
import { type Analyses, listOf, type TableOptions } from "../../tables/projection.ts";
import type { RowInput, RowOf } from "../../tables/row-type.ts";
import { Table } from "../../tables/table.ts";
import { findOpinions, type OpinionOptions } from "./find-opinions.ts";
import { OPINION_OPTIONS } from "./opinion-table.ts";

type ClaimRow = RowOf<typeof CLAIMS.columns>;

export interface ClaimTableOptions extends OpinionOptions, TableOptions<keyof ClaimRow & string> {}

/**
 * Returns what is said, piece by piece: each claim with its kind, and the opinion of {@link opinionTable} that it speaks for.
 *
 * @example
 * claimTable(analysis).filter((row) => row.kind === "proposal").column("text");
 */
export function claimTable(analyses: Analyses, { columns, ...options }: ClaimTableOptions = {}): Table<ClaimRow> {
  checkOptions(options, OPINION_OPTIONS, 'table "claims"');
  const list = listOf(analyses);
  const titles = new Map(list.map(({ discussion: { id, article } }) => [id, article.title] as const));
  const table = Table.from(CLAIMS, claimRows(list, options), { titles });
  // With fewer columns the caller knows which: as `projection` does.
  return columns === undefined ? table : (table.select(columns) as unknown as Table<ClaimRow>);
}

function* claimRows(analyses: readonly Analysis[], options: OpinionOptions): Generator<RowInput<ClaimRow>> {
  const { sayings, opinions, opinionOf, alsoOf } = findOpinions(analyses, options);
  const named = (place: number) => (place >= 0 ? opinions[place]!.id : place === -1 ? "other" : null);
  // Items are the claims of the comments, in the order of the analyses.
  let item = 0;
  for (const { discussion, claims, sides, sentiments } of analyses) {
    const asked = options.proposition ?? sides[0]?.proposition;
    const sideOf = new Map(sides.filter(({ proposition }) => proposition === asked).map(({ unit, side }) => [unit, side]));
    const sentences = sentiments.filter(({ scope }) => scope === "sentence");
    let at = 0;
    for (const { id, unit, start, end, text, kind, confidence, by } of claims) {
      const place = unit === ARTICLE ? -2 : opinionOf[item]!;
      const second = unit === ARTICLE ? -1 : alsoOf[item]!;
      if (unit !== ARTICLE) item++;
      // Both are ordered by unit, then start.
      let looked = at;
      while (looked < sentences.length && !(sentences[looked]!.unit === unit && sentences[looked]!.end > start)) looked++;
      const sentence = sentences[looked];
      if (sentence !== undefined) at = looked;
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
