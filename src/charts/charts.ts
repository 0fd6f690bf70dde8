import { commentSentiment } from "../measure/comment-sentiment.ts";
import { entitySentiment } from "../measure/entity-sentiment.ts";
import { withoutSourceLines } from "../measure/source-lines.ts";
import { YoronError } from "../model/error.ts";
import type { Table } from "../tables/table.ts";
import { activityChart } from "./activity.ts";
import type { Chart, ChartOptions } from "./chart.ts";
import { citationChart } from "./citations.ts";
import { cooccurrenceChart } from "./cooccurrence.ts";
import { engagementChart } from "./engagement.ts";
import { entitySentimentChart } from "./entities.ts";
import { keywordChart } from "./keywords.ts";
import { lorenzChart } from "./lorenz.ts";
import { replyNetworkChart } from "./reply-network.ts";
import { sentimentChart } from "./sentiment.ts";
import { sentimentVoteChart } from "./sentiment-votes.ts";
import { speakerChart } from "./speakers.ts";
import { threadChart } from "./thread.ts";
import { voteExpectationChart } from "./vote-expectation.ts";
import { voteChart } from "./votes.ts";

/** A chart that can be had by name, from tables that can be had by name. */
export interface NamedChart {
  /** What the command line calls it. */
  readonly name: string;
  /** Japanese title. */
  readonly title: string;
  /** One English sentence. */
  readonly description: string;
  /** Names of the tables that `build` asks for. */
  readonly tables: readonly string[];
  readonly build: (tables: (name: string) => Table, options?: BuildOptions) => Chart;
}

export interface BuildOptions extends ChartOptions {
  /** What discussions are called, by their id, for the charts that name them. */
  readonly discussions?: Readonly<Record<string, string>>;
}

/**
 * All charts there are, in the order in which the report shows them.
 *
 * @example
 * charts.map((chart) => chart.name); // ["votes", "engagement", …]
 */
export const charts: readonly NamedChart[] = Object.freeze([
  named(
    "votes",
    "票を多く集めたコメント",
    "Ranks comments by votes, with names and first words.",
    ["comments"],
    (t, o) => voteChart(t("comments"), o),
  ),
  named(
    "engagement",
    "票と返信",
    "Votes and replies together, over time where the page gives times.",
    ["comments"],
    (t, o) => engagementChart(t("comments"), o),
  ),
  named(
    "thread",
    "スレッドの形",
    "The thread as an indented tree with sentiment and votes.",
    ["comments"],
    (t, o, discussions) => threadChart(t("comments"), { ...o, ...(discussions === undefined ? {} : { discussions }) }),
  ),
  named(
    "sentiment",
    "コメントの感情",
    "Comments by sentiment score, with intervals.",
    ["comments", "sentiment"],
    (t, o) => sentimentChart(commentSentiment(t("comments"), t("sentiment")), o),
  ),
  named("sentiment-votes", "感情と票", "Sentiment against votes, with their rank correlation.", ["comments"], (t, o) =>
    sentimentVoteChart(t("comments"), o),
  ),
  named(
    "entities",
    "語られた人・国・組織",
    "Entities by mentions and by the sentiment toward them.",
    ["entities", "mentions", "sentiment"],
    (t, o) => entitySentimentChart(entitySentiment(t("entities"), t("mentions"), t("sentiment")), o),
  ),
  named(
    "speakers",
    "引用された人",
    "Speakers and what they are quoted with, a segment a quotation.",
    ["quotations"],
    (t, o) => speakerChart(t("quotations"), o),
  ),
  named("citations", "出典", "Citations by outlet, role and language.", ["citations"], (t, o) =>
    citationChart(t("citations"), o),
  ),
  named(
    "keywords",
    "コメントの言葉、記事の言葉",
    "Keywords of the comments against those of the article.",
    ["tokens", "citations"],
    (t, o) => keywordChart(withoutSourceLines(t("tokens"), t("citations")), o),
  ),
  named(
    "network",
    "一緒に使われる言葉",
    "Words that share sentences, with communities.",
    ["tokens", "citations"],
    (t, o) => cooccurrenceChart(withoutSourceLines(t("tokens"), t("citations")), o),
  ),
  named("replies", "誰が誰に答えているか", "Who answers whom.", ["comments"], (t, o) =>
    replyNetworkChart(t("comments"), o),
  ),
  named(
    "expectation",
    "予想外に票を集めたコメント",
    "Votes against those that place, time, depth and length let expect.",
    ["comments"],
    (t, o) => voteExpectationChart(t("comments"), o),
  ),
  named("lorenz", "票の偏り", "Lorenz curve of the votes, with the Gini coefficient.", ["comments"], (t, o) =>
    lorenzChart(t("comments"), o),
  ),
  named("activity", "コメントはいつ書かれたか", "Comments over time.", ["comments"], (t, o) =>
    activityChart(t("comments"), o),
  ),
]);

/**
 * Finds a chart by name; an unknown one is an error that lists the known ones.
 *
 * @example
 * chartNamed("votes").build((name) => tableNamed(name).project(analysis));
 */
export function chartNamed(name: string): NamedChart {
  const found = charts.find((chart) => chart.name === name);
  if (found !== undefined) return found;
  throw new YoronError({
    code: "unknown-name",
    what: "there is no chart",
    value: name,
    next: `known charts: ${charts.map((chart) => chart.name).join(", ")}`,
  });
}

function named(
  name: string,
  title: string,
  description: string,
  tables: readonly string[],
  draw: (
    tables: (name: string) => Table,
    options: ChartOptions | undefined,
    discussions: BuildOptions["discussions"],
  ) => Chart,
): NamedChart {
  const build: NamedChart["build"] = (tables, { discussions, ...options } = {}) => draw(tables, options, discussions);
  return Object.freeze({ name, title, description, tables: Object.freeze(tables), build });
}
