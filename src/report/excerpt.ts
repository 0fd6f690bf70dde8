const SENTENCE_END = /[。！？!?．]["”’」』）)]*|\n/gu;

/**
 * Returns the beginning of a text, as it is written: whole sentences where some fit into `most` characters, else so many
 * characters and an ellipsis.
 *
 * @example
 * excerpt("短い。次の文も短い。三つめ。", 10); // "短い。次の文も短い。…"
 */
export function excerpt(text: string, most = 140): string {
  const trimmed = text.trim();
  const characters = [...trimmed];
  if (characters.length <= most) return trimmed;
  const start = characters.slice(0, most).join("");
  const ends = [...start.matchAll(SENTENCE_END)].map(({ index, 0: { length } }) => index + length);
  const end = ends.at(-1) ?? 0;
  return `${end < start.length / 3 ? start : start.slice(0, end).trimEnd()}…`;
}
