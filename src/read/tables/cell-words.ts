import { isObject } from "../json.ts";

/** Returns the words of a cell; Google Takeout writes them as JSON, a piece an object: `{"text":"…"},{"text":"…"}`. */
export function wordsOf(cell: string): string {
  const trimmed = cell.trim();
  if (!trimmed.startsWith("{") || !trimmed.endsWith("}") || !/^\{\s*"/.test(trimmed)) return cell;
  try {
    const pieces: unknown = JSON.parse(`[${trimmed}]`);
    if (!Array.isArray(pieces) || !pieces.every((piece) => isObject(piece) && typeof piece.text === "string"))
      return cell;
    return (pieces as { readonly text: string }[]).map(({ text }) => text).join("");
  } catch {
    // Words in braces that are no JSON.
    return cell;
  }
}
