import { saysNothing } from "../measure/says-nothing.ts";
import { loadSideRates } from "../measure/side-rates.ts";
import { sideShareSchema, sideShares } from "../measure/side-shares.ts";
import { SIDES, type SideLabel } from "../model/layers.ts";
import { pick } from "../tables/schema.ts";
import type { ChartOptions } from "./chart.ts";
import { COLORS, SIDE_COLORS } from "./colors.ts";
import { type DefinedChart, defineChart } from "./define-chart.ts";
import { between, counted, firstWords, percent, round } from "./rows.ts";
import { labelAxis } from "./vega-lite.ts";

const TEXT = {
  ja: {
    title: "提案への賛成と反対",
    subtitle: (n: number, people: number) =>
      `コメント${counted(n)}件（名前${counted(people)}）の言葉から推定した割合。棒から、立場がはっきり読み取れたコメントへ`,
    corrected: (n: number, labelled: number) =>
      `コメント${counted(n)}件の割合。人が${counted(labelled)}件を読んで確かめた結果で補正した。棒から、機械がはっきり読み取ったコメントへ`,
    correctedSome: (propositions: string) => `。${propositions}は、人が読んで確かめた結果で補正した`,
    checkedAxis: "コメントの割合（人が確かめて補正。線は95%信頼区間）",
    more: (side: string, share: string, range: string) => `${side}が多い（推定${share}、95%区間${range}）`,
    unsure: (one: string, other: string) => `賛成と反対のどちらが多いとも言えない（賛成${one}、反対${other}）`,
    few: (n: number) => `コメント${counted(n)}件の言葉からは、賛成と反対のどちらが多いか分からない`,
    sides: { for: "賛成", against: "反対", conditional: "条件付き", unsure: "態度保留", none: "なし・読み取れない" },
    toward: "提案",
    side: "立場",
    share: "コメントの割合",
    axis: "コメントの割合の推定（線は判定の誤りも含む95%区間）",
    interval: "95%区間",
    comments: "言葉から読み取れた（件）",
    names: "名前（人）",
    checked: "人が読んで確かめた（件）",
    example: "例",
  },
  en: {
    title: "For and against what is proposed",
    subtitle: (n: number, people: number) =>
      `Estimated from the words of ${counted(n)} comments (${counted(people)} names); a bar leads to those whose side is plain`,
    corrected: (n: number, labelled: number) =>
      `Shares of ${counted(n)} comments, corrected by ${counted(labelled)} that people read; a bar leads to those whose side is plain to the machine`,
    correctedSome: (propositions: string) => `; ${propositions} corrected by people's labels`,
    checkedAxis: "share of the comments, corrected by people (lines: 95 % confidence interval)",
    more: (side: string, share: string, range: string) => `More are ${side} (estimate ${share}, 95% interval ${range})`,
    unsure: (one: string, other: string) => `Neither for (${one}) nor against (${other}) is plainly more`,
    few: (n: number) => `The words of ${counted(n)} comments do not tell whether more are for or against`,
    sides: {
      for: "for",
      against: "against",
      conditional: "on a condition",
      unsure: "undecided",
      none: "none to be read",
    },
    toward: "proposition",
    side: "side",
    share: "share of the comments",
    axis: "estimated share of the comments (lines: 95 % interval, the machine's errors counted in)",
    interval: "95 % interval",
    comments: "plainly read (comments)",
    names: "names",
    checked: "read and labelled by people",
    example: "example",
  },
};

/**
 * The chart of sides toward each proposition: estimated shares of the comments, with intervals that hold the machine's
 * errors; those that take no side are shown too.
 *
 * Takes the table of sides, or what `sideShares` makes of it.
 *
 * @example
 * sideChart(sideTable(analysis), { lang: "en" });
 */
