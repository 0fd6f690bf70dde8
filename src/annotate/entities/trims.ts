import type { Rule } from "../../words/rule.ts";
import type { EntityResources } from "./resources.ts";
import type { EntitySpan } from "./span.ts";

/** What the model took for a name, in its text. */
interface Found {
  readonly name: EntitySpan;
  readonly surface: string;
  readonly text: string;
  readonly resources: Pick<EntityResources, "titles" | "patterns">;
}

/** A rule of what is no part of a name; `where` marks a row's example: the name that is asked about. */
interface Trim extends Rule {
  readonly where: string;
  readonly when: (found: Found) => boolean;
  readonly trims: (found: Found) => EntitySpan;
}

const TITLE_LENGTHS = [2, 3, 4, 5];

/** What is no part of a name, by priority: the first row that fits decides. */
export const TRIMS: readonly Trim[] = [
  {
    // Names of two characters may end in 元 or 前 (秋元, 松前), none in 副 or 准.
    name: "rank before a title",
    example: "三浦元知事は語る",
    where: "三浦元",
    when: ({ name, surface, text, resources: { titles, patterns } }) =>
      name.label === "PERSON" &&
      patterns.rank.test(surface) &&
      TITLE_LENGTHS.some((length) => titles.kindOf(text.slice(name.end, name.end + length)) !== null),
    trims: ({ name, surface, resources: { patterns } }) => endAt(name, patterns.rank.exec(surface)!.index),
  },
];

/** Returns a name without what is no part of it: 元 of 三浦元知事, 副 of 林副社長. */
export function trimmed(name: EntitySpan, text: string, resources: Found["resources"]): EntitySpan {
  const found = { name, surface: text.slice(name.start, name.end), text, resources };
  return TRIMS.find(({ when }) => when(found))?.trims(found) ?? name;
}

function endAt(name: EntitySpan, length: number): EntitySpan {
  return { ...name, end: name.start + length };
}
