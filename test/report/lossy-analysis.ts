import type { Analysis } from "../../src/model/analysis.ts";
import type { Note } from "../../src/model/discussion.ts";
import { analysisOf } from "./sample-analysis.ts";

export interface Losses {
  readonly source?: readonly Note[];
  readonly article?: readonly Note[];
  /** Of each comment by its place. */
  readonly comments?: Readonly<Record<number, readonly Note[]>>;
}

/** Makes an analysis of a discussion of which not all was read. */
export function withLosses(analysis: Analysis, { source = [], article = [], comments = {} }: Losses): Analysis {
  const { discussion } = analysis;
  return {
    ...analysis,
    discussion: {
      ...discussion,
      source: { ...discussion.source, notes: source },
      article: { ...discussion.article, notes: article },
      comments: discussion.comments.map((comment, i) => ({ ...comment, notes: comments[i] ?? [] })),
    },
  };
}

/** An article under which nobody wrote. */
export function silentAnalysis(title = "港の倉庫", id = "aaaaaaaaaaaa"): Analysis {
  return analysisOf({ id, title, text: "市は港の倉庫を改修し、\n\n来年の春に市場を開くと発表した。", comments: [] });
}
