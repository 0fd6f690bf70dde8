import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";

/** A doc comment of the sources that begins with a verb that is none of the right ones. */
export interface Verbal {
  /** Folder of the file, two levels at most: `annotate/dates`. */
  readonly folder: string;
  /** File and line of the comment, and its verb: `text/tsv.ts:6 Reads`. */
  readonly at: string;
}

/** Verbs that a doc comment may begin with: the first two for values, the others for effects. */
const RIGHT = new Set(
  `Returns Throws
   Adds Closes Draws Fills Fits Frames Highlights Moves Prints Removes Replaces Runs Sets Shows Wraps Writes`.split(
    /\s+/,
  ),
);

/** Words that are verbs whatever follows them. */
const VERBS = new Set(
  `Applies Asks Begins Brings Builds Carries Collects Compares Compiles Computes Concedes Contains Cuts Decodes
   Describes Does Encodes Ensures Escapes Expands Finds Flattens Folds Freezes Gathers Gets Gives Goes Grants Has Holds Is Joins
   Keeps Knows Lays Leaves Loads Looks Makes Measures Multiplies Packs Parses Passes Picks Puts Reads Remembers Resolves
   Settles Solves Speaks Splits Stands Sums Takes Tells Turns Undoes Updates Walks Weighs Works`.split(/\s+/),
);

/** Words that are no verbs, whatever follows them: "Pages print all dates alike". */
const NOUNS = new Set(
  `Always As Brackets Columns Comments Elements Features Its Keys Letters Numbers Others Pages Paragraphs Perhaps
   Persons Phrases Pipes Pixels Posts Predicates Seconds Texts This Votes Words`.split(/\s+/),
);

/** What follows a noun rather than a verb: "Names that a heart has", but "Names the columns". */
const AFTER_NOUN =
  /^(?:about|after|and|are|around|as|at|before|behind|beside|between|beyond|by|for|from|in|inside|like|may|near|of|on|or|over|per|plus|such|that|to|under|which|who|whose|where|with|without)\b/;

/** Returns the doc comments of a folder's files that begin with another verb. */
export function verbalFolder(folder: string): Verbal[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts"))
    .sort()
    .flatMap((file) => verbalText(file, readFileSync(join(folder, file), "utf8")));
}

/** Returns the doc comments of a text that begin with another verb. */
export function verbalText(file: string, text: string): Verbal[] {
  const found: Verbal[] = [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const folder = dirname(file).split("/").slice(0, 2).join("/");
  const visit = (node: ts.Node): void => {
    const comment = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1);
    const verb = comment?.parent === node ? wrongVerb(ts.getTextOfJSDocComment(comment.comment) ?? "") : null;
    if (comment !== undefined && verb !== null)
      found.push({ folder, at: `${file}:${source.getLineAndCharacterOfPosition(comment.pos).line + 1} ${verb}` });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function wrongVerb(comment: string): string | null {
  const [, word = "", rest = ""] = /^\s*([A-Z](?:[a-z]*[a-rt-z])?s)\b,?\s*(.*)/s.exec(comment) ?? [];
  if (word === "" || RIGHT.has(word) || NOUNS.has(word)) return null;
  return VERBS.has(word) || (/^[\w`'‘“「>{]/.test(rest) && !AFTER_NOUN.test(rest)) ? word : null;
}
