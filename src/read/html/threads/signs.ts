import { type HtmlTree, textOf } from "../tree.ts";
import { findDate, findVagueDate } from "./dates.ts";
import { isActionText, isBadgeText, isBetween, isPendingText, namesSomebody } from "./phrases.ts";
import { senseOf } from "./sense.ts";

/** What a part of a page has of a comment, as bits. */
export const WORDS = 1;
export const AUTHOR = 2;
export const DATE = 4;

/** Whether something has what makes a comment: words, and a name or a date. */
export function isComplete(flags: number): boolean {
  return (flags & WORDS) !== 0 && (flags & (AUTHOR | DATE)) !== 0;
}

const UNSEEN = new Set(["script", "style", "textarea", "select", "option", "noscript", "button", "label"]);
/** A date within longer text is a part of the words. */
const LINE = 80;

/**
 * Returns a function that says of each row, asked for in page order, what it adds to a comment, and a way to pass over
 * what is not seen.
 */
export function signReader(tree: HtmlTree): (node: number) => number {
  let authorEnd = 0;
  let dateEnd = 0;
  let ignoredEnd = 0;
  let linkEnd = 0;
  return (node) => {
    if (node < ignoredEnd) return 0;
    const name = tree.names[node]!;
    if (name === "") {
      const text = textOf(tree, node).trim();
      const signs = textSigns(text, node < authorEnd, node < dateEnd);
      // Words that are all a link are the title of another article.
      return node < linkEnd && !/^https?:/i.test(text) ? signs & ~WORDS : signs;
    }
    if (UNSEEN.has(name)) {
      ignoredEnd = tree.ends[node]!;
      return 0;
    }
    const sense = senseOf(tree, node);
    if (name === "a" && /^(?!#)./.test(tree.attributes.get(node, "href") ?? ""))
      linkEnd = Math.max(linkEnd, tree.ends[node]!);
    if (sense.hidden) ignoredEnd = tree.ends[node]!;
    else if (name === "time") {
      dateEnd = Math.max(dateEnd, tree.ends[node]!);
      return tree.attributes.get(node, "datetime") === undefined ? 0 : DATE;
    } else if (sense.author > 0 || name === "cite") authorEnd = Math.max(authorEnd, tree.ends[node]!);
    return 0;
  };
}

function textSigns(text: string, inAuthor: boolean, inDate: boolean): number {
  if (text === "" || isActionText(text) || isPendingText(text)) return 0;
  const date = text.length <= 200 ? (findDate(text) ?? findVagueDate(text)) : null;
  if (inDate) return date === null ? 0 : DATE;
  if (date !== null && text.length <= LINE) {
    const rest = `${text.slice(0, date.start)} ${text.slice(date.end)}`;
    if (inAuthor) return DATE | AUTHOR;
    if (isBetween(rest)) return DATE;
    return DATE | (rest.length > 40 || /[。！？!?]/.test(rest) ? WORDS : AUTHOR);
  }
  if (isBetween(text) || isBadgeText(text)) return 0;
  if (inAuthor || namesSomebody(text)) return AUTHOR;
  return WORDS;
}
