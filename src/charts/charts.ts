import { YoronError } from "../model/error.ts";
import { activityChart } from "./activity.ts";
import { citationChart } from "./citations.ts";
import { codeChart } from "./codes.ts";
import { considerationChart } from "./considerations.ts";
import { cooccurrenceChart } from "./cooccurrence.ts";
import type { DefinedChart } from "./define-chart.ts";
import { engagementChart } from "./engagement.ts";
import { entitySentimentChart } from "./entities.ts";
import { keywordChart } from "./keywords.ts";
import { lorenzChart } from "./lorenz.ts";
import { opinionMapChart } from "./opinion-map.ts";
import { opinionTimeChart } from "./opinion-time.ts";
import { opinionChart } from "./opinions.ts";
import { replyNetworkChart } from "./reply-network.ts";
import { sentimentChart } from "./sentiment.ts";
import { sentimentVoteChart } from "./sentiment-votes.ts";
import { sideChart } from "./sides.ts";
import { speakerChart } from "./speakers.ts";
import { threadChart } from "./thread.ts";
import { voteExpectationChart } from "./vote-expectation.ts";
import { voteChart } from "./votes.ts";

export type { BuildOptions } from "./define-chart.ts";

/** A chart that can be had by name, from tables that can be had by name. */
export type NamedChart = Pick<DefinedChart, "name" | "title" | "description" | "tables" | "build">;

/**
 * All charts there are, in the order in which the report shows them.
 *
 * @example
 * charts.map((chart) => chart.name); // ["opinions", "opinion-map", …]
 */
export const charts: readonly NamedChart[] = Object.freeze([
  opinionChart,
  opinionMapChart,
  opinionTimeChart,
  voteChart,
  engagementChart,
  threadChart,
  sideChart,
  sentimentChart,
  sentimentVoteChart,
  considerationChart,
  codeChart,
  entitySentimentChart,
  speakerChart,
  citationChart,
  keywordChart,
  cooccurrenceChart,
  replyNetworkChart,
  voteExpectationChart,
  lorenzChart,
  activityChart,
]);

/**
 * Returns the chart of a name; an unknown one is an error that lists the known ones.
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
