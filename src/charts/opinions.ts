import { opinionSpans } from "../measure/opinions/opinion-spans.ts";
import { OPINIONS } from "../tables/opinion-schemas.ts";
import { pick } from "../tables/schema.ts";
import { BAR_BELOW, BAR_LINE, BAR_LINES, BELOW_TWO, barLines, wordsAbove } from "./bar-lines.ts";
import type { ChartOptions } from "./chart.ts";
import { COLORS, SIDE_COLORS, TEXT_COLORS } from "./colors.ts";
import { type DefinedChart, defineChart } from "./define-chart.ts";
import type { RowCounting } from "./recount.ts";
import { between, bothEnds, counted, firstWords, inBrackets, percent, round, unitKey } from "./rows.ts";

export interface OpinionChartOptions extends ChartOptions {
  /** How many opinions at most, those with the most comments. Default 20. */
  readonly top?: number;
  /** What discussions are called, by their id, where there are several; they are numbered otherwise. */
  readonly discussions?: Readonly<Record<string, string>>;
}

const SIDES = ["for", "against", "conditional", "unsure", "none"] as const;

const TEXT = {
  ja: {
    title: "何が言われているか",
    subtitle: (shown: number, all: number, unstable: number, votes: boolean) =>
      `コメントに占める割合（棒、横線は95%区間）${votes ? "と票に占める割合（◇）" : ""}。意見${counted(all)}個のうち${shown}個${unstable > 0 ? `。＊はまとまりの不安定なもの（${counted(unstable)}個）` : ""}`,
    most: (label: string, share: string, range: string) =>
      `もっとも多い意見は${inBrackets(firstWords(label, 24))}（${share}、95%区間${range}）`,
    several: (n: number, share: string) => `意見は${n}に分かれ、飛び抜けて多いものはない（最大でも${share}）`,
    apart: (n: number, pages: number) => `意見はページごとにまとめた（${counted(pages)}ページで${counted(n)}個）`,
    discussion: (n: number) => `記事${n}`,
    page: "ページ",
    share: "割合",
    comments: "コメント",
    people: "名前",
    votes: "票の割合",
    interval: "95%区間",
    opinion: "意見",
    side: "賛否",
    ofSide: "うちその賛否",
    whole: "すべて",
    stability: "安定度",
    example: "例",
    sides: { for: "賛成", against: "反対", conditional: "条件付き", unsure: "態度保留", none: "示さず" },
    count: (comments: number, people: number) =>
      people === 0 ? `${counted(comments)}件` : `${counted(comments)}件・${counted(people)}人`,
    other: "その他",
  },
  en: {
    title: "What people say",
    subtitle: (shown: number, all: number, unstable: number, votes: boolean) =>
      `Share of comments (bars, lines: 95 % intervals)${votes ? " and of votes (◇)" : ""}; ${shown} of ${counted(all)} opinions${unstable > 0 ? `; * marks ${counted(unstable)} whose bounds are not stable` : ""}`,
    most: (_: string, share: string, range: string) =>
      `One opinion is plainly the most common (${share}, 95% interval ${range})`,
    several: (n: number, share: string) => `${n} opinions, none plainly the most common (the largest has ${share})`,
    apart: (n: number, pages: number) => `Opinions are grouped page by page (${counted(n)} on ${counted(pages)} pages)`,
    discussion: (n: number) => `article ${n}`,
    page: "page",
    share: "share",
    comments: "comments",
    people: "names",
    votes: "share of votes",
    interval: "95 % interval",
    opinion: "opinion",
    side: "side",
    ofSide: "of that side",
    whole: "all",
    stability: "stability",
    example: "example",
    sides: { for: "for", against: "against", conditional: "conditional", unsure: "undecided", none: "not told" },
    count: (comments: number, people: number) =>
      people === 0 ? `${comments} comments` : `${comments} comments, ${people} names`,
    other: "other",
  },
};

/** Characters of a page's title. */
const PAGE = 26;
/** What an axis shows of itself: no share is more than the whole. */
const WITHIN = { condition: { test: "datum.value > 1.001", value: 0 }, value: 1 };

/** Below this a group comes back in another shape when a fifth of its claims is left out. */
const STABLE = 0.5;

/**
 * The chart of opinions: the share of the comments that has each, with its interval, parted by side where a proposition was
 * given, and the share of votes beside it.
 *
 * With the table of `opinionSpans` a bar leads to all its claims, with that of `opinionTable` to its examples.
 *
 * @example
 * opinionChart(opinionTable(analysis), { top: 10 });
 */
