/** Where parse5 differs from the standard of today: tags inside a select. */
const RAW = /<(style|xmp|iframe|noembed|noframes|title|textarea|plaintext)/g;

/** A part of a page. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Returns where raw text is that a tag in a select opens. Since 2025 the standard reads tags inside a select as anywhere; parse5 ignores
 * them still, and takes raw text for shown, or for comments.
 */
export function rawInSelects(source: string, selects: readonly Stretch[]): Stretch[] {
  const small = source.toLowerCase();
  return selects.flatMap(({ from, to }) =>
    [...small.slice(from, to).matchAll(RAW)].map(({ index, 1: name }) => {
      const end = small.indexOf(`</${name}`, from + index);
      return { from: from + index, to: end < 0 ? source.length : end };
    }),
  );
}
