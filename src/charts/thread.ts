import { checkOptions } from "../model/error.ts";
import type { Row, Table } from "../tables/table.ts";
import { type Chart, type ChartOptions, chart, needColumns } from "./chart.ts";
import { firstWords, shownName, unitKey } from "./rows.ts";
import { labelOfScore, sentimentColor, sentimentName } from "./sentiment-scale.ts";
import { emptyNote, emptySpec, vegaLite } from "./vega-lite.ts";

export interface ThreadChartOptions extends ChartOptions {
  /** How many comments at most; whole threads, the largest first, are kept. Default 120. */
  readonly top?: number;
}

const STEP = 17;

const TEXT = {
  ja: {
    title: "スレッドの形：誰が誰に答え、どれだけ票を得たか",
    subtitle: (shown: number, all: number) =>
      `一行が一件のコメント、字下げが返信、右の棒が票${shown < all ? `。全${all}件のうち、大きいスレッドから${shown}件` : `（全${all}件）`}`,
    votes: "票（いいね）",
    depth: "返信の深さ",
    sentiment: "感情",
    author: "名前",
    words: "書き出し",
  },
  en: {
    title: "The thread: who answers whom, and with how many votes",
    subtitle: (shown: number, all: number) =>
      `A line is a comment, indents are replies, bars on the right are votes${shown < all ? `; ${shown} of ${all} comments, largest threads first` : ` (${all} comments)`}`,
    votes: "votes (likes)",
    depth: "depth of reply",
    sentiment: "sentiment",
    author: "author",
    words: "first words",
  },
};

/**
 * Draws the thread as an indented tree: points coloured by sentiment, lines to the comment answered, bars for votes.
 *
 * @example
 * threadChart(commentTable(analysis), { top: 60 });
 */
export function threadChart(comments: Table, options: ThreadChartOptions = {}): Chart {
  checkOptions(options, ["lang", "title", "top"], 'chart "thread"');
  needColumns("thread", comments, ["discussion", "id", "replyTo", "depth", "author", "up", "sentiment", "text"]);
  const { lang = "ja", top = 120 } = options;
  const words = TEXT[lang];
  const { title = words.title } = options;
  const kept = largestThreads([...comments], top);
  const lines = new Map(kept.map((row, line) => [unitKey(row.discussion, row.id), line]));
  const mostVotes = Math.max(1, ...kept.map(({ up }) => Number(up ?? 0)));
  const deepest = Math.max(...kept.map(({ depth }) => Number(depth)), 2);
  const rows = kept.map((row, line) => {
    const parent = lines.get(unitKey(row.discussion, row.replyTo));
    const label = row.sentiment === null ? null : (row.sentimentLabel ?? labelOfScore(Number(row.sentiment)));
    return {
      line,
      depth: Number(row.depth),
      parentLine: parent ?? null,
      parentDepth: parent === undefined ? null : Number(row.depth) - 1,
      author: shownName(row.author, lang),
      label: `${shownName(row.author, lang)}「${firstWords(row.text, 16)}」`,
      words: firstWords(row.text, 60),
      up: row.up as number | null,
      sentiment: sentimentName(label, lang),
      units: [unitKey(row.discussion, row.id)],
    };
  });
  if (rows.length === 0) return chart({ name: "thread", title, spec: emptySpec(title, emptyNote(lang)), rows });
  // The tree takes the left three fifths, the bars the rest: one scale of depth, with the bars' room behind it.
  const room = deepest + 9;
  const place = (fraction: string) => `${room} + ${fraction} * ${room * 0.42}`;
  const tooltip = [
    { field: "author", title: words.author },
    { field: "up", title: words.votes },
    { field: "sentiment", title: words.sentiment },
    { field: "words", title: words.words },
  ];
  const y = {
    field: "line",
    type: "quantitative",
    scale: { domain: [-0.6, rows.length - 0.4], nice: false, zero: false, reverse: true },
    axis: null,
  };
  const x = (field: string) => ({
    field,
    type: "quantitative",
    axis: null,
    scale: { domain: [-0.4, room * 1.5], nice: false },
  });
  const spec = vegaLite({
    title,
    subtitle: words.subtitle(rows.length, comments.length),
    rows,
    height: Math.max(60, rows.length * STEP),
    transform: [
      { calculate: `${room}`, as: "barStart" },
      { calculate: place(`(isValid(datum.up) ? datum.up : 0) / ${mostVotes}`), as: "barEnd" },
      { calculate: "datum.depth + 0.35", as: "textAt" },
      { calculate: `isValid(datum.up) ? format(datum.up, ',d') : '–'`, as: "votesShown" },
    ],
    layer: [
      {
        transform: [{ filter: "isValid(datum.parentLine)" }],
        mark: { type: "rule", color: "#c3c9ce", strokeWidth: 1 },
        encoding: { x: x("parentDepth"), y: { ...y, field: "parentLine" }, y2: { field: "line" } },
      },
      {
        transform: [{ filter: "isValid(datum.parentLine)" }],
        mark: { type: "rule", color: "#c3c9ce", strokeWidth: 1 },
        encoding: { x: x("parentDepth"), x2: { field: "depth" }, y },
      },
      {
        mark: { type: "bar", height: 9, tooltip: true, color: "#b9c9d6" },
        encoding: { x: x("barStart"), x2: { field: "barEnd" }, y, tooltip },
      },
      {
        mark: { type: "text", align: "left", dx: 4, fontSize: 10.5 },
        encoding: { x: x("barEnd"), y, text: { field: "votesShown" } },
      },
      {
        mark: { type: "point", size: 80, opacity: 1, tooltip: true },
        encoding: { x: x("depth"), y, color: sentimentColor("sentiment", lang), tooltip },
      },
      {
        mark: {
          type: "text",
          align: "left",
          fontSize: 11,
          tooltip: true,
          limit: { expr: `width * ${(8.3 / (room * 1.5)).toFixed(3)}` },
        },
        encoding: { x: x("textAt"), y, text: { field: "label" }, tooltip },
      },
    ],
  });
  return chart({ name: "thread", title, spec, rows });
}

