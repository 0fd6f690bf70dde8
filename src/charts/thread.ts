import { commentTable } from "../tables/comments.ts";
import { pick } from "../tables/schema.ts";
import type { Row } from "../tables/table.ts";
import { fromOwnWords } from "../text/from-own-words.ts";
import type { ChartOptions } from "./chart.ts";
import { COLORS } from "./colors.ts";
import { type DefinedChart, defineChart } from "./define-chart.ts";
import { counted, firstWords, inBrackets, shownName, unitKey } from "./rows.ts";
import { labelOfScore, sentimentName } from "./sentiment-scale.ts";
import { headingLayers, headings } from "./thread-headings.ts";
import { largestThreads } from "./thread-order.ts";
import { stanceColor, stanceName, stanceSchema, stancesTold, withStances } from "./with-stances.ts";

export interface ThreadChartOptions extends ChartOptions {
  /** How many comments at most; whole threads, the largest first, are kept. Default 120. */
  readonly top?: number;
  /** What discussions are called, by their id, where there are several; they are numbered otherwise. */
  readonly discussions?: Readonly<Record<string, string>>;
}

const STEP = 17;

const TEXT = {
  ja: {
    title: "スレッドの形：誰が誰に答え、どれだけ票を得たか",
    subtitle: (shown: number, all: number) =>
      `一行が一件のコメント、字下げが返信、点の色は返信の同意・異論（機械の判定）、右の棒が票${shown < all ? `。全${counted(all)}件のうち、大きいスレッドから${counted(shown)}件` : `（全${counted(all)}件）`}`,
    found: (replies: number, agree: number, disagree: number, deepest: number) => {
      const told = stancesTold(agree, disagree, "ja");
      const read = told === "" ? "に、同意・異論と読めるものはない" : `のうち${told}`;
      return `返信${counted(replies)}件${read}（もっとも深い返信は${deepest}段）`;
    },
    bare: (replies: number, all: number) =>
      replies === 0
        ? `コメント${counted(all)}件に返信はない`
        : `コメント${counted(all)}件のうち返信は${counted(replies)}件`,
    stance: "返信の向き",
    votes: "票（いいね）",
    depth: "返信の深さ",
    sentiment: "語調",
    author: "名前",
    words: "本文",
    discussion: (n: number) => `議論${n}`,
  },
  en: {
    title: "The thread: who answers whom, and with how many votes",
    subtitle: (shown: number, all: number) =>
      `A line is a comment, indents are replies, colours agreement as the machine reads it, bars on the right votes${shown < all ? `; ${counted(shown)} of ${counted(all)} comments, largest threads first` : ` (${counted(all)} comments)`}`,
    found: (replies: number, agree: number, disagree: number, deepest: number) =>
      `${counted(replies)} replies: ${stancesTold(agree, disagree, "en") || "none reads as agreement or dissent"} (the deepest at level ${deepest})`,
    bare: (replies: number, all: number) =>
      `${replies === 0 ? "None" : counted(replies)} of ${counted(all)} comments are replies`,
    stance: "stance",
    votes: "votes (likes)",
    depth: "depth of reply",
    sentiment: "tone",
    author: "author",
    words: "text",
    discussion: (n: number) => `discussion ${n}`,
  },
};

/**
 * The chart of the thread as an indented tree: lines to the comment answered, points coloured by whether a reply agrees, bars
 * for votes. Without the stances (in the column `stance`) points have one colour.
 *
 * Several discussions stand one below the other, each under its name.
 *
 * @example
 * threadChart(commentTable(analysis), { top: 60 });
 */
