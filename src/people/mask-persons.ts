import type { Analysis } from "../model/analysis.ts";
import type { Discussion } from "../model/discussion.ts";
import { loadPseudonymWords } from "./pseudonym.ts";
import { renamed } from "./renamed.ts";
import type { Replacement } from "./replace-in.ts";

/** Mentions by these stand for somebody without naming them: 彼, 知事. */
const NAMELESS: ReadonlySet<string> = new Set(["pronoun", "bare-title"]);
/** Shorter names are masked only where they were found: 森 is a wood elsewhere. */
const DISTINCTIVE = 3;

/**
 * Returns the discussion of an analysis with every person that it found under a letter: 人物A, 人物B …, in the order of first mention,
 * in texts, titles and addresses. It is to be analysed anew. All persons are masked, in public roles or not, since nothing tells one
 * from the other; titles (知事) stay. What the analysis did not find stays, too: read what you share.
 *
 * Names of authors are not touched: `withPseudonyms` and `withoutAuthors` go before.
 *
 * @example
 * const masked = analyze(maskPersons(analysis), resources);
 */
export function maskPersons({ discussion, mentions, entities }: Analysis): Discussion {
  const pseudonyms = pseudonymsIn(discussion);
  const found = mentions.filter(
    ({ label, by, text }) => label === "PERSON" && !NAMELESS.has(by) && !pseudonyms.some((name) => name.includes(text)),
  );
  const masks = new Map<string, string>();
  for (const { entity } of found) if (!masks.has(entity)) masks.set(entity, `人物${letters(masks.size)}`);
  const names = new Map<string, string>();
  for (const { text, entity } of found) names.set(text, masks.get(entity)!);
  for (const { id, name } of entities) if (masks.has(id) && !names.has(name)) names.set(name, masks.get(id)!);
  const distinctive = [...names].filter(([name]) => [...name].length >= DISTINCTIVE);
  const sorted = distinctive.sort(([a], [b]) => b.length - a.length);
  const anywhere = (text: string): readonly Replacement[] =>
    sorted.flatMap(([name, by]) => occurrences(text, name, by));
  const places = new Map<string, Replacement[]>();
  for (const { unit, start, end, entity } of found) {
    const own = places.get(unit) ?? [];
    places.set(unit, own);
    own.push({ start, end, by: masks.get(entity)! });
  }
  return renamed(
    discussion,
    {
      author: (author) => author,
      inText: (text, unit) => [...(places.get(unit ?? "") ?? []), ...anywhere(text)],
      anywhere,
      byline: (author) => (names.has(author) ? null : author),
    },
    (changed) => [
      {
        code: "masked-persons",
        message: `${masks.size} persons that were found are called 人物A, 人物B …, in ${changed} places; who was not found stays`,
      },
    ],
  );
}

/** A, B, … Z, AA, AB … */
function letters(number: number): string {
  const last = String.fromCharCode(65 + (number % 26));
  return number < 26 ? last : `${letters(Math.floor(number / 26) - 1)}${last}`;
}

function occurrences(text: string, name: string, by: string): readonly Replacement[] {
  const found: Replacement[] = [];
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length))
    found.push({ start, end: start + name.length, by });
  return found;
}

/** Returns the pseudonyms that authors bear, which are nobody's names. */
function pseudonymsIn({ source, comments }: Discussion): readonly string[] {
  if (!source.notes.some(({ code }) => code.startsWith("pseudonyms-"))) return [];
  const { first } = loadPseudonymWords();
  return comments.flatMap(({ author }) =>
    author !== null && first.some((word) => author.startsWith(word)) ? [author] : [],
  );
}