export const opinionChart: DefinedChart<OpinionChartOptions> = defineChart({
  name: "opinions",
  description: "What people say: the share of each opinion, with intervals.",
  tables: ["opinions", "claims"],
  from: (named) => opinionSpans(named("opinions"), named("claims")),
  needs: pick(OPINIONS, [
    "discussion",
    "id",
    "label",
    "comments",
    "people",
    "share",
    "shareLow",
    "shareHigh",
    "voteShare",
    "for",
    "against",
    "conditional",
    "unsure",
    "stability",
    "examples",
  ]),
  words: TEXT,
  options: { top: 20, discussions: {} as Readonly<Record<string, string>> },
  recount: {
    comments: "count",
    people: "people",
    text: "count told",
    to: "share",
    low: "wilson low",
    high: "wilson high",
    interval: "interval",
    voteShare: "vote share",
    votes: "vote share told",
    stability: "none",
    "part.comments": "none",
    "part.people": "none",
    "part.interval": "none",
    "part.votes": "none",
    "whole.count": "count",
    "part.count": "count",
    "part.from": "share from label",
    "part.to": "share to label",
  },
  draw(opinions, { lang, words }, { top, discussions }) {
    const leaves = [...opinions].filter(({ id }) => !id.startsWith("g"));
    if (leaves.length === 0) return null;
    const places = opinions as unknown as { has(name: string): boolean; column(name: string): readonly unknown[] };
    const numbers = new Map([...opinions].map((row, i) => [`${row.discussion}\t${row.id}`, i]));
    const listed = (name: string, row: (typeof leaves)[number]): readonly string[] | undefined =>
      places.has(name)
        ? (places.column(name)[numbers.get(`${row.discussion}\t${row.id}`)!] as readonly string[])
        : undefined;
    const ids = [...new Set(leaves.map(({ discussion }) => discussion))];
    const several = ids.length > 1;
    const called = (id: string) =>
      Object.hasOwn(discussions, id) ? bothEnds(discussions[id]!, PAGE) : words.discussion(ids.indexOf(id) + 1);
    const shown = [...leaves]
      .sort((a, b) => Number(a.id === "other") - Number(b.id === "other") || b.share - a.share)
      .slice(0, top);
    const isUnstable = (row: (typeof leaves)[number]) => row.stability !== null && row.stability < STABLE;
    const parted = shown.some((row) => row.for !== null);
    const labels: string[] = [];
    const counting: RowCounting[] = [];
    const rows = shown.flatMap((row, k) => {
      const name = row.id === "other" ? words.other : inBrackets(firstWords(row.label, 60));
      const label = `${k + 1}. ${name}${isUnstable(row) ? " *" : ""}`;
      labels.push(label);
      const shared = {
        label,
        page: several ? called(row.discussion) : null,
        opinion: row.id,
        discussion: row.discussion,
        comments: row.comments,
        people: row.people,
        interval: `${percent(row.shareLow, 1)}–${percent(row.shareHigh, 1)}`,
        stability: row.stability === null ? null : row.stability.toFixed(2),
        voteShare: row.voteShare,
        votes: row.voteShare === null ? null : percent(row.voteShare, 1),
        words: row.examples[0]?.text ?? row.label,
        units: listed("unitKeys", row) ?? row.examples.map(({ unit }) => unitKey(row.discussion, unit)),
        spans:
          listed("spans", row) ??
          row.examples.map(({ unit, start, end }) => `${unitKey(row.discussion, unit)}:${start}-${end}`),
      };
      const whole = {
        ...shared,
        kind: "whole",
        ...(parted ? { side: words.whole, count: row.comments } : {}),
        from: 0,
        to: round(row.share, 4),
        low: row.shareLow,
        high: row.shareHigh,
        text: words.count(row.comments, row.people),
      };
      const parts = parted ? partsOf(row, shared, words.sides) : [];
      const of = `in ${row.discussion}`;
      counting.push({ of }, ...parts.map(({ of: side }) => ({ of, side })));
      return [whole, ...parts.map(({ of: _, ...part }) => part)];
    });
    const [first, second] = leaves.filter(({ id }) => id !== "other").sort((a, b) => b.share - a.share);
    const title =
      first === undefined
        ? words.title
        : several
          ? // Shares of one page and of another are shares of different wholes.
            words.apart(leaves.filter(({ id }) => id !== "other").length, ids.length)
          : second === undefined || first.shareLow > second.shareHigh
            ? words.most(first.label, percent(first.share), between(first.shareLow, first.shareHigh, lang))
            : words.several(leaves.filter(({ id }) => id !== "other").length, percent(first.share));
    return {
      title,
      subtitle: words.subtitle(
        shown.length,
        leaves.length,
        leaves.filter(isUnstable).length,
        shown.some(({ voteShare }) => voteShare !== null),
      ),
      rows,
      counting: { rows: counting },
      lines: { field: "label", by: "to", last: { field: "opinion", value: "other" }, numbered: true },
      height: shown.length * (several ? BAR_LINES : BAR_LINE),
      layer: layersOf(words, labels, { parted, several }),
    };
  },
});

