import { medianOf } from "../measure/median.ts";
import { commentTable } from "../tables/comments.ts";
import { pick } from "../tables/schema.ts";
import { fromOwnWords } from "../text/from-own-words.ts";
import { BAR_BELOW, BAR_LINE, barLines, TEXT_BELOW, wordsAbove } from "./bar-lines.ts";
import type { ChartOptions } from "./chart.ts";
import { COLORS, TEXT_COLORS } from "./colors.ts";
import { type DefinedChart, defineChart } from "./define-chart.ts";
import { counted, firstWords, inBrackets, shownName, unitKey } from "./rows.ts";

export interface VoteChartOptions extends ChartOptions {
  /** How many comments at most, those with the most votes. Default 30. */
  readonly top?: number;
}

const TEXT = {
  ja: {
    title: "票を多く集めたコメント",
    found: (most: number, median: number | null) =>
      `もっとも票の多いコメントは${counted(most)}票${median === null ? "" : `（真ん中のコメントは${counted(median)}票）`}`,
    votes: "票（いいね）",
    against: "反対票（よくない）",
    hidden: "反対票の表示なし",
    subtitle: (shown: number, known: number, unknown: number) =>
      `票の見えるコメント${counted(known)}件${shown === known ? "すべて" : `のうち上位${shown}件`}${unknown > 0 ? `。票の表示がない${counted(unknown)}件は含まない` : ""}`,
  },
  en: {
    title: "Comments with the most votes",
    found: (most: number, median: number | null) =>
      `The most voted comment has ${counted(most)} votes${median === null ? "" : `; the one in the middle ${counted(median)}`}`,
    votes: "votes (likes)",
    against: "votes against",
    hidden: "not shown",
    subtitle: (shown: number, known: number, unknown: number) =>
      `${shown === known ? "All" : `Top ${shown} of`} ${counted(known)} comments whose votes are shown${unknown > 0 ? `; ${counted(unknown)} show none and are left out` : ""}`,
  },
};

/**
 * The chart of comments, ranked by their votes, with names and first words; dislikes, where the page counts them, stand
 * to the left, and say so where a page does not show them.
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
      label: `${index + 1}. ${shownName(row.author, lang)}${inBrackets(firstWords(fromOwnWords(String(row.text ?? "")), 60))}`,
      author: shownName(row.author, lang),
      words: row.text,
      up: Number(row.up),
      shown: counted(Number(row.up)),
      against: row.down ?? null,
      down: comments.has("down") && typeof row.down === "number" ? -row.down : null,
      units: [unitKey(row.discussion, row.id)],
    }));
    if (rows.length === 0) return null;
    const both = rows.some(({ down }) => down !== null);
    const y = barLines(
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
      mark: { type: "bar", color, tooltip: true, ...BAR_BELOW },
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
      mark: { ...TEXT_BELOW, align: "left", dx: 4 },
      encoding: { y, x: { field: "up", type: "quantitative" }, text: { field: "shown" }, tooltip },
    };
    // What is not shown is not zero.
    const hidden = {
      transform: [{ filter: "!isValid(datum.down)" }],
      mark: { ...TEXT_BELOW, text: words.hidden, align: "right", dx: -6, fontSize: 10, color: TEXT_COLORS.note },
      encoding: { y, x: { datum: 0, type: "quantitative" } },
    };
    const median = known.length < 3 ? null : medianOf(known.map(({ up }) => Number(up)));
    return {
      title: words.found(rows[0]!.up, median),
      subtitle: words.subtitle(rows.length, known.length, comments.length - known.length),
      rows,
      lines: { field: "label", by: "up", numbered: true },
      height: rows.length * BAR_LINE,
      layer: [
        bar("up", COLORS.main),
        ...(both ? [bar("down", COLORS.accent), hidden] : []),
        count,
        wordsAbove(y, "label", tooltip),
      ],
    };
  },
});
