import { commentTable } from "../tables/comments.ts";
import { pick } from "../tables/schema.ts";
import type { ChartOptions } from "./chart.ts";
import { COLORS } from "./colors.ts";
import { type DefinedChart, defineChart } from "./define-chart.ts";
import { firstWords, shownName, unitKey } from "./rows.ts";
import { labelAxis } from "./vega-lite.ts";

export interface VoteChartOptions extends ChartOptions {
  /** How many comments at most, those with the most votes. Default 30. */
  readonly top?: number;
}

const TEXT = {
  ja: {
    title: "票を多く集めたコメント",
    votes: "票（いいね）",
    against: "反対票（よくない）",
    subtitle: (shown: number, known: number, unknown: number) =>
      `票の見えるコメント${known}件のうち上位${shown}件。票の表示がないもの${unknown}件は含まない`,
  },
  en: {
    title: "Comments with the most votes",
    votes: "votes (likes)",
    against: "votes against",
    subtitle: (shown: number, known: number, unknown: number) =>
      `Top ${shown} of ${known} comments whose votes are shown; ${unknown} show none and are left out`,
  },
};

/**
 * The chart of comments, ranked by their votes, with names and first words; dislikes, where the page counts them, stand
 * to the left.
 *
 * @example
 * voteChart(commentTable(analysis), { top: 10 });
 */
export const voteChart: DefinedChart<VoteChartOptions> = defineChart({
  name: "votes",
  description: "Ranks comments by votes, with names and first words.",
  tables: ["comments"],
  needs: pick(commentTable.schema, ["discussion", "id", "author", "up", "text"]),
  optional: pick(commentTable.schema, ["down"]),
  words: TEXT,
  options: { top: 30 },
  draw(comments, { lang, words }, { top }) {
    const known = [...comments].filter((row) => typeof row.up === "number");
    const ranked = known.sort((a, b) => Number(b.up) - Number(a.up)).slice(0, top);
    const rows = ranked.map((row, index) => ({
      rank: index + 1,
      label: `${index + 1}. ${shownName(row.author, lang)}「${firstWords(row.text, 14)}」`,
      author: shownName(row.author, lang),
      words: row.text,
      up: Number(row.up),
      against: row.down ?? null,
      down: comments.has("down") && typeof row.down === "number" ? -row.down : null,
      units: [unitKey(row.discussion, row.id)],
    }));
    if (rows.length === 0) return null;
    const both = rows.some(({ down }) => down !== null);
    const y = labelAxis(
      "label",
      rows.map(({ label }) => label),
    );
    const tooltip = [
      { field: "author", title: lang === "ja" ? "名前" : "author" },
      { field: "up", title: words.votes },
      ...(both ? [{ field: "against", title: words.against }] : []),
      { field: "words", title: lang === "ja" ? "本文" : "text" },
    ];
    const bar = (field: string, color: string) => ({
      mark: { type: "bar", color, tooltip: true },
      encoding: {
        y,
        x: {
          field,
          type: "quantitative",
          stack: null,
          axis: {
            title: both ? `← ${words.against}　${words.votes} →` : words.votes,
            tickMinStep: 1,
            labelExpr: "format(abs(datum.value), ',d')",
          },
        },
        tooltip,
      },
    });
    const count = {
      mark: { type: "text", align: "left", dx: 4 },
      encoding: { y, x: { field: "up", type: "quantitative" }, text: { field: "up" }, tooltip },
    };
    return {
      subtitle: words.subtitle(rows.length, known.length, comments.length - known.length),
      rows,
      height: rows.length * 22,
      layer: [bar("up", COLORS.main), ...(both ? [bar("down", COLORS.accent)] : []), count],
    };
  },
});