type Counts = Readonly<Record<"for" | "against" | "conditional" | "unsure", number | null>> & {
  readonly comments: number;
  readonly share: number;
};

/** Returns the parts of a bar: each side's, one behind the other. */
function partsOf<T extends object>(row: Counts, shared: T, names: Readonly<Record<(typeof SIDES)[number], string>>) {
  const told = SIDES.slice(0, 4).reduce((sum, side) => sum + (row[side as keyof typeof row] ?? 0), 0);
  let from = 0;
  return SIDES.flatMap((side) => {
    const count = side === "none" ? row.comments - told : (row[side] ?? 0);
    if (count <= 0) return [];
    const to = from + (row.share * count) / row.comments;
    const part = {
      ...shared,
      kind: "part",
      of: side,
      side: names[side],
      count,
      from: round(from, 4),
      to: round(to, 4),
    };
    from = to;
    return [part];
  });
}

interface Drawn {
  /** By the sides of a proposition. */
  readonly parted: boolean;
  /** Of several pages: a second line names the page. */
  readonly several: boolean;
}

function layersOf(words: (typeof TEXT)["ja" | "en"], labels: readonly string[], { parted, several }: Drawn) {
  const y = barLines("label", labels);
  const below = several ? BELOW_TWO : { yOffset: BAR_BELOW.yOffset };
  const x = (field: string) => ({
    field,
    type: "quantitative",
    axis: {
      title: words.share,
      format: ".0%",
      grid: true,
      tickCount: 6,
      // The room of the words behind the bars is no share.
      gridOpacity: WITHIN,
      tickOpacity: WITHIN,
      labelExpr: "datum.value > 1.001 ? '' : datum.label",
    },
  });
  const first = { field: "label", title: words.opinion };
  const page = several ? [{ field: "page", title: words.page }] : [];
  const rest = [
    ...page,
    { field: "comments", title: words.comments },
    { field: "people", title: words.people },
    { field: "interval", title: words.interval },
    { field: "votes", title: words.votes },
    { field: "stability", title: words.stability },
    { field: "words", title: words.example },
  ];
  const ofSide = [
    { field: "side", title: words.side },
    { field: "count", title: words.ofSide },
  ];
  const of = (kind: string) => [{ filter: `datum.kind == '${kind}'` }];
  const sides = Object.entries(words.sides);
  const color = {
    field: "side",
    type: "nominal",
    scale: { domain: sides.map(([, name]) => name), range: SIDES.map((side) => SIDE_COLORS[side]) },
    legend: { title: null, symbolType: "square" },
  };
  const end = { calculate: "max(datum.high, datum.voteShare == null ? 0 : datum.voteShare)", as: "end" };
  return [
    // Room for the words behind the longest bar.
    {
      transform: [
        ...of("whole"),
        end,
        { calculate: "datum.end * 1.25", as: "each" },
        { aggregate: [{ op: "max", field: "each", as: "room" }] },
      ],
      mark: { type: "rule", opacity: 0 },
      encoding: { x: x("room") },
    },
    {
      transform: of(parted ? "part" : "whole"),
      mark: { type: "bar", tooltip: true, ...BAR_BELOW, ...below, ...(parted ? {} : { color: COLORS.main }) },
      encoding: {
        y,
        x: x("from"),
        x2: { field: "to" },
        tooltip: [first, ...(parted ? ofSide : []), ...rest],
        ...(parted ? { color } : {}),
      },
    },
    {
      transform: of("whole"),
      mark: { type: "rule", strokeWidth: 1.5, color: TEXT_COLORS.note, ...below },
      encoding: { y, x: x("low"), x2: { field: "high" } },
    },
    {
      transform: [{ filter: "datum.kind == 'whole' && datum.voteShare != null" }],
      mark: {
        type: "point",
        shape: "diamond",
        filled: false,
        stroke: COLORS.accent,
        size: 55,
        tooltip: true,
        ...below,
      },
      encoding: { y, x: x("voteShare"), tooltip: [first, ...rest] },
    },
    {
      // Behind the line and the share of votes, whichever reaches farther.
      transform: [...of("whole"), end],
      mark: { type: "text", align: "left", dx: 8, fontSize: 11, dy: below.yOffset },
      encoding: { y, x: x("end"), text: { field: "text" } },
    },
    { transform: of("whole"), ...wordsAbove(y, "label", [first, ...rest], several ? { dy: -16 } : {}) },
    ...(several
      ? [
          {
            transform: of("whole"),
            ...wordsAbove(y, "page", [first, ...rest], { dy: -1, dx: 14, fontSize: 11, color: TEXT_COLORS.note }),
          },
        ]
      : []),
  ];
}
