/** A quotation marked in a row of `data/training/quotations.txt`. */
export interface MarkedQuotation {
  readonly start: number;
  readonly end: number;
  readonly kind: string;
  readonly indirect: boolean;
  readonly speaker: string | null;
}

export interface MarkedRow {
  readonly text: string;
  readonly quotations: readonly MarkedQuotation[];
}

const KIND = /^(speech~?|title|term|scare)#(\d+)(?::.+)?$/;

/** Reads one row: `[[words|kind#n]]` is quotation n, `{{name|n}}` its speaker, `\n` a line break. */
export function readMarkedRow(line: string): MarkedRow {
  let text = "";
  const open: { quotation: boolean; at: number }[] = [];
  const quotations: (Omit<MarkedQuotation, "speaker"> & { number: string })[] = [];
  const speakers = new Map<string, string>();
  for (let i = 0; i < line.length; ) {
    if (line.startsWith("\\n", i)) [text, i] = [`${text}\n`, i + 2];
    else if (line.startsWith("[[", i) || line.startsWith("{{", i)) {
      open.push({ quotation: line[i] === "[", at: text.length });
      i += 2;
    } else if (line[i] === "|" && open.length > 0) {
      const { quotation, at } = open.pop()!;
      const close = line.indexOf(quotation ? "]]" : "}}", i);
      const body = line.slice(i + 1, close);
      if (quotation) {
        const [, kind, number] = KIND.exec(body) ?? [];
        if (kind === undefined || number === undefined) throw new Error(`no kind in ${line}`);
        const indirect = kind.endsWith("~");
        quotations.push({ start: at, end: text.length, kind: kind.replace("~", ""), indirect, number });
      } else for (const number of body.split(",")) speakers.set(number, text.slice(at));
      i = close + 2;
    } else text += line[i++];
  }
  if (open.length > 0) throw new Error(`unclosed mark in ${line}`);
  return {
    text,
    quotations: quotations.map(({ number, ...rest }) => ({ ...rest, speaker: speakers.get(number) ?? null })),
  };
}
