/** HTML that is safe to put on a page: made by {@link html} alone. */
export class Html {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  toString(): string {
    return this.#text;
  }
}

type Part = Html | string | number | null | undefined | false | readonly Part[];

/**
 * Returns the HTML of a template; every value that is not {@link Html} itself is escaped, so that text is only ever
 * text.
 *
 * @example
 * String(html`<p title="${'"'}">${"<b>"}</p>`); // <p title="&#34;">&lt;b&gt;</p>
 */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = strings[0]!;
  for (const [i, part] of parts.entries()) text += show(part) + strings[i + 1]!;
  return new Html(text);
}

function show(part: Part): string {
  if (part instanceof Html) return part.toString();
  if (Array.isArray(part)) return part.map(show).join("");
  return part === null || part === undefined || part === false ? "" : escapeHtml(String(part));
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&#34;",
  "'": "&#39;",
  // A carriage return would be read back as a line feed, and offsets would no longer count the same units.
  "\r": "&#13;",
  // NUL and lone surrogates cannot stand in HTML; one unit for one unit keeps offsets.
  "\0": "\ufffd",
};

/** Returns text, escaped for element content and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"'\r\0]/g, (character) => ESCAPES[character]!).replace(/\p{Surrogate}/gu, "\ufffd");
}

/** Returns a value as JSON that can stand inside a script element: no `<`, no line separators. */
export function scriptJson(value: unknown): Html {
  return new Html(
    JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
}
