import { entitySentiment, entitySentimentSchema } from "../measure/entity-sentiment.ts";
import { spokenOf } from "../measure/spoken-of.ts";
import { labelName, labelsWhere } from "../model/labels.ts";
import { entityTable } from "../tables/entities.ts";
import { pick } from "../tables/schema.ts";
import type { ChartOptions } from "./chart.ts";
import { COLORS } from "./colors.ts";
import { type DefinedChart, defineChart } from "./define-chart.ts";
import { ENTITY_TEXT } from "./entity-words.ts";
import { firstWords, round } from "./rows.ts";
import { signed } from "./sentiment-scale.ts";
import { labelAxis } from "./vega-lite.ts";

export interface EntitySentimentChartOptions extends ChartOptions {
  /** How many at most, the most spoken of. Default 25. */
  readonly top?: number;
  /** OntoNotes labels that are shown. Default: names of people, places, organisations, works and things. */
  readonly labels?: readonly string[];
}

const NAMES: readonly string[] = [...labelsWhere(({ shown }) => shown)];
/** Fewer passages say nothing sure of a tone. */
const FEWEST = 5;
/** Names of a tone that the title tells. */
const NAMED = 2;

/** Where things stand on one axis from 0 to 100: bars to the left, the scale of tone to the right. */
const BARS = 30;
const ZERO = 75;
const REACH = 22;

/**
 * The chart of who and what comments speak of: bars of mentions with the article's count beside, and the mean tone toward each
 * with its interval, grey where that spans zero or has fewer than five passages.
 *
 * Takes the table that `entitySentiment` makes; the entities table alone serves too, without intervals, a way back to the words,
 * or comments and article apart. Offices alone (大統領) are nobody, attitudes (反米) neither.
 *
 * @example
 * entitySentimentChart(entitySentiment(entityTable(a), mentionTable(a), sentimentTable(a)), { top: 10 });
 */
export const entitySentimentChart: DefinedChart<EntitySentimentChartOptions> = defineChart({
  name: "entities",
  description: "Entities by their mentions in comments and the tone toward them, with intervals.",
  tables: ["entities", "mentions", "sentiment", "sentences", "citations", "quotations"],
  from: (named) =>
    entitySentiment(named("entities"), named("mentions"), named("sentiment"), named("sentences"), {
      citations: named("citations"),
      quotations: named("quotations"),
    }),
  needs: pick(entityTable.schema, ["name", "label", "mentions", "sentiment"]),
  optional: pick(entitySentimentSchema, ["articleMentions", "low", "high", "scores", "unitKeys", "spans", "example"]),
  words: ENTITY_TEXT,
  recount: {
    mentions: "spans",
    times: "spans told",
    timesAlone: "spans told",
    score: "none",
    low: "none",
    high: "none",
    interval: "none",
    passages: "none",
  },
  options: { top: 25, labels: NAMES },
  draw(entities, { lang, words }, { top, labels }) {
    const isSpokenOf = spokenOf(new Set(labels));
    const named = [...entities].filter((row) => row.mentions > 0 && isSpokenOf(row));
    const ranked = [...named].sort((a, b) => b.mentions - a.mentions).slice(0, top);
    const seen = new Set<string>();
    const rows = ranked.map((row, index) => {
      const { low, high, scores } = row;
      const interval = typeof low === "number" && typeof high === "number" ? { low, high } : null;
      const sure = interval !== null && Number(scores) >= FEWEST;
      const tone = sure && interval.high < 0 ? "dark" : sure && interval.low > 0 ? "bright" : "unsure";
      const name = firstWords(row.name, 18);
      const label = seen.has(name) ? `${name} (${index + 1})` : name;
      seen.add(name);
      const article = row.articleMentions ?? 0;
      return {
        label,
        kind: labelName(row.label, lang),
        mentions: row.mentions,
        article,
        times: words.times(row.mentions, article),
        timesAlone: words.times(row.mentions, 0),
        score: typeof row.sentiment === "number" ? round(row.sentiment, 2) : null,
        low: interval === null ? null : round(interval.low, 2),
        high: interval === null ? null : round(interval.high, 2),
        interval: interval === null ? "–" : `${signed(interval.low)} ～ ${signed(interval.high)}`,
        passages: typeof scores === "number" ? scores : null,
        tone: words[tone],
        words: row.example ?? null,
        units: row.unitKeys ?? [],
        spans: row.spans ?? [],
      };
    });
    const [first] = rows;
    if (first === undefined) return null;
    const heard = (tone: string) => rows.filter((row) => row.tone === tone).map(({ label }) => label);
    const [dark, bright] = [heard(words.dark), heard(words.bright)];
    const most = first.mentions;
    return {
      title:
        lang === "ja"
          ? words.found(first.label, most, dark.slice(0, NAMED), bright.slice(0, NAMED))
          : words.found("", most, dark, bright),
      subtitle: words.subtitle(
        rows.length,
        named.length,
        [...named].some((row) => (row.articleMentions ?? 0) > 0),
      ),
      rows,
      lines: { field: "label", by: "mentions" },
      height: rows.length * 22,
      transform: [
        // The longest bar is that of the most spoken of, of all or of those that were chosen.
        { joinaggregate: [{ op: "max", field: "mentions", as: "most" }] },
        { calculate: `${BARS} * datum.mentions / datum.most`, as: "barEnd" },
        ...["score", "low", "high"].map((field) => ({
          calculate: `isValid(datum.${field}) ? ${ZERO} + ${REACH} * datum.${field} : null`,
          as: `${field}At`,
        })),
      ],
      layer: layersOf(words, rows),
    };
  },
});