export const threadChart: DefinedChart<ThreadChartOptions> = defineChart({
  name: "thread",
  description: "The thread as an indented tree with agreement and votes.",
  tables: ["comments", "stances"],
  from: (named) => withStances(named("comments"), named("stances")),
  needs: pick(commentTable.schema, ["discussion", "id", "replyTo", "depth", "author", "up", "sentiment", "text"]),
  optional: {
    ...commentTable.schema,
    columns: [...pick(commentTable.schema, ["sentimentLabel"]).columns, ...stanceSchema.columns],
  },
  words: TEXT,
  apart: true,
  options: { top: 120, discussions: {} as Readonly<Record<string, string>> },
  draw(comments, { lang, words }, { top, discussions }) {
    const kept = largestThreads([...comments], top);
    const headed = headings(kept);
    const lineOf = (row: Row, index: number) =>
      index + 1 + headed.findLastIndex(({ discussion }) => discussion === row.discussion);
    const lines = new Map(kept.map((row, index) => [unitKey(row.discussion, row.id), lineOf(row, index)]));
    const mostVotes = Math.max(1, ...kept.map(({ up }) => Number(up ?? 0)));
    const deepest = Math.max(...kept.map(({ depth }) => Number(depth)), 2);
    const rows = kept.map((row, index) => {
      const line = lineOf(row, index);
      const parent = lines.get(unitKey(row.discussion, row.replyTo));
      const label = row.sentiment === null ? null : (row.sentimentLabel ?? labelOfScore(Number(row.sentiment)));
      return {
        line,
        depth: Number(row.depth),
        parentLine: parent ?? null,
        parentDepth: parent === undefined ? null : Number(row.depth) - 1,
        author: shownName(row.author, lang),
        label: `${shownName(row.author, lang)}${inBrackets(firstWords(fromOwnWords(String(row.text ?? "")), 40))}`,
        words: row.text ?? null,
        up: row.up as number | null,
        sentiment: sentimentName(label, lang),
        stance: stanceName(row.stance, lang),
        units: [unitKey(row.discussion, row.id)],
      };
    });
    if (rows.length === 0) return null;
    const lineCount = rows.length + headed.length;
    const named = headed.map(({ discussion, line }, number) => ({
      line,
      above: line - 0.5,
      name: firstWords(
        Object.hasOwn(discussions, discussion) ? discussions[discussion] : words.discussion(number + 1),
        60,
      ),
    }));
    // The tree takes the left three fifths, the bars the rest: one scale of depth, with the bars' room behind it.
    const room = deepest + 9;
    const place = (fraction: string) => `${room} + ${fraction} * ${room * 0.42}`;
    const told = comments.has("stance");
    const replies = [...comments].filter(({ replyTo }) => replyTo !== null);
    const saying = (stance: string) => replies.filter((row) => row.stance === stance).length;
    const tooltip = [
      { field: "author", title: words.author },
      { field: "up", title: words.votes },
      ...(told ? [{ field: "stance", title: words.stance }] : []),
      { field: "sentiment", title: words.sentiment },
      { field: "words", title: words.words },
    ];
    const y = {
      field: "line",
      type: "quantitative",
      scale: { domain: [-0.6, lineCount - 0.4], nice: false, zero: false, reverse: true },
      axis: null,
    };
    const x = (field: string) => ({
      field,
      type: "quantitative",
      axis: null,
      scale: { domain: [-0.4, room * 1.5], nice: false },
    });
    return {
      title:
        told && replies.length > 0
          ? words.found(
              replies.length,
              saying("agree"),
              saying("disagree"),
              replies.reduce((most, { depth }) => Math.max(most, Number(depth)), 0),
            )
          : words.bare(replies.length, comments.length),
      subtitle: words.subtitle(rows.length, comments.length),
      rows,
      height: Math.max(60, lineCount * STEP),
      transform: [
        { calculate: `${room}`, as: "barStart" },
        { calculate: place(`(isValid(datum.up) ? datum.up : 0) / ${mostVotes}`), as: "barEnd" },
        { calculate: "datum.depth + 0.35", as: "textAt" },
        { calculate: `isValid(datum.up) ? format(datum.up, ',d') : '–'`, as: "votesShown" },
      ],
      layer: [
        {
          transform: [{ filter: "isValid(datum.parentLine)" }],
          mark: { type: "rule", color: COLORS.rule, strokeWidth: 1 },
          encoding: { x: x("parentDepth"), y: { ...y, field: "parentLine" }, y2: { field: "line" } },
        },
        {
          transform: [{ filter: "isValid(datum.parentLine)" }],
          mark: { type: "rule", color: COLORS.rule, strokeWidth: 1 },
          encoding: { x: x("parentDepth"), x2: { field: "depth" }, y },
        },
        {
          mark: { type: "bar", height: 9, tooltip: true, color: COLORS.behind },
          encoding: { x: x("barStart"), x2: { field: "barEnd" }, y, tooltip },
        },
        {
          mark: { type: "text", align: "left", dx: 4, fontSize: 10.5 },
          encoding: { x: x("barEnd"), y, text: { field: "votesShown" } },
        },
        {
          mark: { type: "point", size: 80, opacity: 1, tooltip: true },
          encoding: { x: x("depth"), y, ...(told ? { color: stanceColor("stance", lang) } : {}), tooltip },
        },
        {
          mark: {
            type: "text",
            align: "left",
            fontSize: 11,
            tooltip: true,
            // From its point to the bars.
            limit: { expr: `width * (${room} - datum.textAt) / ${(room * 1.5 + 0.4).toFixed(1)} - 6` },
          },
          encoding: { x: x("textAt"), y, text: { field: "label" }, tooltip },
        },
        ...(named.length === 0 ? [] : headingLayers(named, y)),
      ],
    };
  },
});
