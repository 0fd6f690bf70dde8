import { fewestForHalf, gini } from "../measure/lorenz.ts";
import { commentTable } from "../tables/comments.ts";
import { pick } from "../tables/schema.ts";
import type { ChartOptions } from "./chart.ts";
import { COLORS } from "./colors.ts";
import { type DefinedChart, defineChart } from "./define-chart.ts";
import { counted, percent, round, unitKey } from "./rows.ts";

const MOST_POINTS = 300;

const TEXT = {
  ja: {
    title: "票の偏り（ローレンツ曲線）",
    subtitle: (g: string, n: number) =>
      `ジニ係数 ${g}（0は均等、1は独占）。票の見えるコメント${counted(n)}件を少ない順に並べたローレンツ曲線。破線は全員が同じ票だった場合`,
    found: (few: number, n: number) => `票の半分は${counted(n)}件中${counted(few)}件に集まった`,
    point: (n: number, share: string) => `票の少ない${counted(n)}件で票の${share}`,
    upTo: "どこまで",
    items: "コメントの割合（票の少ない順）",
    share: "票の割合（累計）",
    votes: "この点までの票",
    text: "本文",
  },
  en: {
    title: "How unequally votes are spread (Lorenz curve)",
    subtitle: (g: string, n: number) =>
      `Lorenz curve, Gini ${g} (0 equal, 1 all on one); ${counted(n)} comments with shown votes, fewest first. Dashed: all the same`,
    found: (few: number, n: number) =>
      `Half of the votes went to ${counted(few)} of ${counted(n)} ${n === 1 ? "comment" : "comments"}`,
    point: (n: number, share: string) => `the ${counted(n)} with fewest: ${share} of the votes`,
    upTo: "up to",
    items: "share of comments (fewest votes first)",
    share: "share of votes (cumulative)",
    votes: "votes at this point",
    text: "text",
  },
};

/**
 * The chart of the Lorenz curve of votes, with the line of equality and the Gini coefficient in words.
 *
 * @example
 * lorenzChart(commentTable(analysis));
 */
export const lorenzChart: DefinedChart<ChartOptions> = defineChart({
  name: "lorenz",
  description: "Lorenz curve of the votes, with the Gini coefficient.",
  tables: ["comments"],
  needs: pick(commentTable.schema, ["discussion", "id", "up"]),
  optional: pick(commentTable.schema, ["text"]),
  words: TEXT,
  // The curve is that of all; the points of what was chosen stay on it.
  recount: {},
  draw(comments, { words }) {
    const known = [...comments].filter((row) => typeof row.up === "number").sort((a, b) => Number(a.up) - Number(b.up));
    const votes = known.map(({ up }) => Number(up));
    const total = votes.reduce((sum, up) => sum + up, 0);
    const inequality = gini(votes);
    const step = Math.max(1, Math.ceil(known.length / MOST_POINTS));
    let sum = 0;
    const rows: {
      label: string;
      items: number;
      share: number;
      up: number;
      words?: string | null;
      units: readonly string[];
    }[] = [];
    for (let i = 0; i < known.length && total > 0; i += step) {
      const group = known.slice(i, i + step);
      sum += group.reduce((votes, { up }) => votes + Number(up), 0);
      rows.push({
        label: words.point(i + group.length, percent(sum / total)),
        items: round((i + group.length) / known.length, 4),
        share: round(sum / total, 4),
        up: Number(group.at(-1)!.up),
        ...(comments.has("text") ? { words: group.at(-1)!.text ?? null } : {}),
        units: group.map((row) => unitKey(row.discussion, row.id)),
      });
    }
    if (rows.length === 0 || inequality === null) return null;
    const x = {
      field: "items",
      type: "quantitative",
      scale: { domain: [0, 1] },
      axis: { title: words.items, format: ".0%", tickCount: 5 },
    };
    const y = {
      field: "share",
      type: "quantitative",
      scale: { domain: [0, 1] },
      axis: { title: words.share, format: ".0%", tickCount: 5, grid: true },
    };
    return {
      title: words.found(fewestForHalf(votes)!, known.length),
      subtitle: words.subtitle(inequality.toFixed(2), known.length),
      rows,
      height: 320,
      layer: [
        {
          data: {
            values: [
              { items: 0, share: 0 },
              { items: 1, share: 1 },
            ],
          },
          mark: { type: "line", color: COLORS.quiet, strokeDash: [4, 4], strokeWidth: 1 },
          encoding: { x, y },
        },
        {
          data: { values: [{ items: 0, share: 0 }, ...rows.map(({ items, share }) => ({ items, share }))] },
          mark: { type: "line", color: COLORS.main },
          encoding: { x, y },
        },
        {
          mark: { type: "point", size: 34, opacity: 1, tooltip: true },
          encoding: {
            x,
            y,
            tooltip: [
              { field: "label", title: words.upTo },
              { field: "items", title: words.items, format: ".0%" },
              { field: "share", title: words.share, format: ".0%" },
              { field: "up", title: words.votes },
              ...(comments.has("text") ? [{ field: "words", title: words.text }] : []),
            ],
          },
        },
      ],
    };
  },
});
