import type { Comment, Discussion } from "../../model/discussion.ts";

/** A comment of which no more is known than what it says, who wrote it and how it was liked. */
interface Said {
  readonly author?: string | null;
  readonly up?: number | null;
  readonly text: string;
}

/** Returns comments from anywhere as if they were one thread, without who answers whom. */
export function threadOf(drawn: readonly Said[]): Discussion {
  const comments = drawn.map(
    ({ author = null, up = null, text }, order): Comment => ({
      id: `c${order + 1}`,
      sourceId: null,
      order,
      replyTo: null,
      depth: 0,
      author,
      posted: null,
      reactions: { up },
      attributes: {},
      text,
      links: [],
      ruby: [],
      notes: [],
    }),
  );
  return {
    schema: "yoron/discussion@1",
    id: "sample",
    source: { path: null, format: "sample", encoding: null, sha256: "", notes: [] },
    article: {
      title: "",
      category: null,
      author: null,
      url: null,
      published: null,
      text: "",
      links: [],
      ruby: [],
      notes: [],
    },
    comments,
    furniture: [],
  };
}
