import type { Discussion, Furniture, Note } from "../../model/discussion.ts";
import { readDate } from "../dates.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import { notAnArticle } from "../errors.ts";
import type { Decoded, Format } from "../format.ts";
import { flattenFragment } from "../html/fragment.ts";

const NAME = "mt-export";
const FIELD = /^([A-Z][A-Z ]{1,24}): ?(.*)$/;
/** What follows a line of five dashes where it parts sections; anything else says that the dashes are the writer's. */
const SECTION = /^(?:BODY|EXTENDED BODY|EXCERPT|KEYWORDS|COMMENT|PING):\s*$/;
const ENTRY_END = "--------";
const SECTION_END = "-----";
/** Fields of a comment; mail and IP address are read past and kept nowhere. */
const COMMENT_FIELDS: ReadonlySet<string> = new Set(["AUTHOR", "EMAIL", "IP", "URL", "DATE", "TITLE", "BLOG NAME"]);

interface Section {
  readonly name: string;
  readonly lines: string[];
}

interface Entry {
  readonly fields: Map<string, string>;
  readonly sections: Section[];
  /** Lines of dashes inside a section. */
  dashes: number;
}

/**
 * The format of a Movable Type export, which はてなブログ, livedoor, FC2, Ameba, Seesaa and TypePad write too: a discussion
 * an entry.
 */
export const mtExport: Format = {
  name: NAME,
  description:
    "Movable Type export (はてなブログ, livedoor, FC2, Ameba, Seesaa …), a discussion for each published entry",
  needs: "lines AUTHOR:, TITLE:, DATE:, then -----, BODY: and so on",
  detect: ({ text }) => {
    const head = text.slice(0, 4000);
    if (!/^(?:AUTHOR|TITLE|BASENAME|STATUS|DATE): /m.test(head.slice(0, 400))) return 0;
    return /^-----\r?$/m.test(text.slice(0, 20_000)) && /^(?:BODY|COMMENT):/m.test(text.slice(0, 50_000)) ? 0.93 : 0;
  },
  *read(decoded) {
    const entries = [...readEntries(decoded.text.split(/\r\n|\n|\r/))];
    const published = entries.filter(
      ({ fields }) => (fields.get("STATUS") ?? "Publish").trim().toLowerCase() === "publish",
    );
    if (published.length === 0) throw notAnArticle(decoded, NAME);
    // What was left out is told once, with the first entry.
    for (const [index, entry] of published.entries())
      yield readEntry(decoded, entry, index === 0 ? entries.length - published.length : 0);
  },
};

function* readEntries(lines: readonly string[]): Generator<Entry, void, undefined> {
  let entry: Entry = { fields: new Map(), sections: [], dashes: 0 };
  let section: Section | null = null;
  for (const [at, line] of lines.entries()) {
    if (line === ENTRY_END) {
      yield entry;
      entry = { fields: new Map(), sections: [], dashes: 0 };
      section = null;
    } else if (line === SECTION_END && opensSection(lines, at + 1)) section = null;
    else if (section === null && SECTION.test(line)) {
      section = { name: line.slice(0, line.indexOf(":")), lines: [] };
      entry.sections.push(section);
    } else if (section !== null) {
      if (line === SECTION_END) entry.dashes++;
      section.lines.push(line);
    } else {
      const found = FIELD.exec(line);
      // Of several categories the first is the chief one.
      if (found !== null && !entry.fields.has(found[1]!)) entry.fields.set(found[1]!, found[2]!);
    }
  }
  if (entry.fields.size > 0) yield entry;
}

function opensSection(lines: readonly string[], from: number): boolean {
  let at = from;
  while (at < lines.length && lines[at] === "") at++;
  return at >= lines.length || lines[at] === ENTRY_END || SECTION.test(lines[at]!);
}

function readEntry(decoded: Decoded, { fields, sections, dashes }: Entry, left: number): Discussion {
  const notes: Note[] = [];
  const published = readDate(fields.get("DATE"), notes, { order: "mdy" });
  if (left > 0)
    notes.push({ code: "unpublished-entries", message: `${left} entries of the source are drafts, left out` });
  if (dashes > 0) {
    const message = `${dashes} lines of five dashes are read as its words; they may part sections`;
    notes.push({ code: "odd-separators", message });
  }
  const bodies = sections.filter(({ name }) => name === "BODY" || name === "EXTENDED BODY");
  const { text, links } = joined(bodies.map(({ lines }) => flattenFragment(lines.join("\n"))));
  const pings = sections.filter(({ name }) => name === "PING");
  return makeDiscussion(decoded, NAME, {
    article: {
      title: flattenFragment(fields.get("TITLE") ?? "").text,
      category: fields.get("PRIMARY CATEGORY") || fields.get("CATEGORY") || null,
      author: fields.get("AUTHOR") ?? null,
      published,
      text,
      links,
      notes,
    },
    comments: sections.filter(({ name }) => name === "COMMENT").map(readComment),
    furniture: pings.map(({ lines }): Furniture => ({ kind: "trackbacks", text: wordsOf(lines).words })),
  });
}

function joined(
  parts: readonly ReturnType<typeof flattenFragment>[],
): Pick<ReturnType<typeof flattenFragment>, "text" | "links"> {
  let text = "";
  const links = [];
  for (const part of parts.filter((one) => one.text !== "")) {
    const start = text === "" ? 0 : text.length + 2;
    text = text === "" ? part.text : `${text}\n\n${part.text}`;
    links.push(...part.links.map((link) => ({ ...link, start: link.start + start, end: link.end + start })));
  }
  return { text, links };
}

function wordsOf(lines: readonly string[]): { fields: Map<string, string>; words: string } {
  const fields = new Map<string, string>();
  let at = 0;
  for (; at < lines.length; at++) {
    const found = FIELD.exec(lines[at]!);
    // A field that stood there already is the writer's own line.
    if (found === null || !COMMENT_FIELDS.has(found[1]!) || fields.has(found[1]!)) break;
    fields.set(found[1]!, found[2]!);
  }
  return { fields, words: lines.slice(at).join("\n").trim() };
}

function readComment({ lines }: Section): CommentDraft {
  const { fields, words } = wordsOf(lines);
  const notes: Note[] = [];
  const posted = readDate(fields.get("DATE"), notes, { order: "mdy" });
  const { text, links } = flattenFragment(words);
  return { author: fields.get("AUTHOR")?.trim() || null, posted, reactions: { up: null }, text, links, notes };
}
