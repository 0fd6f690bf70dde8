/** Comments with their tone: written for the project, and real ones whose texts stay outside it. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import type { SentimentLabel } from "../../src/model/layers.ts";
import { parseTsv } from "../../src/text/tsv.ts";
import { TEACHING_THREADS } from "../thread-names.ts";
import type { Example } from "./examples.ts";
import { threadsNamed } from "./threads.ts";

const FOLDER = "workshop/training/comments";
export const POOL = "../shared/data/comments_real_pool.jsonl";

/** All comments with a tone. */
export function tonedComments(): Example[] {
  return [...poolComments(), ...writtenComments(), ...threadComments()];
}

/** Comments of written threads; a copy would count its words twice. */
function threadComments(): Example[] {
  return threadsNamed(TEACHING_THREADS)
    .filter(({ copied }) => !copied)
    .map(({ tone, text }) => ({ text, label: tone as SentimentLabel, subject: "threads", group: "threads" }));
}

/** Whose tone was labelled comment by comment; the writers of the later files set some tones by the side. */
const TONED = /^written-[123]\.tsv$/;

/** Comments written for the project, each with its side and its tone. */
export function writtenComments(): Example[] {
  return readdirSync(FOLDER)
    .filter((file) => TONED.test(file))
    .sort()
    .flatMap((file) => parseTsv(readFileSync(`${FOLDER}/${file}`, "utf8"), ["side", "tone", "text"], file))
    .filter((row) => !isOnSurface(row))
    .map(({ tone, text }) => ({ text, label: tone as SentimentLabel, subject: "written", group: "written" }));
}

/** Whether a line may tell the tone that its words have, not the one that is meant: praise by somebody who is against it. */
function isOnSurface({ side, tone }: { readonly side: string; readonly tone: string }): boolean {
  return side === "against" && tone === "positive";
}

/** A label that one or two annotators gave to a line of the pool. */
export interface PoolTone {
  readonly line: number;
  readonly sha256: string;
  /** Empty where that annotator did not see it. */
  readonly a: string;
  readonly b: string;
}

/** What the annotators said of the pool's lines. */
export function poolTones(): PoolTone[] {
  const file = "pool-tones.tsv";
  return parseTsv(readFileSync(`${FOLDER}/${file}`, "utf8"), ["line", "sha256", "a", "b"], file).map(
    ({ line, sha256, a, b }) => ({ line: Number(line), sha256, a, b }),
  );
}

/** Real comments, by the site they are from; those on which the annotators differ are left out. */
export function poolComments(): Example[] {
  if (!existsSync(POOL)) throw new Error(`${POOL} is absent: training needs the comments there`);
  const lines = readFileSync(POOL, "utf8").split("\n");
  return poolTones().flatMap(({ line, sha256, a, b }) => {
    const { source, text } = JSON.parse(lines[line]!) as { source: string; text: string };
    if (createHash("sha256").update(text).digest("hex").slice(0, sha256.length) !== sha256)
      throw new Error(`line ${line} of ${POOL} is not the text that was labelled`);
    if (a !== "" && b !== "" && a !== b) return [];
    return [{ text, label: (a || b) as SentimentLabel, subject: source, group: source }];
  });
}
