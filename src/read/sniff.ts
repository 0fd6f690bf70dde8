/** Tells whether a text begins like JSON: a title in square brackets does not. */
export function looksJson(text: string): boolean {
  return /^\s*\(?\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:[{["\]]|$))/.test(text.slice(0, 1000));
}

/** Tells whether a text begins like HTML or XML: a title in angle brackets does not. */
export function looksHtml(text: string): boolean {
  return /^\s*<(?:[a-z][\w:-]*(?:[\s/>]|$)|!--|!doctype|\?xml)/i.test(text.slice(0, 1000));
}

/** Tells whether a text begins like any markup or data, and so is no rendering of a page. */
export function looksMarkedUp(text: string): boolean {
  return looksJson(text) || looksHtml(text);
}
