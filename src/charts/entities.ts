import { entitySentiment, entitySentimentSchema } from "../measure/entity-sentiment.ts";
import { labelName, labelsWhere } from "../model/labels.ts";
import { entityTable } from "../tables/entities.ts";
import { pick } from "../tables/schema.ts";
import type { ChartOptions } from "./chart.ts";
import { type DefinedChart, defineChart } from "./define-chart.ts";
import { firstWords, round } from "./rows.ts";
import { labelOfScore, sentimentColor, sentimentName } from "./sentiment-scale.ts";
import { labelAxis } from "./vega-lite.ts";

export interface EntitySentimentChartOptions extends ChartOptions {
  /** How many at most, the most spoken of. Default 25. */
  readonly top?: number;
  /** OntoNotes labels that are shown. Default: names of people, places, organisations, works and things. */
  readonly labels?: readonly string[];
}

const NAMES: readonly string[] = [...labelsWhere(({ shown }) => shown)];

const TEXT = {
  ja: {
    title: "誰が・何が語られ、どう見られているか",
    subtitle: (shown: number, all: number) =>
      `棒の長さは言及の回数、色と数字はそれについて語る語調の平均（${all}のうち上位${shown}）。手がかりがないものは灰色`,
    mentions: "言及（回）",
    name: "名前",
    example: "例",
    kind: "種類",
    score: "語調の平均",
    passages: "手がかりのある箇所",
    interval: "95%区間",
  },
  en: {
    title: "Who and what is spoken of, and how they are seen",
    subtitle: (shown: number, all: number) =>
      `Length shows mentions, colour and figure the mean tone toward them (top ${shown} of ${all}); grey has no evidence`,
    mentions: "mentions",
    name: "name",
    example: "example",
    kind: "kind",
    score: "mean tone",
    passages: "passages with evidence",
    interval: "95 % interval",
  },
};

/**
 * The chart of entities, ranked by mentions, coloured by the sentiment toward them, the mean and its interval in
 * figures.
 *
 * Takes the table that `entitySentiment` makes; the entities table alone serves too, without a way back to the words.
 *
 * @example
 * entitySentimentChart(entitySentiment(entityTable(a), mentionTable(a), sentimentTable(a)), { top: 10 });
 */
export const entitySentimentChart: DefinedChart<EntitySentimentChartOptions> = defineChart({
  name: "entities",
  description: "Entities by mentions and by the tone toward them.",
  tables: ["entities", "mentions", "sentiment", "sentences"],
  from: (named) => entitySentiment(named("entities"), named("mentions"), named("sentiment"), named("sentences")),
  needs: pick(entityTable.schema, ["name", "label", "mentions", "sentiment"]),
  optional: pick(entitySentimentSchema, ["low", "high", "scores", "unitKeys", "spans", "example"]),
  words: TEXT,
  recount: { mentions: "spans", shown: "spans told", score: "none", interval: "none", passages: "none" },
  options: { top: 25, labels: NAMES },
  draw(entities, { lang, words }, { top, labels }) {
    const named = [...entities].filter((row) => labels.includes(row.label) && row.mentions > 0);
    const ranked = [...named].sort((a, b) => b.mentions - a.mentions).slice(0, top);
    const rows = ranked.map((row, index) => {
      const score = typeof row.sentiment === "number" ? round(row.sentiment, 2) : null;
      const [low, high] = [row.low, row.high];
      const interval = typeof low === "number" && typeof high === "number" ? `${signed(low)} ～ ${signed(high)}` : "–";
      const name = firstWords(row.name, 18);
      return {
        label:
          ranked.findIndex((other) => firstWords(other.name, 18) === name) === index ? name : `${name} (${index + 1})`,
        kind: labelName(row.label, lang),
        mentions: row.mentions,
        score,
        interval,
        shown: score === null ? `${row.mentions}` : `${row.mentions}　${signed(score)}`,
        passages: typeof row.scores === "number" ? row.scores : null,
        sentiment: sentimentName(score === null ? null : labelOfScore(score), lang),
        words: row.example ?? null,
        units: row.unitKeys ?? [],
        spans: row.spans ?? [],
      };
    });
    if (rows.length === 0) return null;
    const y = labelAxis(
      "label",
      rows.map(({ label }) => label),
    );
    const most = Math.max(...rows.map(({ mentions }) => mentions));
    const x = {
      field: "mentions",
      type: "quantitative",
      stack: null,
      scale: { domain: [0, most * 1.12], nice: false },
      axis: { title: words.mentions, tickMinStep: 1 },
    };
    const tooltip = [
      { field: "label", title: words.name },
      { field: "kind", title: words.kind },
      { field: "mentions", title: words.mentions },
      { field: "score", title: words.score, format: "+.2f" },
      { field: "interval", title: words.interval },
      { field: "passages", title: words.passages },
      { field: "words", title: words.example },
    ];
    return {
      subtitle: words.subtitle(rows.length, named.length),
      rows,
      height: rows.length * 22,
      layer: [
        { mark: { type: "bar", tooltip: true }, encoding: { y, x, color: sentimentColor("sentiment", lang), tooltip } },
        { mark: { type: "text", align: "left", dx: 4 }, encoding: { y, x, text: { field: "shown" } } },
      ],
    };
  },
});

function signed(value: number): string {
  return `${value < 0 ? "−" : "+"}${Math.abs(value).toFixed(2)}`;
}
