import { citationTable } from "../tables/citations.ts";
import { pick } from "../tables/schema.ts";
import type { Row } from "../tables/table.ts";
import { BAR_BELOW, BAR_LINE, barLines, wordsAbove } from "./bar-lines.ts";
import type { ChartOptions } from "./chart.ts";
import { ROLE_COLORS } from "./colors.ts";
import { type DefinedChart, defineChart } from "./define-chart.ts";
import { firstWords, spanKey, unitKey } from "./rows.ts";

export interface CitationChartOptions extends ChartOptions {
  /** How many sources at most, the most cited. Default 30. */
  readonly top?: number;
}

const TEXT = {
  ja: {
    title: "何が出典として挙げられているか",
    subtitle: (shown: number, all: number) =>
      `媒体・権利者・題名ごとの引用回数（${all}のうち上位${shown}）。[ ] は題名の言語、画像のクレジットは下に分けた`,
    found: (n: number, foreign: number) =>
      `${n}の出典が挙げられている${foreign > 0 ? `（うち${foreign}は日本語以外の題名）` : ""}`,
    credits: (n: number) => `画像のクレジットが${n}`,
    count: "挙げられた回数（回）",
    source: "出典",
    role: "役割",
    language: "言語",
    roles: {
      source: "参考・出典",
      "image-credit": "画像の出典",
      related: "関連記事",
      inline: "本文中の媒体名",
      link: "リンク",
    },
  },
  en: {
    title: "What is cited",
    subtitle: (shown: number, all: number) =>
      `Citations by outlet, holder or title (top ${shown} of ${all}); [ ] is the title's language, photo credits stand below`,
    found: (n: number, foreign: number) =>
      `${n} ${n === 1 ? "source is" : "sources are"} named${foreign > 0 ? `, ${foreign} with a title that is not Japanese` : ""}`,
    credits: (n: number) => `${n} photo ${n === 1 ? "credit" : "credits"}`,
    count: "times cited",
    source: "source",
    role: "role",
    language: "language",
    roles: {
      source: "source",
      "image-credit": "image credit",
      related: "related article",
      inline: "outlet in the text",
      link: "link",
    },
  },
};

const ROLES = ["source", "inline", "link", "image-credit", "related"] as const;

/**
 * The chart of citations by outlet (else holder, else title), coloured by role, with the language of titles.
 *
 * @example
 * citationChart(citationTable(analysis));
 */
export const citationChart: DefinedChart<CitationChartOptions> = defineChart({
  name: "citations",
  description: "Citations by outlet, role and language.",
  tables: ["citations"],
  needs: pick(citationTable.schema, [
    "discussion",
    "unit",
    "start",
    "end",
    "text",
    "role",
    "title",
    "outlet",
    "holder",
    "language",
  ]),
  words: TEXT,
  options: { top: 30 },
  recount: { from: "spans from label", to: "spans to label", count: "spans" },
  draw(citations, { words }, { top }) {
    const bySource = new Map<string, Row[]>();
    for (const row of citations) {
      const source = String(row.outlet ?? row.holder ?? row.title ?? row.text);
      const cited = bySource.get(source) ?? [];
      bySource.set(source, cited);
      cited.push(row);
    }
    const all = [...bySource].sort((a, b) => b[1].length - a[1].length);
    // Who took a picture is no source of what is said: credits alone stand below.
    const isCredit = ([, cited]: (typeof all)[number]) => cited.every(({ role }) => role === "image-credit");
    const credits = all.filter(isCredit);
    const sources = all.filter((one) => !isCredit(one));
    const ranked = [...sources, ...credits].slice(0, top);
    const foreign = sources.filter(([, cited]) => languageOf(cited) !== null && languageOf(cited) !== "ja");
    const seen = new Set<string>();
    const labels = ranked.map(([source, cited], index) => {
      const language = languageOf(cited);
      // In front, where no cut hides it; half-width brackets: beside a full-width one a Japanese face would draw a Russian title
      // letter by wide letter.
      const name = firstWords(source, 60);
      const label = `${language === null ? "" : `[${language}] `}${name}`;
      const isAgain = seen.has(name);
      seen.add(name);
      return isAgain ? `${label} ${index + 1}` : label;
    });
    const rows = ranked.flatMap(([source, cited], index) => {
      let from = 0;
      return ROLES.flatMap((role) => {
        const same = cited.filter((row) => row.role === role);
        if (same.length === 0) return [];
        from += same.length;
        return [
          {
            label: labels[index]!,
            source: firstWords(source, 60),
            role: words.roles[role],
            language:
              same.map((row) => (row.title === null ? null : row.language)).find((language) => language !== null) ??
              null,
            from: from - same.length,
            to: from,
            count: same.length,
            units: [...new Set(same.map((row) => unitKey(row.discussion, row.unit)))],
            spans: same.map(spanKey),
          },
        ];
      });
    });
    if (rows.length === 0) return null;
    const y = barLines("label", labels);
    return {
      title: sources.length === 0 ? words.credits(credits.length) : words.found(sources.length, foreign.length),
      subtitle: words.subtitle(ranked.length, bySource.size),
      rows,
      lines: { field: "label", by: "to", last: { field: "role", value: words.roles["image-credit"] } },
      height: ranked.length * BAR_LINE,
      layer: [
        {
          mark: { type: "bar", tooltip: true, ...BAR_BELOW },
          encoding: {
            y,
            x: { field: "from", type: "quantitative", axis: { title: words.count, tickMinStep: 1 } },
            x2: { field: "to" },
            color: {
              field: "role",
              type: "nominal",
              scale: { domain: ROLES.map((role) => words.roles[role]), range: ROLE_COLORS },
              legend: { title: null, symbolType: "square" },
            },
            tooltip: [
              { field: "source", title: words.source },
              { field: "role", title: words.role },
              { field: "language", title: words.language },
              { field: "count", title: words.count },
            ],
          },
        },
        wordsAbove(y, "label"),
      ],
    };
  },
});

/** The language of the first title that has one. */
function languageOf(cited: readonly Row[]): string | null {
  const row = cited.find(({ language, title }) => language !== null && title !== null);
  return row === undefined ? null : String(row.language);
}
