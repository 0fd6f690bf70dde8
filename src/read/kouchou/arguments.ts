import type { Note } from "../../model/discussion.ts";
import { parseCount } from "../count.ts";
import { readDate } from "../dates.ts";
import type { CommentDraft } from "../discussion.ts";
import { isObject, type JsonObject, objectsOf, textOrNull } from "../json.ts";
import { isPersonField } from "../objects/person.ts";
import { isPersonal } from "../rows.ts";

/** An opinion that a machine took from a comment. */
export interface Argument {
  readonly id: string | null;
  readonly text: string;
  readonly comment: string | null;
  /** Labels of the groups it was put into, by what their level is called. */
  readonly groups: ReadonlyMap<string, string>;
  /** What the input said of the comment beside its words, by its own names; personal data left out. */
  readonly facts: ReadonlyMap<string, string>;
}

/** Returns the arguments of a result, of the layout with levels or of the flat one. */
export function argumentsOf(result: JsonObject): Argument[] {
  const clusters = objectsOf(result.clusters);
  const properties = propertiesOf(result);
  const levels = new Map(clusters.map((cluster) => [textOrNull(cluster.id) ?? "", cluster]));
  const listed = objectsOf(result.arguments).map((one) => {
    const groups = new Map<string, string>();
    for (const id of Array.isArray(one.cluster_ids) ? one.cluster_ids : []) {
      const cluster = levels.get(textOrNull(id) ?? "");
      const label = textOrNull(cluster?.label);
      // Level 0 is the root that holds all.
      if (cluster !== undefined && label !== null && cluster.level !== 0)
        groups.set(`cluster level ${textOrNull(cluster.level) ?? "?"}`, label);
    }
    return argumentOf(one, groups, properties);
  });
  const nested = clusters.flatMap((cluster) => {
    const label = textOrNull(cluster.cluster) ?? textOrNull(cluster.label);
    const groups = new Map(label === null ? [] : [["cluster", label] as const]);
    return objectsOf(cluster.arguments).map((one) => argumentOf(one, groups, properties));
  });
  return [...listed, ...nested].filter(({ text }) => text !== "");
}

/** What the input said of each argument's comment, as newer results have it: by property, then by argument. */
function propertiesOf({ propertyMap }: JsonObject): Map<string, [string, unknown][]> {
  const properties = new Map<string, [string, unknown][]>();
  for (const [name, values] of Object.entries(isObject(propertyMap) ? propertyMap : {})) {
    for (const [id, value] of Object.entries(isObject(values) ? values : {})) {
      const own = properties.get(id);
      if (own === undefined) properties.set(id, [[name, value]]);
      else own.push([name, value]);
    }
  }
  return properties;
}

function argumentOf(
  one: JsonObject,
  groups: ReadonlyMap<string, string>,
  properties: ReadonlyMap<string, readonly [string, unknown][]>,
): Argument {
  const id = textOrNull(one.arg_id);
  const facts = new Map<string, string>();
  const given = Object.entries(isObject(one.attributes) ? one.attributes : {});
  for (const [name, value] of [...given, ...(properties.get(id ?? "") ?? [])]) {
    const text = textOrNull(value);
    const plain = name.replace(/^attributes?[-_.]/, "");
    if (text !== null && plain !== "__proto__" && !isPersonal(plain) && !isPersonField(plain)) facts.set(plain, text);
  }
  return {
    id,
    text: textOrNull(one.argument)?.trim() ?? "",
    // `A12_0` is the first opinion taken from comment 12; newer results name the comment themselves.
    comment: textOrNull(one.comment_id) ?? /^A(.+)_\d+$/.exec(id ?? "")?.[1] ?? null,
    groups,
    facts,
  };
}

/** Names by which plug-ins of the input give what a comment has a field for. */
const FIELDS: ReadonlySet<string> = new Set(["author", "published_at", "like_count"]);

/** Returns a comment with the labels of all groups that its opinions are in, and with what the input said of it. */
export function draftOf(sourceId: string | null, text: string, found: readonly Argument[]): CommentDraft {
  const notes: Note[] = [];
  const labels = new Map<string, Set<string>>();
  for (const { groups } of found) {
    for (const [level, label] of groups) labels.set(level, (labels.get(level) ?? new Set()).add(label));
  }
  const facts = found[0]?.facts ?? new Map<string, string>();
  const likes = facts.get("like_count");
  return {
    sourceId,
    author: facts.get("author") ?? null,
    posted: readDate(facts.get("published_at"), notes),
    reactions: { up: likes === undefined ? null : parseCount(likes) },
    attributes: {
      ...Object.fromEntries([...facts].filter(([name]) => !FIELDS.has(name))),
      ...Object.fromEntries([...labels].map(([level, own]) => [level, [...own].join(" / ")])),
    },
    text: text.replace(/\r\n?/g, "\n").trim(),
    notes,
  };
}