function layersOf(
  words: (typeof ENTITY_TEXT)["ja"],
  rows: readonly { readonly label: string; readonly article: number }[],
) {
  const y = labelAxis(
    "label",
    rows.map(({ label }) => label),
  );
  // A survey has no article.
  const inArticle = rows.some(({ article }) => article > 0) ? [{ field: "article", title: words.article }] : [];
  const [dark, bright] = words.ends;
  const ticks: readonly (readonly [number, string])[] = [
    [0, "0"],
    [ZERO - REACH, dark!],
    [ZERO, "0"],
    [ZERO + REACH, bright!],
  ];
  const x = (field: string) => ({
    field,
    type: "quantitative",
    scale: { domain: [0, 100], nice: false, zero: false },
    axis: {
      title: null,
      grid: false,
      domain: false,
      values: ticks.map(([place]) => place),
      labelExpr: ticks.reduceRight((rest, [place, text]) => `datum.value == ${place} ? '${text}' : ${rest}`, "''"),
    },
  });
  const tooltip = [
    { field: "label", title: words.name },
    { field: "kind", title: words.kind },
    { field: "mentions", title: words.mentions },
    ...inArticle,
    { field: "score", title: words.score, format: "+.2f" },
    { field: "interval", title: words.interval },
    { field: "passages", title: words.passages },
    { field: "words", title: words.example },
  ];
  const tones = [words.dark, words.bright, words.unsure];
  const color = {
    field: "tone",
    type: "nominal",
    scale: { domain: tones, range: [COLORS.negative, COLORS.positive, COLORS.quiet] },
    legend: { title: null, symbolOpacity: 1 },
  };
  const scored = [{ filter: "isValid(datum.scoreAt)" }];
  return [
    {
      data: { values: [ZERO - REACH, ZERO, ZERO + REACH].map((at) => ({ at })) },
      mark: { type: "rule", color: COLORS.faint },
      encoding: { x: x("at") },
    },
    {
      mark: { type: "bar", height: 12, color: COLORS.behind, tooltip: true },
      encoding: { y, x: { ...x("barEnd"), stack: null }, tooltip },
    },
    {
      // On a phone the article's count would lie on the tones; a mark tells it.
      transform: [{ calculate: "labelRoom < 200 ? datum.timesAlone : datum.times", as: "counted" }],
      mark: { type: "text", align: "left", dx: 5, fontSize: 11 },
      encoding: { y, x: x("barEnd"), text: { field: "counted" } },
    },
    {
      transform: [{ filter: "isValid(datum.lowAt)" }],
      mark: { type: "rule", strokeWidth: 2, opacity: 0.55, tooltip: true },
      encoding: { y, x: x("lowAt"), x2: { field: "highAt" }, color, tooltip },
    },
    {
      transform: scored,
      mark: { type: "point", size: 70, opacity: 1, tooltip: true },
      encoding: { y, x: x("scoreAt"), color, tooltip },
    },
  ];
}
