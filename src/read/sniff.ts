/** Whether a text begins like JSON: a title in square brackets does not. */
export function looksJson(text: string): boolean {
  return /^\s*\(?\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:[{["\]]|$))/.test(text.slice(0, 1000));
}

/** Whether a text begins like HTML or XML: a title in angle brackets does not. */
export function looksHtml(text: string): boolean {
  const head = text.slice(0, 1000);
  // What is cut or broken after "<!" is still no title, nor is a bracket before <html> or what stands in it.
  return (
    /^\s*<(?:[a-z][\w:-]*(?:[\s/><]|$)|![-a-z[]|\?xml)/i.test(head) ||
    /^\s*<[\s\S]*<(?:html|head|body)[\s>]/i.test(head)
  );
}

/** Whether a text begins like any markup or data, and so is no rendering of a page. */
export function looksMarkedUp(text: string): boolean {
  return looksJson(text) || looksHtml(text);
}

const WINDOW = 200_000;

/** Whether a text that does not begin like HTML is a page that lost its beginning: end tags on many lines. */
export function hasManyTags(text: string): boolean {
  const head = text.slice(0, WINDOW);
  const tags = head.match(/<\/[a-z][\w-]{0,20}>/gi)?.length ?? 0;
  return tags >= 3 && tags * 5 >= head.split("\n").length;
}
