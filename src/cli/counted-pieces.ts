import type { AnyPieces, FetchedPieces } from "../index.ts";

/** Returns a table in pieces that counts its rows as they go by; a writer that needs them twice begins anew. */
export function countedPieces({ schema, pieces }: AnyPieces): {
  readonly pieces: FetchedPieces;
  readonly rows: () => number;
} {
  let count = 0;
  return {
    rows: () => count,
    pieces: {
      schema,
      async *pieces(rows) {
        count = 0;
        for await (const piece of pieces(rows)) {
          count += piece.length;
          yield piece;
        }
      },
    },
  };
}
