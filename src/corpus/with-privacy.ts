import { analyze, predictNames } from "../analyze.ts";
import type { Discussion } from "../model/discussion.ts";
import { checkOptions, YoronError } from "../model/error.ts";
import { maskPersons } from "../people/mask-persons.ts";
import { checkKey } from "../people/pseudonym.ts";
import { withPseudonyms } from "../people/with-pseudonyms.ts";
import { withoutAuthors } from "../people/without-authors.ts";
import type { Resources } from "../resources.ts";

/** How people are kept from being known. */
export interface Privacy {
  /** What becomes of the names of who commented: they stay (the default), are replaced, or go. */
  readonly authors?: "named" | "pseudonyms" | "none";
  /** Secret by which pseudonyms are made, the same on all pages; by default by the content of each. */
  readonly key?: string;
  /** Whether persons of whom texts speak become 人物A, 人物B … Default false. */
  readonly maskPersons?: boolean;
}

/** Throws `unknown-option`, and `bad-value` for options that do not go together. */
export function checkPrivacy(privacy: Privacy): void {
  checkOptions(privacy, ["authors", "key", "maskPersons"], "privacy");
  const { authors = "named", key } = privacy;
  if (!["named", "pseudonyms", "none"].includes(authors))
    throw new YoronError({ code: "bad-value", what: "authors are named, pseudonyms or none, not", value: authors });
  if (key === undefined) return;
  if (authors !== "pseudonyms")
    throw new YoronError({ code: "bad-value", what: "a key is for pseudonyms, and authors are", value: authors });
  checkKey(key);
}

/**
 * Returns a discussion with names replaced as asked for, before anything is found in it: authors first, then persons, which takes an
 * analysis of names.
 *
 * @example
 * const shared = await withPrivacy(await readFile("page.html"), { authors: "pseudonyms", maskPersons: true }, await loadResources());
 * analyze(shared, resources);
 */
export async function withPrivacy(discussion: Discussion, privacy: Privacy, resources: Resources): Promise<Discussion> {
  checkPrivacy(privacy);
  const { authors = "named", key, maskPersons: masks = false } = privacy;
  const made =
    authors === "pseudonyms"
      ? withPseudonyms(discussion, key === undefined ? {} : { key })
      : authors === "none"
        ? withoutAuthors(discussion)
        : discussion;
  if (!masks) return made;
  const names = await predictNames(made, resources);
  return maskPersons(analyze(made, resources, { layers: ["entities"], names }));
}
