/** A mark of a chart: the chart's name and the number of the row. */
export interface ChosenMark {
  readonly chart: string;
  readonly row: number;
}

/** Comments that a section of the page names: "read these". */
export interface NamedUnits {
  readonly label: string;
  readonly units: readonly number[];
}

/** The orders in which comments can be read. */
export const SORTS = ["page", "votes", "replies", "contested", "typical", "unlike", "length", "time"] as const;
export type Sort = (typeof SORTS)[number];

/** What the comments are filtered by: marks of one chart and values of one field are alternatives; charts and fields must all hold. */
export interface Filters {
  readonly marks: readonly ChosenMark[];
  readonly people: readonly string[];
  readonly tones: readonly string[];
  /** Fewest votes; comments whose votes are unknown do not pass. */
  readonly votes: number | null;
  readonly authors: readonly string[];
  readonly discussions: readonly number[];
  readonly text: string;
  readonly named: NamedUnits | null;
  /** Only those that the reader has marked. */
  readonly starred: boolean;
  /** No filter, but kept in the address with them. */
  readonly sort: Sort;
}

export const NO_FILTERS: Filters = Object.freeze({
  marks: [],
  people: [],
  tones: [],
  votes: null,
  authors: [],
  discussions: [],
  text: "",
  named: null,
  starred: false,
  sort: "page",
});

/** Whether anything is filtered; an order is no filter. */
export function isFiltered(filters: Filters): boolean {
  return formatHash({ ...filters, sort: "page" }) !== "";
}

/**
 * Returns filters as a URL hash; no filter is the empty string.
 *
 * @example
 * formatHash({ ...NO_FILTERS, tones: ["negative"], votes: 10 }); // "#sentiment=negative&votes=10"
 */
export function formatHash({ named, ...filters }: Filters): string {
  const parts = new URLSearchParams();
  for (const { chart, row } of filters.marks) parts.append("mark", `${chart}.${row}`);
  for (const name of filters.people) parts.append("person", name);
  for (const tone of filters.tones) parts.append("sentiment", tone);
  if (filters.votes !== null) parts.set("votes", String(filters.votes));
  for (const author of filters.authors) parts.append("author", author);
  for (const discussion of filters.discussions) parts.append("discussion", String(discussion));
  if (filters.text !== "") parts.set("q", filters.text);
  if (named !== null) {
    parts.set("units", named.units.join(","));
    parts.set("label", named.label);
  }
  if (filters.starred) parts.set("starred", "1");
  if (filters.sort !== "page") parts.set("sort", filters.sort);
  const written = parts.toString();
  return written === "" ? "" : `#${written}`;
}

/** Returns the filters of a URL hash; what is malformed is left out. */
export function parseHash(hash: string): Filters {
  const parts = new URLSearchParams(hash.replace(/^#/, ""));
  const wholes = (name: string) =>
    parts
      .getAll(name)
      .filter((value) => /^\d{1,9}$/.test(value))
      .map(Number);
  const units = parts.get("units");
  return {
    marks: parts.getAll("mark").flatMap((mark) => {
      const found = /^([\w-]+)\.(\d{1,6})$/.exec(mark);
      return found === null ? [] : [{ chart: found[1]!, row: Number(found[2]) }];
    }),
    people: parts.getAll("person"),
    tones: parts.getAll("sentiment"),
    votes: wholes("votes")[0] ?? null,
    authors: parts.getAll("author"),
    discussions: wholes("discussion"),
    text: parts.get("q") ?? "",
    named: units === null ? null : { units: numbersOf(units), label: parts.get("label") ?? "" },
    starred: parts.get("starred") === "1",
    sort: SORTS.find((sort) => sort === parts.get("sort")) ?? "page",
  };
}

/**
 * Returns the numbers of a list written `3,17,20`; what is no number is left out.
 *
 * @example
 * numbersOf("3,x,20"); // [3, 20]
 */
export function numbersOf(list: string): readonly number[] {
  return list
    .split(",")
    .filter((number) => /^\d{1,9}$/.test(number))
    .map(Number);
}

/** Returns the unit that an address like `#c12` or `#d3-c12` names, as an element's id; null for any other. */
export function unitOfHash(hash: string): string | null {
  const found = /^#(?:(d\d+)-)?(article|c\d+)$/.exec(hash);
  return found === null ? null : `${found[1] ?? "d0"}-${found[2]}`;
}
