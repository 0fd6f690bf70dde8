import type { Note, TraceRow } from "../../model/discussion.ts";
import { makeDiscussion } from "../discussion.ts";
import { notAnArticle } from "../errors.ts";
import type { Format } from "../format.ts";
import { readRenderedArticle } from "../rendering/article.ts";
import { readCommentSection } from "../rendering/comments.ts";
import { furnitureRows, gatherFurniture } from "../rendering/furniture.ts";
import { headerAt } from "../rendering/headers.ts";
import { type Line, nextFilled, splitLines } from "../rendering/lines.ts";
import { findPlainThread, perhapsList, unreadComments } from "../rendering/plain-thread.ts";
import { looksMarkedUp } from "../sniff.ts";

const NAME = "page-text";
const COMMENTS =
  /^(?:みんなの|読者の)?(?:コメント(?:一覧|欄)?|Comments?|この記事へのコメント)\s*[:：]?\s*[(（[]?\s*\d*\s*件?\s*[)）\]]?$|^\d+\s*件のコメント$/i;

/**
 * The format of a page that an HTML-to-text renderer flattened: comments are bullets with a name and a date, indented
 * by depth.
 */
export const pageText: Format = {
  name: NAME,
  description: "a page flattened to text, comments as bullets of name and date, indented by depth",
  needs: "a title and paragraphs; comments under a line コメント, or bullets of name and date",
  detect: ({ text }) => {
    if (looksMarkedUp(text) || /^.*<>.*<>.*<>/.test(text.slice(0, 1000))) return 0;
    return /^ *[•・] .*\d{4}\s*[年/.-]/m.test(text) ? 0.8 : 0.1;
  },
  *read(decoded) {
    const lines = splitLines(decoded.text);
    const section = findSection(lines);
    const plain = section === null ? findPlainThread(lines, decoded.options.saved) : null;
    const limit = section?.heading ?? plain?.from ?? lines.length;
    const article = readRenderedArticle(lines, limit);
    if (article === null && plain === null) throw notAnArticle(decoded, NAME);
    if (article?.text === "" && section === null && plain === null) throw notAnArticle(decoded, NAME);
    const thread = section === null ? plain : readCommentSection(lines, section.first, decoded.options.trace === true);
    const comments = thread?.comments ?? [];
    const notes = [
      ...(plain === null || plain.comments.some(({ parent }) => (parent ?? null) !== null) ? [] : [FLAT]),
      ...unreadComments(lines, comments.length),
      ...(comments.length === 0 ? perhapsList(lines) : []),
    ];
    const before = [...(article?.trace ?? []), ...furnitureRows(lines, article?.end ?? 0, limit, "other")];
    before.sort((a, b) => a.start - b.start);
    const heading = headingRows(lines, section);
    const after = thread === null ? [] : furnitureRows(lines, thread.end, lines.length, "latest");
    const furniture = [before, heading, plain?.trace ?? [], after].flatMap((rows) =>
      gatherFurniture(rows, decoded.text),
    );
    const trace = [before, heading, thread?.trace ?? [], after].flat();
    const read = article ?? { title: "", text: "" };
    yield makeDiscussion(decoded, NAME, { article: { ...read, notes }, comments, furniture, trace });
  },
};

/** A copy of a page has no indents, by which a rendering shows who answers whom. */
const FLAT: Note = { code: "no-nesting", message: "the text does not show which comment answers which" };

/** The line over the comments, where there is one. */
function headingRows(lines: readonly Line[], section: Section | null): TraceRow[] {
  if (section === null || section.heading === section.first) return [];
  const { start, end } = lines[section.heading]!;
  return [{ start, end, place: "furniture", reason: "comments-heading" }];
}

/** Where the comments are: the line over them and the first of theirs, which are the same where there is no heading. */
interface Section {
  readonly heading: number;
  readonly first: number;
}

/** Returns where the comments are: under a heading that says so, else at the first header. */
function findSection(lines: readonly Line[]): Section | null {
  let bare: number | null = null;
  for (let at = 0; at < lines.length; at++) {
    const { indent, text } = lines[at]!;
    if (text === "") continue;
    if (indent <= 2 && COMMENTS.test(text)) {
      const first = nextFilled(lines, at + 1);
      const line = lines[first];
      if (line !== undefined && line.indent >= 2 && (headerAt(lines, first) !== null || line.indent >= 4)) {
        return { heading: at, first };
      }
    } else if (bare === null && indent >= 2 && headerAt(lines, at) !== null && bodyUnder(lines, at)) bare = at;
  }
  return bare === null ? null : { heading: bare, first: bare };
}

function bodyUnder(lines: readonly Line[], at: number): boolean {
  const header = headerAt(lines, at)!;
  const body = nextFilled(lines, header.dateLine + 1);
  return lines[body]?.indent === lines[at]!.indent;
}
