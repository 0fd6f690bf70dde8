import type { Rule } from "../../words/rule.ts";
import type { EntityResources } from "./resources.ts";
import type { EntitySpan } from "./span.ts";

/** A name that ends in a title, or in the beginning of one, and what is left without it. */
interface Cut {
  readonly name: EntitySpan;
  readonly rest: string;
  readonly end: number;
  readonly resources: Pick<EntityResources, "titles" | "gazetteer" | "patterns">;
}

/** A rule of what is left of a name without its title; `where` is what its example has been taken for. */
interface CutRule extends Rule {
  readonly where: EntitySpan["label"];
  readonly when: (cut: Cut) => boolean;
  readonly leaves: (cut: Cut) => EntitySpan;
}

const TITLE_LENGTHS = [5, 4, 3, 2];
const KANJI_OR_KATAKANA = /[一-龠々ァ-ヶー]/;
const LATIN = /[A-Za-z]/;

const shorter = ({ name, end }: Cut): EntitySpan => ({ ...name, end });

/** What is left of a name without its title, by priority: the first row that fits decides. */
export const CUT_RULES: readonly CutRule[] = [
  {
    name: "person",
    example: "シュナイダーCEO",
    where: "PERSON",
    when: ({ name }) => name.label === "PERSON",
    leaves: shorter,
  },
  {
    name: "known name",
    example: "ホンダ社長",
    where: "ORG",
    when: ({ rest, resources: { gazetteer } }) => gazetteer.get(rest) !== null,
    leaves: (cut) => ({ ...shorter(cut), label: cut.resources.gazetteer.get(cut.rest)!.label }),
  },
  {
    name: "surname",
    example: "三部社長",
    where: "ORG",
    when: ({ rest, resources: { patterns } }) =>
      /^[一-龠々]{1,3}$/.test(rest) ? !patterns.bodyEnd.test(rest) : /^[ァ-ヶー]{2,8}$/.test(rest),
    leaves: (cut) => ({ ...shorter(cut), label: "PERSON", confidence: cut.name.confidence / 2 }),
  },
  {
    name: "organisation",
    example: "青葉精機会長",
    where: "ORG",
    when: () => true,
    leaves: shorter,
  },
];

/**
 * Returns a name without the title that it ends in (シュナイダーCEO), or the beginning of one (林官房|長官); with the title
 * off it, a short unknown name of an organisation is a person's (三部社長).
 *
 * @example
 * cutTitle({ start: 0, end: 5, label: "PERSON", by: "entity-model", confidence: 1 }, "小林健会頭", resources, () => true).end; // 3
 */
export function cutTitle(
  name: EntitySpan,
  text: string,
  resources: Cut["resources"],
  isBoundary: (offset: number) => boolean,
): EntitySpan {
  const { start, end, label } = name;
  if ((label !== "PERSON" && label !== "ORG") || end - start < 3) return name;
  if (resources.gazetteer.get(text.slice(start, end)) !== null) return name;
  const at = titleStart(name, text, resources.titles, isBoundary);
  if (at < 0) return name;
  const cut = { name, rest: text.slice(start, at), end: at, resources };
  return CUT_RULES.find(({ when }) => when(cut))!.leaves(cut);
}

/** Returns where the title begins that a name ends in; -1 if it ends in none. */
function titleStart(
  { start, end, label }: EntitySpan,
  text: string,
  titles: EntityResources["titles"],
  isBoundary: (offset: number) => boolean,
): number {
  let cut = end;
  // 校長先生 are two titles.
  for (let round = 0; round < 2; round++) {
    const length = TITLE_LENGTHS.find((size) => {
      if (cut - size <= start) return false;
      const title = text.slice(cut - size, cut);
      const kind = titles.kindOf(title);
      if (kind === "honorific" && !(isBoundary(cut - size) && KANJI_OR_KATAKANA.test(text[cut - size - 1]!)))
        return false;
      if (LATIN.test(title[0]!) && LATIN.test(text[cut - size - 1]!)) return false;
      return kind !== null && (label === "PERSON" || (kind !== "honorific" && !titles.isBody(title)));
    });
    if (length === undefined) break;
    cut -= length;
  }
  if (cut < end) return cut;
  return label === "ORG" ? -1 : titleThatGoesOn(start, end, text, titles, isBoundary);
}

/** Returns where a title begins inside a name and ends behind it; -1 if none does. */
function titleThatGoesOn(
  start: number,
  end: number,
  text: string,
  titles: EntityResources["titles"],
  isBoundary: (offset: number) => boolean,
): number {
  for (let at = Math.max(start + 1, end - 3); at < end; at++) {
    if (!titles.opens(text.charCodeAt(at)) || LATIN.test(text[at]!)) continue;
    const title = titles.read(text, at, isBoundary);
    if (title !== null && title.kind !== "honorific" && title.end > end && title.end - at >= 2) return at;
  }
  return -1;
}
