import { commentSentiment, commentSentimentSchema } from "../measure/comment-sentiment.ts";
import { commentTable } from "../tables/comments.ts";
import { pick } from "../tables/schema.ts";
import type { Table } from "../tables/table.ts";
import type { ChartOptions } from "./chart.ts";
import { COLORS, TEXT_COLORS } from "./colors.ts";
import { type DefinedChart, defineChart } from "./define-chart.ts";
import { firstWords, inBrackets, round, shownName, unitKey } from "./rows.ts";
import { labelOfScore, SIGNED, sentimentColor, sentimentName, signed } from "./sentiment-scale.ts";
import { SENTIMENT_TEXT, toneTitle } from "./sentiment-words.ts";
import { swarmLevels } from "./swarm.ts";
import { SENTIMENT_LABELS } from "./theme.ts";
import { toneExamples } from "./tone-examples.ts";

export interface SentimentChartOptions extends ChartOptions {
  /** Up to so many comments are a dot each; more are counted in steps of the score. Default 300. */
  readonly top?: number;
}

/** Dots of one level are so far apart, in points of the score. */
const APART = 0.035;
const STEP = 9;
/** More levels make a tower that says less than bars do. */
const MOST_LEVELS = 40;
/** Room above for three lines of examples and their numbers. */
const ROOM = 78;
const LINE = 18;
const BINS = 10;
const NUMBERS = ["①", "②", "③"];

/**
 * The chart of the tone of all comments: a dot each, side by side; of many, bars over steps of the score. Three sentences, from
 * the darkest, the middle and the brightest, stand above as they were written.
 *
 * Its title compares dark and bright by the intervals of `toneShares`, which hold the machine's errors.
 *
 * @example
 * sentimentChart(commentSentiment(commentTable(analysis), sentimentTable(analysis)));
 */
export const sentimentChart: DefinedChart<SentimentChartOptions> = defineChart({
  name: "sentiment",
  description: "All comments by tone, with three of their sentences.",
  tables: ["comments", "sentiment"],
  from: (named) => commentSentiment(named("comments"), named("sentiment")),
  needs: pick(commentTable.schema, ["discussion", "id", "author", "up", "sentiment", "text"]),
  optional: pick(commentSentimentSchema, ["sentimentLabel", "sentence", "spans"]),
  words: SENTIMENT_TEXT,
  options: { top: 300 },
  draw(comments, { lang, words }, { top }) {
    const scored = [...comments]
      .flatMap((row) => {
        if (typeof row.sentiment !== "number") return [];
        const score = round(row.sentiment);
        return [
          {
            score,
            sentiment: sentimentName(row.sentimentLabel ?? labelOfScore(score), lang),
            author: shownName(row.author, lang),
            up: row.up,
            words: row.text,
            sentence: firstWords(row.sentence ?? row.text, 60),
            unit: unitKey(row.discussion, row.id),
            spans: row.spans ?? [],
          },
        ];
      })
      .sort((a, b) => a.score - b.score);
    if (scored.length === 0) return null;
    const levels = swarmLevels(
      scored.map(({ score }) => score),
      APART,
    );
    const reach = Math.max(...levels.map(Math.abs));
    const dots = scored.length <= top && 2 * reach + 1 <= MOST_LEVELS;
    const examples = toneExamples(scored).map(({ sentence, score, unit, words: text }, i) => ({
      kind: "example",
      score,
      number: NUMBERS[i]!,
      line: i,
      shown: `${NUMBERS[i]} ${signed(score)}${inBrackets(sentence)}`,
      words: text,
      units: [unit],
    }));
    const height = ROOM + (dots ? Math.max(70, (2 * reach + 1) * STEP + 16) : 220);
    const middle = (height - ROOM) / 2;
    const marks = dots
      ? scored.map(({ unit, sentence: _, ...row }, i) => ({
          kind: "dot",
          ...row,
          place: round(middle + levels[i]! * STEP, 1),
          units: [unit],
        }))
      : bins(scored, lang);
    const shared = { words, lang, height };
    return {
      // The table has the columns of comments, whatever else is drawn.
      title: toneTitle(comments as unknown as Table, lang),
      subtitle: words.subtitle(scored.length, comments.length - scored.length, dots),
      rows: [...marks, ...examples],
      // Dots stay or go; bars are counted again.
      recount: dots ? {} : { count: "count", base: "count from from", top: "count to from" },
      height,
      layer: [...(dots ? dotLayers(shared) : barLayers(shared)), ...exampleLayers(shared)],
    };
  },
});

type Scored = {
  readonly score: number;
  readonly sentiment: string;
  readonly words: string;
  readonly unit: string;
  readonly spans: readonly string[];
};