/** Keeps whole threads, the largest first, up to `most` comments (one thread is always kept, cut if need be), in page order. */
function largestThreads(comments: readonly Row[], most: number): readonly Row[] {
  if (comments.length <= most) return treeOrder(comments);
  const rootOf = new Map<string, string>();
  const size = new Map<string, number>();
  for (const row of comments) {
    const key = unitKey(row.discussion, row.id);
    const root = (row.replyTo === null ? undefined : rootOf.get(unitKey(row.discussion, row.replyTo))) ?? key;
    rootOf.set(key, root);
    size.set(root, (size.get(root) ?? 0) + 1);
  }
  const chosen = new Set<string>();
  let count = 0;
  for (const [root, comments] of [...size].sort((a, b) => b[1] - a[1])) {
    if (count > 0 && count + comments > most) continue;
    chosen.add(root);
    count += comments;
  }
  return treeOrder(comments.filter((row) => chosen.has(rootOf.get(unitKey(row.discussion, row.id))!))).slice(0, most);
}

/** Puts each comment after the one it answers, children in page order. */
function treeOrder(comments: readonly Row[]): readonly Row[] {
  const known = new Set(comments.map((row) => unitKey(row.discussion, row.id)));
  const children = new Map<string, Row[]>();
  for (const row of comments) {
    const parent = row.replyTo === null ? "" : unitKey(row.discussion, row.replyTo);
    const key = known.has(parent) ? parent : "";
    const list = children.get(key);
    if (list === undefined) children.set(key, [row]);
    else list.push(row);
  }
  const ordered: Row[] = [];
  const waiting = [...(children.get("") ?? [])].reverse();
  while (waiting.length > 0) {
    const row = waiting.pop()!;
    ordered.push(row);
    waiting.push(...[...(children.get(unitKey(row.discussion, row.id)) ?? [])].reverse());
  }
  return ordered;
}
