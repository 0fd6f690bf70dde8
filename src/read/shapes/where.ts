import { isObject, type JsonObject, objectsOf, textOrNull } from "../json.ts";

/** Where a value lies in an object: names joined by dots. Of several places the first counts that has a value. */
export type Where = string | readonly string[];

/** Returns what lies there; undefined where nothing does, or nothing but an empty text. */
export function valueAt(object: JsonObject, where: Where): unknown {
  for (const place of typeof where === "string" ? [where] : where) {
    let value: unknown = object;
    for (const name of place.split(".")) {
      value = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    }
    if (value !== undefined && value !== null && !(typeof value === "string" && value.trim() === "")) return value;
  }
  return undefined;
}

/** Returns the text or number that lies there as a text; null for anything else. */
export function textAt(object: JsonObject, where: Where | undefined): string | null {
  return where === undefined ? null : textOrNull(valueAt(object, where));
}

/** Returns the objects of the array that lies there; none where there is no array. */
export function objectsAt(object: JsonObject, where: Where): JsonObject[] {
  return objectsOf(valueAt(object, where));
}
