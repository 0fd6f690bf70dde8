import { existsSync, readFileSync } from "node:fs";
import { replyFeatures, withParent } from "../../src/annotate/sides/replies.ts";
import { probabilitiesOf } from "../../src/annotate/sides/side-model.ts";
import { loadStanceResources } from "../../src/annotate/stance/resources.ts";
import {
  type Analysis,
  analyze,
  type Comment,
  type Discussion,
  loadResources,
  type Resources,
  sideShares,
  sideTable,
} from "../../src/index.ts";
import { wilsonInterval } from "../../src/measure/wilson-interval.ts";
import { dataReader } from "../../src/model/data-folder.ts";
import { SIDES, type SideLabel } from "../../src/model/layers.ts";
import { loadTokenizer } from "../../src/tokenize/load-tokenizer.ts";
import { calibrationError, scoresOf } from "../sentiment/scores.ts";
import { fitReplies, heldOutSides, type Judged, judge, type Weighed, wrongSign } from "../sides/cross-validate.ts";
import { type SideThread, sideThreads, threadSides, writtenSides } from "../sides/examples.ts";
import { repliesOf } from "../sides/replies.ts";
import { sideRows } from "../sides/rows.ts";
import { coarse } from "../sides/scores.ts";
import { LOOKED_AT_THREADS, OTHER_HANDS_THREADS, TEACHING_THREADS, UNREAD_THREADS } from "../thread-names.ts";

const THREAD = "../shared/data/thread-dev";
/** At this share of doubt the likelier side is always called. */
const ALWAYS = 0.5;

/** A comment of a thread with its side, its tone and what is said of both. */
interface Told extends Judged {
  readonly tone: string;
  readonly saidTone: string;
}

/** Scores sides on measures left out, on threads left out, and on threads of other hands through the public way. */
export async function report(): Promise<string> {
  const resources = await loadResources();
  const { doubt } = resources.sides.model;
  const held = await heldOut(resources);
  const sets: (readonly [string, readonly Told[], readonly Told[]])[] = threadSets().map(({ name, threads }) => {
    const tell = (of: Resources) => threads.flatMap((thread) => told(thread, of));
    return [name, tell(resources), tell(withDoubt(resources, ALWAYS))];
  });
  const body = [
    ...held.flatMap(([name, rows]) => [
      line(name, judge(rows, doubt)),
      line(`${name}, always called`, judge(rows, ALWAYS)),
    ]),
    ...sets.flatMap(([name, shipped, always]) => [
      line(`**${name}**`, shipped),
      line(`${name}, always called`, always),
      line(`${name}, baseline: tone as side`, shipped.map(toneAsSide)),
      line(`${name}, baseline: the commonest side`, shipped.map(alwaysAgainst)),
    ]),
  ].join("\n");
  return `## Sides toward a proposition

\`npm run accuracy -- sides\`. Macro-F1 is over for, against, and the rest (conditional, undecided, none) as one. *Called* is the share of comments that are called for or against, *wrong sign* how many of those are the other of the two. What ships calls a side only where, on measures left out of training, at most 8 % of what is called has the wrong sign; *always called* shows what that costs. Left out are whole measures and whole threads; the other threads are by hands that wrote nothing the model read, told the whole way. In brackets stand 95 % intervals (Wilson 1927); of measures and threads left out they take comments as independent, though those on one measure err alike. A side is the one that the comment's writer meant; no second person labelled these sets, so that no agreement stands beside the figures.

| set | comments | macro-F1 | F1 for | F1 against | accuracy | called | wrong sign | calibration error |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${body}

${againstTone(sets)}

${shareTable(resources)}

A comment that takes a side without saying so — a memory, a figure, a joke — is mostly not called: nothing in its words tells the side without what the reader knows of the matter.`;
}

/** Returns how well the shares of whole threads are estimated: whether each true share lies in its interval. */
function shareTable(resources: Resources): string {
  const lines = threadSets().flatMap(({ threads }) =>
    threads.map(({ thread, gold }) => {
      const analysis = analyze(discussionOf(thread), resources, {
        propositions: [gold.proposition],
        layers: ["sides", "stance", "references"],
      });
      const labels = analysis.discussion.comments.map(({ id }) => gold.comments[id]?.side ?? "none");
      const cells = [...sideShares(sideTable(analysis))].map(({ side, estimate, estimateLow, estimateHigh }) => {
        const share = labels.filter((label) => label === side).length / labels.length;
        const held = estimateLow <= share && share <= estimateHigh;
        return `${percent(share)}: ${percent(estimate)} [${percent(estimateLow)}–${percent(estimateHigh)}]${held ? "" : " ✗"}`;
      });
      return `| ${labels.length} | ${cells.join(" | ")} |`;
    }),
  );
  return `Shares of all comments, true: estimated with its interval (✗: the true one lies outside), a line a thread in the order above:

| comments | ${SIDES.join(" | ")} |
| ---${" | ---".repeat(SIDES.length)} |
${lines.join("\n")}`;
}

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;

function withDoubt(resources: Resources, doubt: number): Resources {
  return { ...resources, sides: { ...resources.sides, model: { ...resources.sides.model, doubt } } };
}