export const sideChart: DefinedChart<ChartOptions> = defineChart({
  name: "sides",
  description: "Shares of for, against, conditional and undecided toward a proposition.",
  tables: ["sides"],
  prepare: (table) => (table.has("unitKeys") ? table : (sideShares(table) as never)),
  needs: pick(sideShareSchema, [
    "proposition",
    "side",
    "comments",
    "names",
    "of",
    "ofNames",
    "estimate",
    "estimateLow",
    "estimateHigh",
    "unitKeys",
    "example",
  ]),
  optional: pick(sideShareSchema, ["checked"]),
  words: TEXT,
  recount: {
    share: "estimate",
    low: "estimate low",
    high: "estimate high",
    interval: "estimate interval {low} – {high}",
    shown: "estimate interval {low}–{high}",
    comments: "count behind",
    names: "people behind",
  },
  draw(shares, { lang, words }) {
    const propositions = [...new Set([...shares].map(({ proposition }) => proposition))];
    const checked = propositions.filter((one) =>
      [...shares].some(({ proposition, checked }) => proposition === one && checked != null),
    );
    const rows = [...shares].map((row) => {
      const side = row.side as SideLabel;
      const number = propositions.length === 1 ? "" : `${propositions.indexOf(row.proposition) + 1} `;
      return {
        label: `${number}${words.sides[side]}`,
        side: words.sides[side],
        proposition: firstWords(row.proposition, 60),
        share: round(row.estimate, 4),
        low: round(row.estimateLow, 4),
        high: round(row.estimateHigh, 4),
        interval: `${percent(row.estimateLow)} – ${percent(row.estimateHigh)}`,
        shown: `${percent(row.estimateLow)}–${percent(row.estimateHigh)}`,
        comments: row.comments,
        names: row.names,
        ...(checked.length === 0 ? {} : { checked: row.checked ?? null }),
        words: row.example ?? "",
        units: row.unitKeys.map(String),
      };
    });
    const [first] = shares;
    if (first === undefined) return null;
    const rates = loadSideRates();
    const read = new Map(
      propositions.map((one) => [
        one,
        [...shares].flatMap(({ proposition, unitKeys }) => (proposition === one ? unitKeys.map(String) : [])),
      ]),
    );
    const counting = [...shares].map(({ proposition, side }) => {
      const { taken, other, between, within } = rates.get(side as SideLabel)!;
      return {
        counted: read.get(proposition)!,
        estimate: { proposition, side, rates: [taken, other, between, within] as const },
      };
    });
    const y = labelAxis(
      "label",
      rows.map(({ label }) => label),
    );
    const most = Math.max(...rows.map(({ high }) => high));
    // What people wrote stands below: the title speaks the reader's language alone.
    const named = propositions.map(
      (text, i) => `${propositions.length === 1 ? "" : `${i + 1} `}「${firstWords(text, 44)}」`,
    );
    const x = {
      field: "share",
      type: "quantitative",
      stack: null,
      // So many pixels are left for the figures behind the longest line.
      scale: { domainMin: 0, domainMax: { expr: `${round(most, 4)} / (1 - 64 / max(width, 160))` }, nice: false },
      axis: {
        title: [checked.length === propositions.length ? words.checkedAxis : words.axis, ...named],
        format: ".0%",
        tickCount: 6,
        labelExpr: "datum.value > 1.001 ? '' : datum.label",
        titleAnchor: "end",
        titleLimit: { expr: "width + labelRoom" },
      },
    };
    const color = {
      field: "side",
      type: "nominal",
      scale: { domain: SIDES.map((side) => words.sides[side]), range: SIDES.map((side) => SIDE_COLORS[side]) },
      legend: null,
    };
    const tooltip = [
      { field: "proposition", title: words.toward },
      { field: "side", title: words.side },
      { field: "share", title: words.share, format: ".1%" },
      { field: "interval", title: words.interval },
      { field: "comments", title: words.comments },
      { field: "names", title: words.names },
      ...(checked.length === 0 ? [] : [{ field: "checked", title: words.checked }]),
      { field: "words", title: words.example },
    ];
    const side = (name: SideLabel) => [...shares].find((row) => row.side === name);
    const [pro, contra] = [side("for"), side("against")];
    const range = (row: NonNullable<typeof pro>) => between(row.estimateLow, row.estimateHigh, lang);
    const isWide = ({ estimateLow: low, estimateHigh: high }: NonNullable<typeof pro>) => saysNothing({ low, high });
    const more = [pro, contra].find((one, i) => {
      const other = i === 0 ? contra : pro;
      return one !== undefined && other !== undefined && one.estimateLow > other.estimateHigh;
    });
    const title =
      propositions.length > 1 || pro === undefined || contra === undefined
        ? words.title
        : more === undefined && [pro, contra].some(isWide)
          ? words.few(first.of)
          : more === undefined
            ? words.unsure(range(pro), range(contra))
            : words.more(words.sides[more.side as SideLabel], percent(more.estimate), range(more));
    return {
      title,
      subtitle:
        propositions.length === 1 && first.checked != null
          ? words.corrected(first.of, first.checked)
          : `${words.subtitle(first.of, first.ofNames)}${checked.length === 0 ? "" : words.correctedSome(checked.map((one) => String(propositions.indexOf(one) + 1)).join(", "))}`,
      rows,
      // What people corrected is not told comment by comment.
      ...(checked.length === 0 ? { counting: { rows: counting } } : { recount: null }),
      height: rows.length * 26,
      layer: [
        { mark: { type: "bar", tooltip: true }, encoding: { y, x, color, tooltip } },
        {
          mark: { type: "rule", strokeWidth: 2, color: COLORS.quiet },
          encoding: { y, x: { ...x, field: "low" }, x2: { field: "high" } },
        },
        {
          mark: { type: "text", align: "left", dx: 6 },
          encoding: { y, x: { ...x, field: "high" }, text: { field: "shown" } },
        },
      ],
    };
  },
});
