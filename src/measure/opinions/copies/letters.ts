const NO_LETTERS = /[^\p{L}\p{N}\p{M}ー]+/gu;

/**
 * Returns what of a text is compared when copies are sought: its letters and digits in one form (NFKC, small), without
 * spaces, punctuation, marks and pictures.
 *
 * @example
 * lettersOf("【拡散】ＮＯと言おう！"); // "拡散noと言おう"
 */
export function lettersOf(text: string): string {
  return text.normalize("NFKC").toLowerCase().replace(NO_LETTERS, "");
}