/** Returns comments of measures and of teaching threads with what models say that never saw these. */
async function heldOut({ sides }: Resources): Promise<(readonly [string, readonly Weighed[]])[]> {
  const tokenizer = await loadTokenizer();
  const rows = sideRows([...writtenSides(), ...threadSides(TEACHING_THREADS)], tokenizer, sides);
  const held = heldOutSides(rows);
  const { temperature } = sides.model;
  const key = (measure: string, text: string) => `${measure}\t${text}`;
  const logits = new Map(held.map(({ row, logits }) => [key(row.example.measure, row.example.text), logits]));
  const replies = repliesOf(TEACHING_THREADS, logits, temperature, tokenizer, loadStanceResources(dataReader()));
  const weights = fitReplies([...replies.values()], temperature);
  const weighed = held.map(({ row: { example, decision }, logits }) => {
    const reply = replies.get(key(example.measure, example.text));
    const full =
      reply === undefined
        ? logits
        : withParent(logits, replyFeatures(reply.parent, reply.stance), { replies: weights });
    const p = probabilitiesOf(full, temperature);
    return { side: example.side, ruled: decision?.side ?? null, p, thread: example.measure.startsWith("t") };
  });
  return [
    [
      `${new Set(writtenSides().map(({ measure }) => measure)).size} measures left out`,
      weighed.filter(({ thread }) => !thread),
    ],
    [`${TEACHING_THREADS.length} threads left out`, weighed.filter(({ thread }) => thread)],
  ];
}

/** Threads that taught nothing; what is absent is left out. */
function threadSets(): { readonly name: string; readonly threads: readonly SideThread[] }[] {
  const read = (file: string) => JSON.parse(readFileSync(`${THREAD}/${file}.json`, "utf8")) as never;
  const own = existsSync(THREAD)
    ? [{ name: "thread-dev", threads: [{ thread: read("thread"), gold: read("gold") } as SideThread] }]
    : [];
  return [
    ...own,
    { name: "t1 and t3 (looked at)", threads: sideThreads(LOOKED_AT_THREADS) },
    { name: "t5 and t7 (not read)", threads: sideThreads(UNREAD_THREADS) },
    { name: "six threads of two other hands (not read)", threads: sideThreads(OTHER_HANDS_THREADS) },
  ];
}

function told({ thread, gold }: SideThread, resources: Resources): Told[] {
  const analysis = analyze(discussionOf(thread), resources, {
    propositions: [gold.proposition],
    layers: ["sentiment", "sides", "stance", "references"],
  });
  const toneOf = new Map(
    analysis.sentiments.flatMap(({ unit, scope, label }) => (scope === "unit" ? [[unit, label] as const] : [])),
  );
  return analysis.sides.flatMap(({ unit, side, confidence }: Analysis["sides"][number]) => {
    const known = gold.comments[unit];
    if (known === undefined) return [];
    return [{ side: known.side, said: side, confidence, tone: known.tone, saidTone: toneOf.get(unit) ?? "neutral" }];
  });
}

function discussionOf({ article, comments }: SideThread["thread"]): Discussion {
  return {
    schema: "yoron/discussion@1",
    id: "thread",
    source: { path: null, format: "text", encoding: null, sha256: "", notes: [] },
    article: {
      title: article.title,
      category: null,
      author: null,
      url: null,
      published: null,
      text: article.text,
      links: [],
      ruby: [],
      notes: [],
    },
    comments: comments.map(
      ({ id, replyTo, text }, order): Comment => ({
        id,
        sourceId: null,
        order,
        replyTo,
        depth: replyTo === null ? 0 : 1,
        author: null,
        posted: null,
        reactions: {},
        attributes: {},
        text,
        links: [],
        ruby: [],
        notes: [],
      }),
    ),
    furniture: [],
  };
}

const toneAsSide = ({ side, saidTone }: Told): Judged => ({
  side,
  said: saidTone === "positive" ? "for" : saidTone === "negative" ? "against" : "none",
  confidence: 1,
});
const alwaysAgainst = ({ side }: Told): Judged => ({ side, said: "against", confidence: 1 });

function line(name: string, rows: readonly Judged[]): string {
  const { macroF1, f1, accuracy } = scoresOf(rows.map(({ side, said }) => [coarse(side), coarse(said)]));
  const called = rows.filter(({ said }) => coarse(said) !== "other").length;
  const error = calibrationError(rows.map(({ side, said, confidence }) => [confidence, side === said]));
  const sure = rows.every(({ confidence }) => confidence === 1) ? "" : three(error);
  const wrong = `${within(wrongSign(rows), called)} of ${called}`;
  return `| ${name} | ${rows.length} | ${three(macroF1)} | ${three(f1.for ?? 0)} | ${three(f1.against ?? 0)} | ${within(accuracy, rows.length)} | ${three(called / rows.length)} | ${wrong} | ${sure} |`;
}

/** A share of so many, with its 95 % interval. */
function within(share: number, of: number): string {
  const { low, high } = wilsonInterval(share * of, of);
  return `${three(share)} [${low.toFixed(2)}, ${high.toFixed(2)}]`;
}

/** Comments whose tone goes against their side: for in a dark tone, against in a bright one. */
function againstTone(sets: readonly (readonly [string, readonly Told[], readonly Told[]])[]): string {
  const isCrossed = ({ side, tone }: { readonly side: SideLabel; readonly tone: string }) =>
    (side === "for" && tone === "negative") || (side === "against" && tone === "positive");
  return sets
    .map(([name, shipped, always]) => {
      const count = (rows: readonly Told[]) => {
        const crossed = rows.filter(isCrossed);
        const right = crossed.filter(({ side, said }) => side === said).length;
        const wrong = crossed.filter(({ side, said }) => coarse(said) !== "other" && side !== said).length;
        return `${right} right, ${wrong} of the wrong sign, ${crossed.length - right - wrong} not called`;
      };
      const byTone = shipped.filter(isCrossed).map(toneAsSide);
      const misled = byTone.filter(({ side, said }) => coarse(said) !== "other" && side !== said).length;
      return `Of the ${shipped.filter(isCrossed).length} comments of ${name} whose tone goes against their side: ${count(shipped)}; always called: ${count(always)}; tone as side misleads ${misled}.`;
    })
    .join(" ");
}

const three = (value: number): string => value.toFixed(3);
