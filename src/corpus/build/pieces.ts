import type { Comment, Discussion } from "../../model/discussion.ts";

/** Comments, and characters of them, that are analysed together; of a longer thread each such piece for itself. */
export const MOST_COMMENTS = 2_000;
export const MOST_CHARACTERS = 300_000;

/** A discussion, or some comments of one that is too long to be held with all its layers. */
export interface Piece {
  /** Of the whole discussion the article, the comments of the piece and those that they answer. */
  readonly discussion: Discussion;
  /** Which piece it is, from 1, and of how many; 0 where nobody knows, as of a source that is read in slices. */
  readonly piece: number;
  readonly of: number;
  /** Comments of the whole discussion. */
  readonly comments: number;
  /** Of each comment that is in the piece by itself, how many direct replies it has in the whole; null for a whole discussion. */
  readonly replies: Readonly<Record<string, number>> | null;
}

/**
 * Returns a discussion in pieces: itself where it is no longer than one.
 *
 * A comment that answers one of an earlier piece has that one in its own piece too, for what a reply is read by; what
 * is found in it there is left out (`ownRows`). `before` is how many pieces of the same discussion there are already, where
 * more may follow.
 */
export function* piecesOf(
  discussion: Discussion,
  { before = null }: { readonly before?: number | null } = {},
): Generator<Piece, void, undefined> {
  const { comments } = discussion;
  const cuts = cutsOf(comments);
  if (cuts.length === 1 && before === null) {
    yield { discussion, piece: 1, of: 1, comments: comments.length, replies: null };
    return;
  }
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const answers = new Map<string, number>();
  for (const { replyTo } of comments) if (replyTo !== null) answers.set(replyTo, (answers.get(replyTo) ?? 0) + 1);
  for (const [index, { from, to }] of cuts.entries()) {
    const own = comments.slice(from, to);
    const ids = new Set(own.map(({ id }) => id));
    const parents = new Map<string, Comment>();
    for (const { replyTo } of own) {
      const parent = replyTo === null || ids.has(replyTo) ? undefined : byId.get(replyTo);
      // Whom the parent answers is not in the piece.
      if (parent !== undefined) parents.set(parent.id, { ...parent, replyTo: null });
    }
    const context = [...parents.values()];
    const earlier = context.filter(({ order }) => order < own[0]!.order).sort((a, b) => a.order - b.order);
    const later = context.filter(({ order }) => order > own[0]!.order).sort((a, b) => a.order - b.order);
    const isFirst = index === 0 && (before ?? 0) === 0;
    yield {
      discussion: {
        ...discussion,
        comments: [...earlier, ...own, ...later],
        furniture: isFirst ? discussion.furniture : [],
      },
      piece: (before ?? 0) + index + 1,
      of: before === null ? cuts.length : 0,
      comments: comments.length,
      replies: Object.fromEntries(own.map(({ id }) => [id, answers.get(id) ?? 0])),
    };
  }
}

function cutsOf(comments: readonly Comment[]): readonly { readonly from: number; readonly to: number }[] {
  const cuts: { from: number; to: number }[] = [];
  let [from, characters] = [0, 0];
  for (const [at, { text }] of comments.entries()) {
    if (at > from && (at - from >= MOST_COMMENTS || characters + text.length > MOST_CHARACTERS)) {
      cuts.push({ from, to: at });
      [from, characters] = [at, 0];
    }
    characters += text.length;
  }
  return [...cuts, { from, to: comments.length }];
}

/** Returns pieces in lists that are analysed one after another and written together, none of more than a piece may have. */
export async function* inItems(pieces: AsyncIterable<Piece>): AsyncGenerator<readonly Piece[], void, undefined> {
  let [list, comments, characters]: [Piece[], number, number] = [[], 0, 0];
  for await (const piece of pieces) {
    const { discussion } = piece;
    const own = discussion.comments.reduce((sum, { text }) => sum + text.length, discussion.article.text.length);
    const isFull = comments + discussion.comments.length > MOST_COMMENTS || characters + own > MOST_CHARACTERS;
    if (list.length > 0 && isFull) {
      yield list;
      [list, comments, characters] = [[], 0, 0];
    }
    list.push(piece);
    comments += discussion.comments.length;
    characters += own;
  }
  if (list.length > 0) yield list;
}