/** Counts by steps of a tenth, zero in the middle of its own, the tones of a step one on the other. */
function bins(scored: readonly Scored[], lang: "ja" | "en") {
  const names = SENTIMENT_LABELS.map((label) => sentimentName(label, lang));
  return Array.from({ length: 2 * BINS + 1 }, (_, k) => k - BINS).flatMap((step) => {
    const inside = scored.filter(({ score }) => Math.round(score * BINS) === step);
    const [from, to] = [round((step - 0.5) / BINS, 2), round((step + 0.5) / BINS, 2)];
    let base = 0;
    return [...names, sentimentName(null, lang)].flatMap((sentiment) => {
      const group = inside.filter((row) => row.sentiment === sentiment);
      if (group.length === 0) return [];
      base += group.length;
      return [
        {
          kind: "bin",
          sentiment,
          from,
          to,
          range: `${signed(from)} ～ ${signed(to)}`,
          count: group.length,
          base: base - group.length,
          top: base,
          words: group[0]!.words,
          units: group.map(({ unit }) => unit),
          spans: group.flatMap(({ spans }) => spans),
        },
      ];
    });
  });
}

interface Shared {
  readonly words: (typeof SENTIMENT_TEXT)["ja"];
  readonly lang: "ja" | "en";
  readonly height: number;
}

const scoreAxis = (field: string, words: Shared["words"]) => ({
  field,
  type: "quantitative",
  scale: { domain: [-1.05, 1.05], nice: false },
  axis: { title: words.score, labelExpr: SIGNED, tickCount: 9 },
});

const of = (kind: string) => [{ filter: `datum.kind == '${kind}'` }];

function dotLayers({ words, lang, height }: Shared) {
  const y = { field: "place", type: "quantitative", scale: { domain: [0, height], nice: false }, axis: null };
  const tooltip = [
    { field: "author", title: words.author },
    { field: "score", title: words.label, format: "+.2f" },
    { field: "up", title: words.votes },
    { field: "words", title: words.words },
  ];
  return [
    {
      transform: of("dot"),
      mark: { type: "point", size: 46, opacity: 1, tooltip: true },
      encoding: { x: scoreAxis("score", words), y, color: sentimentColor("sentiment", lang), tooltip },
    },
  ];
}

function barLayers({ words, lang, height }: Shared) {
  // The tallest bar leaves room for the sentences, however many comments are chosen.
  const roof = round(height / (height - ROOM), 4);
  // The subtitle says what bars count: a title would stand where the numbers do.
  const axis = { title: null, grid: true, tickCount: 6, tickMinStep: 1 };
  const labelExpr = `datum.value <= domain('y')[1] * ${round(1.1 / roof, 4)} ? datum.label : ''`;
  const y = { field: "base", type: "quantitative", scale: { domainMin: 0, nice: false }, axis: { ...axis, labelExpr } };
  const tooltip = [
    { field: "range", title: words.score },
    { field: "sentiment", title: words.label },
    { field: "count", title: words.comments },
    { field: "words", title: words.first },
  ];
  return [
    {
      transform: [
        ...of("bin"),
        { calculate: `datum.top * ${roof}`, as: "each" },
        { aggregate: [{ op: "max", field: "each", as: "roof" }] },
      ],
      mark: { type: "rule", opacity: 0 },
      encoding: { y: { ...y, field: "roof" } },
    },
    {
      transform: of("bin"),
      mark: { type: "rect", stroke: COLORS.paper, strokeWidth: 0.8, tooltip: true },
      encoding: {
        x: scoreAxis("from", words),
        x2: { field: "to" },
        y,
        y2: { field: "top" },
        color: sentimentColor("sentiment", lang),
        tooltip,
      },
    },
  ];
}

/** The sentences in lines above, and a number with a line down to where each stands. */
function exampleLayers({ words, height }: Shared) {
  const x = scoreAxis("score", words);
  const tooltip = [
    { field: "score", title: words.label, format: "+.2f" },
    { field: "words", title: words.words },
  ];
  return [
    {
      transform: of("example"),
      mark: { type: "rule", color: TEXT_COLORS.note, strokeWidth: 0.8, strokeDash: [2, 3] },
      encoding: { x, y: { value: ROOM - 8 }, y2: { value: height } },
    },
    {
      transform: of("example"),
      mark: { type: "text", fontSize: 13, baseline: "bottom", color: TEXT_COLORS.title, tooltip: true },
      encoding: { x, y: { value: ROOM - 8 }, text: { field: "number" }, tooltip },
    },
    ...NUMBERS.map((_, line) => ({
      transform: [{ filter: `datum.kind == 'example' && datum.line == ${line}` }],
      mark: { type: "text", align: "left", fontSize: 12, limit: { expr: "width" }, tooltip: true },
      encoding: { x: { value: 0 }, y: { value: 4 + line * LINE }, text: { field: "shown" }, tooltip },
    })),
  ];
}
