/** The header of a message or a part: names in small letters, the first of equals. */
export type Headers = ReadonlyMap<string, string>;

/** A header value such as `text/html; charset="utf-8"`. */
export interface Parameterised {
  readonly value: string;
  readonly parameters: ReadonlyMap<string, string>;
}

/** A header and where what it heads begins. */
export interface Head {
  readonly headers: Headers;
  readonly body: number;
}

const LONGEST_HEAD = 65_536;
const FIELD = /^([!-9;-~]{1,100}):[ \t]*(.*)$/;

/** Returns the header that begins at a place; null where the lines there are none. */
export function readHead(bytes: Uint8Array, start: number, end: number): Head | null {
  const text = Buffer.from(bytes.subarray(start, Math.min(end, start + LONGEST_HEAD))).toString("latin1");
  const headers = new Map<string, string>();
  let last: string | null = null;
  let at = 0;
  while (at < text.length) {
    const found = text.indexOf("\n", at);
    const next = found < 0 ? text.length : found + 1;
    const line = text.slice(at, next).replace(/\r?\n$/, "");
    at = next;
    if (line === "") return { headers, body: start + at };
    const field = FIELD.exec(line);
    if (/^[ \t]/.test(line) && last !== null) headers.set(last, `${headers.get(last)} ${line.trim()}`);
    else if (field === null) return null;
    else {
      const name = field[1]!.toLowerCase();
      last = headers.has(name) ? `${name} (again)` : name;
      headers.set(last, field[2]!.trim());
    }
  }
  return headers.size === 0 ? null : { headers, body: start + at };
}

/** Returns the parts of a header value; a value in quotation marks may hold semicolons. */
export function parseParameters(header: string): Parameterised {
  const parameters = new Map<string, string>();
  const [value = ""] = header.split(";", 1);
  for (const found of header.slice(value.length).matchAll(/;\s*([\w*.-]{1,60})\s*=\s*(?:"([^"]*)"|([^;\s"]*))/g)) {
    const name = found[1]!.toLowerCase();
    if (!parameters.has(name)) parameters.set(name, found[2] ?? found[3] ?? "");
  }
  return { value: value.trim().toLowerCase(), parameters };
}
