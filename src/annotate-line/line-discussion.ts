import type { Discussion } from "../model/discussion.ts";

/** Returns the smallest discussion around a text: an article without comments. */
export function lineDiscussion(text: string, published: string | null): Discussion {
  const precision =
    published === null ? null : ({ 4: "year", 7: "month", 10: "day" } as const)[published.length as 4 | 7 | 10];
  return {
    schema: "yoron/discussion@1",
    id: "line",
    source: { path: null, format: "text", encoding: null, sha256: "", notes: [] },
    article: {
      title: "",
      category: null,
      author: null,
      url: null,
      published: published === null || precision === null ? null : { value: published, precision, from: "option" },
      text,
      links: [],
      ruby: [],
      notes: [],
    },
    comments: [],
    furniture: [],
  };
}
