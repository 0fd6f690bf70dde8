import { attribute, type HtmlTree, textOf } from "./tree.ts";

export type JsonObject = { readonly [key: string]: unknown };

/** Returns the objects of all JSON-LD scripts of a page, those of `@graph` too; broken scripts are passed over. */
export function jsonLdObjects(tree: HtmlTree): JsonObject[] {
  const found: JsonObject[] = [];
  for (let node = 0; node < tree.length; node++) {
    if (tree.names[node] !== "script" || !/^application\/ld\+json/i.test(attribute(tree, node, "type")?.trim() ?? ""))
      continue;
    const parts: string[] = [];
    for (let at = node + 1; at < tree.ends[node]!; at++) if (tree.names[at] === "") parts.push(textOf(tree, at));
    try {
      collect(JSON.parse(parts.join("")), found);
    } catch {
      // A page with a broken script is still a page; its visible text is read.
    }
  }
  return found;
}

/** Gathers objects from arrays and `@graph`s. */
export function collect(value: unknown, found: JsonObject[]): void {
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (Array.isArray(next)) {
      for (let i = next.length - 1; i >= 0; i--) waiting.push(next[i]);
    } else if (isObject(next)) {
      found.push(next);
      if (Array.isArray(next["@graph"])) waiting.push(next["@graph"]);
    }
  }
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const ARTICLE = /(?:^|\/)(?:[A-Za-z]*Article|BlogPosting|Report|SocialMediaPosting|DiscussionForumPosting|QAPage)$/;

/** Returns the article among JSON-LD objects. */
export function articleObject(objects: readonly JsonObject[]): JsonObject | null {
  return objects.find((object) => hasType(object, ARTICLE)) ?? null;
}

export function hasType(object: JsonObject, pattern: RegExp): boolean {
  const type = object["@type"];
  return Array.isArray(type)
    ? type.some((name) => pattern.test(String(name)))
    : typeof type === "string" && pattern.test(type);
}

/** Returns a string value, the first of several, the `name` or `@id` of an object; null where there is none. */
export function stringOf(value: unknown): string | null {
  const one = Array.isArray(value) ? value[0] : value;
  if (typeof one === "string") return one.trim() === "" ? null : one.trim();
  if (typeof one === "number") return String(one);
  if (!isObject(one)) return null;
  return stringOf(typeof one.name === "string" ? one.name : typeof one["@id"] === "string" ? one["@id"] : null);
}

/**
 * Returns the names of the people or organizations that a value stands for, several joined; null where there is none.
 * A bare reference (`{"@id": …}`) is looked up among all objects of the page; an address is no name.
 */
export function namesOf(value: unknown, objects: readonly JsonObject[]): string | null {
  const names: string[] = [];
  for (const one of Array.isArray(value) ? value : [value]) {
    const name = nameOf(one) ?? (isObject(one) ? nameOf(referred(one, objects)) : null);
    if (name !== null && !names.includes(name)) names.push(name);
  }
  return names.length === 0
    ? null
    : names.join(names.some((name) => /[^\p{Script=Latin}\p{P}\s\d]/u.test(name)) ? "、" : ", ");
}

function nameOf(value: unknown): string | null {
  const name = typeof value === "string" ? value : isObject(value) && typeof value.name === "string" ? value.name : "";
  return name.trim() === "" || /^(?:[a-z]+:)?\/\/|^#/i.test(name.trim()) ? null : name.trim();
}

function referred(value: JsonObject, objects: readonly JsonObject[]): JsonObject | undefined {
  const id = value["@id"];
  return typeof id === "string" ? objects.find((object) => object["@id"] === id && nameOf(object) !== null) : undefined;
}
