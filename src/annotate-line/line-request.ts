import { checkPropositions } from "../annotate/sides/check-propositions.ts";
import { YoronError } from "../model/error.ts";
import { parseExact } from "../read/json.ts";
import { isIsoDate } from "../text/iso-date.ts";

/** What a line of the protocol asks, checked. */
export interface LineRequest {
  readonly text: string;
  readonly published: string | null;
  readonly targets: readonly string[];
  readonly propositions: readonly string[];
  /** The discussion that the text stands in, and what it is called there: null where the line does not say. */
  readonly discussion: string | null;
  readonly unit: string | null;
}

/** What holds for each line that does not say otherwise. */
export interface LineDefaults {
  /** Toward which sides are told. */
  readonly propositions?: readonly string[];
  /** Tables of which the rows are told, beside the layers. */
  readonly tables?: readonly string[];
}

/** Returns the object that a line holds; throws `malformed` where it holds none. */
export function parseLine(line: string): Readonly<Record<string, unknown>> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new YoronError({
      code: "malformed",
      what: "not a line of JSON:",
      value: line,
      next: "give one JSON object a line",
      cause,
    });
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new YoronError({ code: "malformed", what: "not a JSON object:", value, next: `give {"id": …, "text": "…"}` });
  }
  return value as Record<string, unknown>;
}

/** Returns the id as it was given; a whole number that a double cannot hold is a BigInt. */
export function exactId(id: unknown, line: string): unknown {
  if (typeof id !== "number" || Number.isSafeInteger(id)) return id ?? null;
  const { id: digits } = parseExact(line) as { readonly id: unknown };
  return typeof digits === "string" ? BigInt(digits) : id;
}

/** Returns what an object asks; throws `bad-value` where it asks nothing that can be done. */
export function requestOf(
  { text, published, targets, propositions, discussion, unit }: Readonly<Record<string, unknown>>,
  defaults: LineDefaults,
): LineRequest {
  if (typeof text !== "string")
    throw new YoronError({ code: "bad-value", what: `"text" must be a string, not`, value: text ?? null });
  if (published != null && (typeof published !== "string" || !isIsoDate(published))) {
    throw new YoronError({
      code: "bad-value",
      what: `"published" must be a date like "2022-09-15", not`,
      value: published,
    });
  }
  if (
    targets != null &&
    !(Array.isArray(targets) && targets.every((target) => typeof target === "string" && target !== ""))
  ) {
    throw new YoronError({ code: "bad-value", what: `"targets" must be a list of phrases, not`, value: targets });
  }
  for (const [key, name] of Object.entries({ discussion, unit })) {
    if (name != null && typeof name !== "string")
      throw new YoronError({ code: "bad-value", what: `"${key}" must be a string, not`, value: name });
  }
  return {
    text,
    published: (published as string | undefined) ?? null,
    targets: (targets as string[] | undefined) ?? [],
    propositions: checkPropositions(propositions ?? defaults.propositions ?? []),
    discussion: (discussion as string | undefined) ?? null,
    unit: (unit as string | undefined) ?? null,
  };
}
