import { existsSync, readFileSync } from "node:fs";
import { loadStopWords } from "../../src/measure/content-words.ts";
import { findOpinions } from "../../src/measure/opinions/find-opinions.ts";
import { communitiesOfClaims } from "../../src/measure/opinions/groups/claim-groups.ts";
import { sayingsOf } from "../../src/measure/opinions/items.ts";
import { inContext } from "../../src/measure/opinions/likeness/context.ts";
import { likenessOf } from "../../src/measure/opinions/likeness/likeness.ts";
import type { LikenessWeights } from "../../src/measure/opinions/likeness/model.ts";
import { sentenceVectors } from "../../src/measure/opinions/likeness/sentence-vectors.ts";
import { wordBags } from "../../src/measure/opinions/likeness/word-bags.ts";
import { ContentWords } from "../../src/measure/opinions/words/content.ts";
import { dataReader } from "../../src/model/data-folder.ts";
import { loadResources, type Resources } from "../../src/resources.ts";
import { loadWordVectors } from "../../src/words/load-word-vectors.ts";
import { writtenThreads } from "../opinions/arguments/texts.ts";
import { type GroupScores, opinionOfComments, scoreGroups } from "../opinions/evaluate.ts";
import { scoreLabels } from "../opinions/label-arguments.ts";
import { OTHER_HANDS_THREADS, UNREAD_THREADS } from "../thread-names.ts";
import { type GoldThread, goldThread, trainingThread, writtenThread } from "./gold-threads.ts";

const THREAD_DEV = "../shared/data/thread-dev";
const NOTHING: LikenessWeights = { bias: -2.5, vectors: 0, words: 0 };
/** What comes out hangs on chance, too: each figure is the mean over these. */
const SEEDS = [1, 2, 3];
/** The comment of a claim alone, not what it answers. */
const COMMENT = { comment: 1, answered: 0, answers: 0 };
const BASELINES: Readonly<Record<string, LikenessWeights>> = {
  "words alone (tf-idf)": { ...NOTHING, words: 0.5 },
  "vectors alone": { ...NOTHING, vectors: 0.5 },
  "words and vectors": { ...NOTHING, words: 0.46, vectors: 0.38 },
};

/** Scores opinions against the arguments of threads that other hands wrote, beside what less of likeness would give. */
export async function report(): Promise<string> {
  const resources = await loadResources();
  const sets = [
    ["learned from (t1, t2, t3, t4, t6, t8)", ["t1", "t2", "t3", "t4", "t6", "t8"]],
    ["unread (t5, t7)", UNREAD_THREADS],
    ["unread, two other hands (t15 to t17, t27 to t29)", OTHER_HANDS_THREADS],
  ] as const;
  const rows = sets.map(
    ([name, threads]) => [name, threads.map((thread) => trainingThread(thread, resources))] as const,
  );
  const written = [
    "written by argument, unread (30 threads)",
    writtenThreads().map((thread) => writtenThread(thread, resources)),
  ] as const;
  const dev = devThread(resources);
  const all = dev === null ? [...rows, written] : [...rows, written, ["looked at, 150 comments", [dev]] as const];
  const lines = all.flatMap(([name, threads]) => {
    const kinds = [...Object.keys(BASELINES), "**all together**"];
    return kinds.map((kind) =>
      line(
        name,
        kind,
        threads.flatMap((thread) => SEEDS.map((seed) => scored(thread, BASELINES[kind], seed))),
      ),
    );
  });
  const labels = all.map(([name, threads]) => labelLine(name, threads));
  return `## Opinions

\`npm run accuracy -- opinions\`. Threads whose writers said of each comment which argument it makes. *AMI* is adjusted mutual information (Vinh, Epps & Bailey 2010, arithmetic mean) between the opinion that most of a comment's words speak for and its chief argument: 0 is chance, 1 the same groups. *Covered* is the share of the arguments that some opinion holds at least 60 % of, while they are at least 60 % of it. *Precision* is the share of the pairs of comments in one opinion that make one argument, *recall* the share of such pairs that are in one opinion, *other* the share of comments that are in none (for AMI these are one group). Comments without an argument and copies are left out; of several arguments the first counts. Means over the threads and over three seeds.

| threads | likeness by | comments | AMI | covered | precision | recall | other | groups |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${lines.join("\n")}

Labels that stand in a comment of their opinion's commonest argument (as common a one counts): ${labels.join("; ")}.

Two comments taken by chance make one argument in 8 of 100 cases. An AMI around 0.2 says: groups are of like subjects, far from the arguments that a careful reader would list. Read the three sentences of an opinion, and its stability, before citing its share; vectors of a large model of one's own (\`--vectors\`) take the place of the first layer.`;
}

function labelLine(name: string, threads: readonly GoldThread[]): string {
  const { opinions, commonest, byChance } = scoreLabels(threads, SEEDS[0]!);
  return `${name} ${(commonest / opinions).toFixed(2)} of ${opinions} (comments by chance ${(byChance / opinions).toFixed(2)})`;
}

function devThread(resources: Resources): GoldThread | null {
  if (!existsSync(THREAD_DEV)) return null;
  const read = (name: string) => JSON.parse(readFileSync(`${THREAD_DEV}/${name}.json`, "utf8"));
  return goldThread("thread-dev", read("thread"), read("gold"), resources);
}

function scored(thread: GoldThread, weights: LikenessWeights | undefined, seed: number): GroupScores {
  if (weights === undefined) return scoreGroups(thread, opinionOfComments(findOpinions([thread.analysis], { seed })));
  const sayings = sayingsOf([thread.analysis]);
  const data = dataReader();
  const content = new ContentWords(loadStopWords(data));
  const { vectors } = loadWordVectors(data);
  const rows = inContext(sayings, sentenceVectors(sayings, vectors, content), COMMENT);
  rows.subtract(rows.mean());
  rows.normalise();
  const likeness = likenessOf({ vectors: rows, words: wordBags(sayings, content) }, weights);
  const original = Int32Array.from({ length: sayings.voices.length }, (_, i) => i);
  const { labels } = communitiesOfClaims(sayings, likeness, original, new Int32Array(sayings.voices.length), seed);
  return scoreGroups(thread, opinionOfComments({ sayings, opinionOf: labels }));
}

function line(name: string, kind: string, scores: readonly GroupScores[]): string {
  const mean = (of: (score: GroupScores) => number) =>
    scores.reduce((sum, score) => sum + of(score), 0) / scores.length;
  const comments = scores.reduce((sum, score) => sum + score.comments, 0) / SEEDS.length;
  return `| ${name} | ${kind} | ${comments} | ${mean(({ ami }) => ami).toFixed(2)} | ${mean(({ covered }) => covered).toFixed(2)} | ${mean(({ precision }) => precision).toFixed(2)} | ${mean(({ recall }) => recall).toFixed(2)} | ${mean(({ other }) => other).toFixed(2)} | ${mean(({ groups }) => groups).toFixed(1)} |`;
}
