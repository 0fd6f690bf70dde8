import { namedSpeakers } from "../measure/named-speakers.ts";
import { quotationTable } from "../tables/quotations.ts";
import { pick } from "../tables/schema.ts";
import type { Row } from "../tables/table.ts";
import type { ChartOptions } from "./chart.ts";
import { CATEGORY, COLORS } from "./colors.ts";
import { type DefinedChart, defineChart } from "./define-chart.ts";
import { counted, firstWords, spanKey, unitKey } from "./rows.ts";
import { labelAxis } from "./vega-lite.ts";

export interface SpeakerChartOptions extends ChartOptions {
  /** How many speakers at most, the most quoted. Default 20. */
  readonly top?: number;
}

const MOST_VERBS = 6;
const MOST_QUOTATIONS = 60;

const TEXT = {
  ja: {
    title: "誰の言葉が、どう引かれているか",
    subtitle: (speakers: number, quotations: number, nobody: number) =>
      `ひと区切りが一つの引用、色はその動詞（${counted(speakers)}人、${counted(quotations)}か所${nobody > 0 ? `。だれの言葉かわからない引用${counted(nobody)}か所は含まない` : ""}）`,
    found: (name: string, n: number) => `もっとも多く引かれているのは${name}の言葉（${counted(n)}か所）`,
    several: (speakers: number, n: number) => `${counted(speakers)}人の言葉が${counted(n)}か所で引かれている`,
    count: "引用（か所）",
    speaker: "話し手",
    words: "引用された言葉",
    verb: "動詞",
    outlet: "媒体",
    none: "動詞なし",
    other: "その他",
  },
  en: {
    title: "Who is quoted, and how",
    subtitle: (speakers: number, quotations: number, nobody: number) =>
      `A segment is a quotation, its colour the verb (${counted(speakers)} speakers, ${counted(quotations)} quotations${nobody > 0 ? `; ${counted(nobody)} by nobody that is named left out` : ""})`,
    found: (_: string, n: number) => `The most quoted speaker is quoted in ${counted(n)} places`,
    several: (speakers: number, n: number) =>
      `${counted(speakers)} ${speakers === 1 ? "speaker is" : "speakers are"} quoted in ${counted(n)} ${n === 1 ? "place" : "places"}`,
    count: "quotations",
    speaker: "speaker",
    words: "words quoted",
    verb: "verb",
    outlet: "outlet",
    none: "no verb",
    other: "other",
  },
};

/** Speakers that are drawn. */
const FIRST = 20;

/**
 * The chart of quotations by speaker, a segment a quotation, coloured by the verb that introduces it. Speakers who are nobody in
 * particular (妻, あの子, 人) are left out and counted with those that the text does not tell.
 *
 * @example
 * speakerChart(quotationTable(analysis));
 */
export const speakerChart: DefinedChart<SpeakerChartOptions> = defineChart({
  name: "speakers",
  description: "Speakers and what they are quoted with, a segment a quotation.",
  tables: ["quotations"],
  needs: pick(quotationTable.schema, ["discussion", "unit", "start", "end", "text", "speaker", "verb", "outlet"]),
  optional: pick(quotationTable.schema, ["speakerName", "entity"]),
  words: TEXT,
  options: { top: FIRST },
  recount: { from: "spans from speaker", to: "spans to speaker" },
  draw(quotations, { words }, { top }) {
    const bySpeaker = new Map<string, Row[]>();
    const isNamed = namedSpeakers();
    for (const row of quotations) {
      if (row.speaker === null || !isNamed({ speaker: row.speaker, entity: row.entity ?? null })) continue;
      const name = firstWords(row.speakerName ?? row.speaker, 18);
      const quoted = bySpeaker.get(name) ?? [];
      bySpeaker.set(name, quoted);
      quoted.push(row);
    }
    const ranked = [...bySpeaker].sort((a, b) => b[1].length - a[1].length).slice(0, top);
    // Of those that are drawn at first: the colours stay when others are looked at.
    const verbs = commonVerbs(ranked.slice(0, FIRST).flatMap(([, rows]) => rows));
    const verbOf = (verb: unknown) =>
      verb === null ? words.none : verbs.includes(String(verb)) ? String(verb) : words.other;
    const rows = ranked.flatMap(([speaker, quoted]) =>
      quoted.slice(0, MOST_QUOTATIONS).map((row, place) => ({
        speaker,
        from: place,
        to: place + 1,
        words: row.text ?? null,
        verb: verbOf(row.verb),
        outlet: row.outlet === null ? null : firstWords(row.outlet, 24),
        units: [unitKey(row.discussion, row.unit)],
        spans: [spanKey(row)],
      })),
    );
    if (rows.length === 0) return null;
    const shownVerbs = [...verbs, words.other, words.none].filter((verb) => rows.some((row) => row.verb === verb));
    const known = [...bySpeaker.values()].reduce((sum, rows) => sum + rows.length, 0);
    const [most, next] = ranked.map(([, quoted]) => quoted.length);
    return {
      title:
        most! > (next ?? 0) && most! > 1 ? words.found(ranked[0]![0], most!) : words.several(bySpeaker.size, known),
      subtitle: words.subtitle(bySpeaker.size, known, quotations.length - known),
      rows,
      lines: { field: "speaker", by: "to" },
      height: ranked.length * 24,
      layer: [
        {
          mark: {
            type: "bar",
            tooltip: true,
            stroke: COLORS.paper,
            strokeWidth: 1.5,
            cornerRadius: 2,
            cornerRadiusEnd: 2,
          },
          encoding: {
            y: labelAxis(
              "speaker",
              ranked.map(([speaker]) => speaker),
            ),
            x: { field: "from", type: "quantitative", axis: { title: words.count, tickMinStep: 1 } },
            x2: { field: "to" },
            color: {
              field: "verb",
              type: "nominal",
              scale: {
                domain: shownVerbs,
                range: shownVerbs.map((verb) => {
                  const place = verbs.indexOf(verb);
                  return place < 0 ? (verb === words.none ? COLORS.none : COLORS.quiet) : CATEGORY[place]!;
                }),
              },
              legend: { title: null, symbolType: "square" },
            },
            tooltip: [
              { field: "speaker", title: words.speaker },
              { field: "words", title: words.words },
              { field: "verb", title: words.verb },
              { field: "outlet", title: words.outlet },
            ],
          },
        },
      ],
    };
  },
});

function commonVerbs(rows: readonly Row[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const { verb } of rows) if (verb !== null) counts.set(String(verb), (counts.get(String(verb)) ?? 0) + 1);
  return [...counts.entries()]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_VERBS)
    .map(([verb]) => verb);
}
