import { malformed } from "../errors.ts";
import type { Decoded, Sample } from "../format.ts";
import { type JsonObject, objectsOf, parseExact } from "../json.ts";

const ASSIGNED = /^\s*window\.YTD\.[\w.]{1,60}\s*=\s*(?=\[)/;

/** Whether a source is a file of the archive that X gives to its users: an array that a script assigns. */
export function isArchive({ text }: Pick<Sample, "text">): boolean {
  return (
    /^\s*window\.YTD\.(?:tweets?|note_tweet|community_tweet)\b/.test(text.slice(0, 200)) &&
    ASSIGNED.test(text.slice(0, 400))
  );
}

/** Returns the objects of an archive's file, whose scripts may stand one after the other; throws `malformed`. */
export function archiveRecords(decoded: Decoded): JsonObject[] {
  const { text } = decoded;
  const start = ASSIGNED.exec(text.slice(0, 400))?.[0].length ?? 0;
  try {
    return objectsOf(parseExact(text.slice(start).trim().replace(/;$/, "")));
  } catch (cause) {
    throw malformed(decoded, `is not a whole file of an archive: ${(cause as Error).message}`, text.slice(-30));
  }
}
