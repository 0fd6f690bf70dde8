/** A mark of a chart: the chart's name and the number of the row. */
export interface ChosenMark {
  readonly chart: string;
  readonly row: number;
}

/** What the comments are filtered by; filters that are set combine, every one must hold. */
export interface Filters {
  readonly marks: readonly ChosenMark[];
  readonly person: string | null;
  readonly sentiment: string | null;
  /** Fewest votes; comments whose votes are unknown do not pass. */
  readonly votes: number | null;
  readonly author: string | null;
  readonly discussion: number | null;
  readonly text: string;
}

export const NO_FILTERS: Filters = Object.freeze({
  marks: [],
  person: null,
  sentiment: null,
  votes: null,
  author: null,
  discussion: null,
  text: "",
});

/**
 * Returns filters as a URL hash; no filter is the empty string.
 *
 * @example
 * formatHash({ ...NO_FILTERS, sentiment: "negative", votes: 10 }); // "#sentiment=negative&votes=10"
 */
export function formatHash({ marks, person, sentiment, votes, author, discussion, text }: Filters): string {
  const parts = new URLSearchParams();
  for (const { chart, row } of marks) parts.append("mark", `${chart}.${row}`);
  if (person !== null) parts.set("person", person);
  if (sentiment !== null) parts.set("sentiment", sentiment);
  if (votes !== null) parts.set("votes", String(votes));
  if (author !== null) parts.set("author", author);
  if (discussion !== null) parts.set("discussion", String(discussion));
  if (text !== "") parts.set("q", text);
  const written = parts.toString();
  return written === "" ? "" : `#${written}`;
}

/** Returns the filters of a URL hash; what is malformed is left out. */
export function parseHash(hash: string): Filters {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const whole = (name: string) => {
    const value = parts.get(name);
    return value !== null && /^\d{1,9}$/.test(value) ? Number(value) : null;
  };
  return {
    marks: parts.getAll("mark").flatMap((mark) => {
      const found = /^([a-z-]+)\.(\d{1,6})$/.exec(mark);
      return found === null ? [] : [{ chart: found[1]!, row: Number(found[2]) }];
    }),
    person: parts.get("person"),
    sentiment: parts.get("sentiment"),
    votes: whole("votes"),
    author: parts.get("author"),
    discussion: whole("discussion"),
    text: parts.get("q") ?? "",
  };
}

/** Returns a text as it is searched: width, case and spaces do not matter. */
export function foldText(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(/\s+/gu, "");
}
