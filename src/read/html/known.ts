/** What of a page is known before its body is looked for. */
export interface Known {
  /** Row of the title's element; -1 for none. */
  readonly title: number;
  /** The title's words. */
  readonly words: string;
  /** The text that the page declares as the article's; null for none. */
  readonly declared: string | null;
  /** Whether a row belongs to the comments that a format reads by itself. */
  inThread(node: number): boolean;
  /** Whether an element is by its theme's names the body. */
  isNamed(node: number): boolean;
  /** Whether a line is a date alone, in the words of the page's language. */
  isDate(line: string): boolean;
  /** Whether an element is read for itself: date, byline, category. */
  isApart(node: number): boolean;
}
