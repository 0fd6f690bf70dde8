import type { Furniture, Note } from "../../model/discussion.ts";
import { type CommentDraft, makeDiscussion } from "../discussion.ts";
import type { Format } from "../format.ts";
import { isObject, type JsonObject, objectsOf, textOrNull } from "../json.ts";
import { peekRecords, recordsOf } from "../json-records.ts";
import { type Argument, argumentsOf, draftOf } from "../kouchou/arguments.ts";
import { titleFromPath } from "../separated.ts";

const NAME = "kouchou-result";

/**
 * The format of the result of 広聴AI (`hierarchical_result.json`) or Talk to the City (`result.json`): what people wrote.
 */
export const kouchouResult: Format = {
  name: NAME,
  description:
    "result JSON of 広聴AI or Talk to the City: comments, else the machine's extracts of them, with their groups",
  needs: "a JSON object with clusters[] and arguments[], or clusters[] that have arguments[]",
  detect: (sample) => (peekRecords(sample).some(isResult) ? 0.95 : 0),
  *read(decoded) {
    for (const result of recordsOf(decoded).filter(isResult)) {
      const found = argumentsOf(result);
      const notes: Note[] = [{ code: "no-article-text", message: "the source holds comments only" }];
      const verbatim = commentsOf(result, found);
      const rest = verbatim.length === 0 ? found : found.filter(({ comment }) => !hasComment(result, comment));
      if (rest.length > 0)
        notes.push({
          code: "machine-made",
          message: `${rest.length} comments are extracts that a machine made of comments the source does not hold`,
        });
      const config = isObject(result.config) ? result.config : {};
      const question = textOrNull(config.question);
      const name = textOrNull(config.name);
      const article = { title: question ?? name ?? titleFromPath(decoded.path), text: "", notes };
      const comments = [...verbatim, ...rest.map(extractOf)];
      yield makeDiscussion(decoded, NAME, {
        article,
        comments,
        furniture: machineMade(result, question === null ? null : name),
      });
    }
  },
};

function isResult(result: JsonObject): boolean {
  const clusters = objectsOf(result.clusters);
  if (clusters.length === 0) return false;
  if (objectsOf(result.arguments).some((one) => "argument" in one && "arg_id" in one)) return true;
  return clusters.some((cluster) => objectsOf(cluster.arguments).some((one) => "argument" in one));
}

function commentIn(result: JsonObject, id: string): JsonObject | null {
  const { comments } = result;
  if (!isObject(comments) || !Object.hasOwn(comments, id)) return null;
  const comment = comments[id];
  return isObject(comment) ? comment : typeof comment === "string" ? { comment } : null;
}

function wordsOf(comment: JsonObject): string | null {
  return (
    textOrNull(comment.comment) ??
    textOrNull(comment["comment-body"]) ??
    textOrNull(comment.body) ??
    textOrNull(comment.text)
  );
}

function hasComment(result: JsonObject, id: string | null): boolean {
  const comment = id === null ? null : commentIn(result, id);
  return comment !== null && wordsOf(comment) !== null;
}

/** What people wrote, each once, with the groups of all that a machine took from it. */
function commentsOf(result: JsonObject, found: readonly Argument[]): CommentDraft[] {
  const byComment = new Map<string, Argument[]>();
  for (const argument of found) {
    if (argument.comment === null) continue;
    const own = byComment.get(argument.comment);
    if (own === undefined) byComment.set(argument.comment, [argument]);
    else own.push(argument);
  }
  const drafts: CommentDraft[] = [];
  for (const id of Object.keys(isObject(result.comments) ? result.comments : {})) {
    const comment = commentIn(result, id);
    const words = comment === null ? null : wordsOf(comment);
    if (words === null) continue;
    drafts.push(draftOf(id, words, byComment.get(id) ?? []));
  }
  return drafts;
}

/** An extract names its comment, since several may be of one: their votes and authors are the same. */
function extractOf(argument: Argument): CommentDraft {
  const draft = draftOf(argument.id, argument.text, [argument]);
  return argument.comment === null
    ? draft
    : { ...draft, attributes: { comment: argument.comment, ...draft.attributes } };
}

/** What a machine wrote of the comments, and the project's name: not anybody's voice. */
function machineMade(result: JsonObject, name: string | null): Furniture[] {
  const texts: Furniture[] = name === null ? [] : [{ kind: "title", text: name }];
  const overview = textOrNull(result.overview);
  if (overview !== null) texts.push({ kind: "summary", text: overview });
  for (const cluster of objectsOf(result.clusters)) {
    const label = textOrNull(cluster.label) ?? textOrNull(cluster.cluster) ?? "";
    const takeaway = textOrNull(cluster.takeaway) ?? textOrNull(cluster.takeaways);
    if (takeaway !== null) texts.push({ kind: "summary", text: `${label}: ${takeaway}` });
  }
  return texts;
}
