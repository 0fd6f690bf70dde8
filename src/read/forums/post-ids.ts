import { type HtmlTree, hasClass } from "../html/tree.ts";

/** Returns the number in an element's id or attribute where it has the form that a post's has; null for any other element. */
export function idOf(tree: HtmlTree, node: number, form: RegExp, attribute = "id"): string | null {
  return form.exec(tree.attributes.get(node, attribute) ?? "")?.[1] ?? null;
}

/** Returns the same where the element has one of the classes that posts have. */
export function idOfClass(tree: HtmlTree, node: number, form: RegExp, ...classes: readonly string[]): string | null {
  const id = idOf(tree, node, form);
  return id !== null && classes.some((one) => hasClass(tree, node, one)) ? id : null;
}
