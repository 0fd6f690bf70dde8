/** Pieces with their kind: of comments written for the project, and of real ones whose texts stay outside it. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { collectFeatures, type KindFeatures } from "../../src/annotate/claims/features.ts";
import { eachPiece } from "../../src/annotate/claims/find-claims.ts";
import { ruleFor } from "../../src/annotate/claims/judge-kind.ts";
import { Piece } from "../../src/annotate/claims/piece.ts";
import type { ClaimResources } from "../../src/annotate/claims/resources.ts";
import { CLAIM_KINDS, type ClaimKind } from "../../src/model/layers.ts";
import type { Tokenizer } from "../../src/model/tokens.ts";
import { parseTsv } from "../../src/text/tsv.ts";
import { readUnit } from "../../src/tokenize/reading/read-unit.ts";
import type { Folding } from "../../src/words/fold.ts";
import { GrowingHashes, GrowingIds } from "../../src/words/growing-ids.ts";
import { SMOOTH, type WordVectors } from "../../src/words/word-vectors.ts";
import { POOL } from "../sentiment/comments.ts";

const FOLDER = "workshop/training/comments";

/** Labels of sentences of real comments, by two groups of hands. */
const POOL_FILES = ["pool-kinds.tsv", "pool-kinds-more.tsv"] as const;

/** A stretch of a text with its kind. */
export interface KindExample {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly kind: ClaimKind;
  /** `pool`, `written` or `own`. */
  readonly source: string;
  /** What must not stand on both sides of a fold: a line of the pool, a measure. */
  readonly group: string;
}

/** A piece to learn from or to be scored on. */
export interface KindRow {
  readonly example: KindExample;
  readonly text: string;
  readonly hashes: Int32Array;
  readonly once: number;
  /** The sum of its words' vectors over the root of their number. */
  readonly vector: Float32Array;
  readonly label: number;
  /** The rule that decides; null where the model does. */
  readonly rule: { readonly name: string; readonly kind: ClaimKind } | null;
  /** How many pieces the stretch was cut into. */
  readonly pieces: number;
}

/** Sentences of real comments, labelled without their texts. */
export function poolExamples(): KindExample[] {
  if (!existsSync(POOL)) throw new Error(`${POOL} is absent: training needs the comments there`);
  const lines = readFileSync(POOL, "utf8").split("\n");
  const columns = ["line", "sha256", "start", "end", "kind"] as const;
  return POOL_FILES.flatMap((file) =>
    parseTsv(readFileSync(`${FOLDER}/${file}`, "utf8"), columns, file).map(({ line, sha256, start, end, kind }) => {
      const { text } = JSON.parse(lines[Number(line)]!) as { text: string };
      if (createHash("sha256").update(text).digest("hex").slice(0, sha256.length) !== sha256)
        throw new Error(`line ${line} of ${POOL} is not the text that was labelled`);
      return { text, start: Number(start), end: Number(end), kind: kindNamed(kind), source: "pool", group: line };
    }),
  );
}

/** Comments written for the project, each with one kind. */
export function writtenExamples(): KindExample[] {
  return readdirSync(FOLDER)
    .filter((file) => file.startsWith("written-") && file.endsWith(".tsv"))
    .sort()
    .flatMap((file) => parseTsv(readFileSync(`${FOLDER}/${file}`, "utf8"), ["measure", "kind", "text"], file))
    .map(({ measure, kind, text }) => ({
      text,
      start: 0,
      end: text.length,
      kind: kindNamed(kind),
      source: "written",
      group: measure,
    }));
}

/** Sentences written for the kinds alone. */
export function ownExamples(): KindExample[] {
  const file = "workshop/training/claims.tsv";
  return parseTsv(readFileSync(file, "utf8"), ["kind", "text"], file).map(({ kind, text }, i) => ({
    text,
    start: 0,
    end: text.length,
    kind: kindNamed(kind),
    source: "own",
    group: `own ${i % 10}`,
  }));
}

function kindNamed(name: string): ClaimKind {
  const kind = CLAIM_KINDS.find((known) => known === name);
  if (kind === undefined) throw new Error(`there is no kind ${name}`);
  return kind;
}

const features: KindFeatures = { ids: new GrowingIds(), once: 0, words: new GrowingHashes() };

/** Returns the piece of each example that tells its kind: the last, since what a sentence does stands at its end. */
export function kindRows(
  examples: readonly KindExample[],
  reader: { readonly tokenizer: Tokenizer; readonly folding: Folding },
  rules: Omit<ClaimResources, "model">,
  vectors: WordVectors,
): KindRow[] {
  const piece = new Piece(rules);
  return examples.flatMap((example): KindRow[] => {
    const { read, folded } = readUnit({ id: "example", text: example.text, date: null }, reader);
    const at = (offset: number) => folded?.from[offset] ?? offset;
    const rows: KindRow[] = [];
    eachPiece(read, rules, piece, () => {
      if (at(piece.end) <= example.start || at(piece.start) >= example.end) return;
      collectFeatures(piece, features);
      rows.push({
        example,
        text: read.text.slice(piece.start, piece.end),
        hashes: features.ids.values.slice(0, features.ids.length),
        once: features.once,
        vector: vectorOf(features.words, vectors),
        label: CLAIM_KINDS.indexOf(example.kind),
        rule: ruleFor(piece),
        pieces: 0,
      });
    });
    const last = rows.findLast(({ rule }) => rule?.name !== "no words") ?? rows.at(-1);
    return last === undefined ? [] : [{ ...last, pieces: rows.length }];
  });
}

function vectorOf({ values, length }: GrowingHashes, vectors: WordVectors): Float32Array {
  const vector = new Float32Array(vectors.dimensions);
  let known = 0;
  for (let i = 0; i < length; i++) {
    const place = vectors.findHash(values[i]!);
    if (place < 0) continue;
    known++;
    vectors.add(place, SMOOTH / (SMOOTH + vectors.frequency(place)), vector);
  }
  return vector.map((value) => value / Math.sqrt(Math.max(1, known)));
}
