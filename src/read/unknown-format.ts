import { YoronError } from "../model/error.ts";
import type { Decoded, Format } from "./format.ts";
import { hasManyTags, looksHtml, looksJson } from "./sniff.ts";

/** What a source may look like, and by which words of theirs the formats that read such a thing are known. */
interface Look {
  readonly name: string;
  readonly fits: (text: string) => boolean;
  readonly words: RegExp;
}

const BEGINNING = 2000;
const MOST_NAMED = 6;

/** The first that fits is meant; the last fits all. */
const LOOKS: readonly Look[] = [
  { name: "JSON", fits: looksJson, words: /JSON/ },
  {
    name: "XML",
    fits: (text) => looksHtml(text) && (/^\s*<\?xml/i.test(text) ? !/<html[\s>]/i.test(text) : !hasHtmlNames(text)),
    words: /XML|RSS|Atom/,
  },
  { name: "HTML", fits: (text) => looksHtml(text) || hasManyTags(text), words: /HTML/ },
  { name: "e-mail", fits: (text) => /^[A-Z][\w-]{1,40}: [^\n]*\r?\n[A-Z][\w-]{1,40}: /.test(text), words: /mail/i },
  { name: "a table", fits: hasCells, words: /column|row/ },
  { name: "plain text", fits: () => true, words: /text|line/ },
];

/** The error for a source that no format takes for its own: what it looks like, and the formats for such a thing. */
export function unknownFormat({ path, text }: Decoded, known: readonly Format[]): YoronError {
  const beginning = text.slice(0, BEGINNING);
  const { name, words } = LOOKS.find(({ fits }) => fits(beginning))!;
  const fitting = known.filter(({ description, needs }) => words.test(description) || words.test(needs));
  // What reads any such thing fits sooner than what reads one program's.
  const likely = [...fitting.filter(isGeneral), ...fitting.filter((format) => !isGeneral(format))];
  const shown = likely.slice(0, MOST_NAMED).map((format) => `${format.name} (${format.needs})`);
  const more = likely.length > MOST_NAMED ? `, and ${likely.length - MOST_NAMED} more` : "";
  return new YoronError({
    code: "unknown-format",
    what: `${path ?? "the input"} looks like ${name}, but is of no format that is known; it begins with`,
    value: beginning.trim().slice(0, 40),
    next:
      shown.length === 0
        ? "no known format reads such a thing; save or export it as HTML, CSV or JSON"
        : `formats that read such a thing: ${shown.join("; ")}${more}`,
  });
}

function isGeneral({ description }: Format): boolean {
  return /^any /.test(description);
}

function hasHtmlNames(text: string): boolean {
  return /<(?:!doctype html|html|head|body|div|p|span|article|section|meta|title|ul|table)[\s>]/i.test(text);
}

/** Whether the first lines have the same number of tabs, or of commas, and some at all. */
function hasCells(text: string): boolean {
  const lines = text.split(/\r?\n/, 4).filter((line) => line !== "");
  return ["\t", ",", ";"].some((separator) => {
    const [first = 0, ...rest] = lines.map((line) => line.split(separator).length - 1);
    return first > 0 && rest.length > 0 && rest.every((cells) => cells === first);
  });
}
