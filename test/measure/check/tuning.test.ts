import { describe, expect, test } from "vitest";
import { corrected, readTuning } from "../../../src/annotate/sentiment/tuning.ts";
import { fitIsotonic, fitOf, fitPlatt } from "../../../src/measure/check/fit-correction.ts";
import { sampleTable } from "../../../src/measure/check/sample-table.ts";
import { tuneConfidence } from "../../../src/measure/check/tune-confidence.ts";
import { seededRandom } from "../../../src/measure/random.ts";
import { commentsOf } from "../comments.ts";
import { LABELS } from "./labeller.ts";

/** A whole of comments of which a labeller is far surer than it is right: of what it gives .9 it has little more than half. */
function overconfident(size: number, seed: number, right = (sure: number) => 0.2 + sure * 0.4) {
  const random = seededRandom(seed * 7919);
  const truth = new Map<string, string>();
  const rows = Array.from({ length: size }, (_, i) => {
    const at = Math.floor(random() * LABELS.length);
    const said = LABELS[at]!;
    const sure = 0.4 + random() * 0.59;
    truth.set(`c${i + 1}`, random() < right(sure) ? said : LABELS[(at + 1) % LABELS.length]!);
    return { discussion: "d1", sentimentLabel: said, sentimentConfidence: sure };
  });
  const comments = commentsOf(rows);
  const sheet = (n: number) =>
    sampleTable(comments, { n, seed }).derive({ label: ({ unit }) => truth.get(String(unit)) ?? null });
  return { comments, truth, sheet };
}

describe("a labeller that is surer than it is right", () => {
  test.each([
    [300, "platt"],
    [1500, "isotonic"],
  ] as const)("is calibrated by %i labelled rows (%s)", (n, method) => {
    const { comments, truth, sheet } = overconfident(6000, 3);
    const tuning = tuneConfidence(sheet(n), comments, { model: "m" });
    expect(tuning.labels.positive.method).toBe(method);
    expect(tuning).toMatchObject({ rows: n, coders: 1, discussions: ["d1"], model: "m" });
    expect(tuning.before.calibrationError).toBeGreaterThan(0.1);
    expect(tuning.after.calibrationError).toBeLessThan(0.07);
    expect(tuning.after.logLoss).toBeLessThan(tuning.before.logLoss);
    // On all that nobody labelled, too.
    const ids = comments.column("id");
    const [said, sure] = [comments.column("sentimentLabel"), comments.column("sentimentConfidence")];
    const rows = ids.map((id, i) => {
      const label = LABELS.find((one) => one === said[i])!;
      return {
        confidence: corrected(tuning.labels[label], Number(sure[i])),
        right: Number(truth.get(String(id)) === label),
      };
    });
    expect(fitOf(rows).calibrationError).toBeLessThan(0.06);
  });

  test("over 50 corpora the calibration error falls in nearly all", () => {
    let better = 0;
    for (let seed = 1; seed <= 50; seed++) {
      const { comments, sheet } = overconfident(400, seed);
      const { before, after } = tuneConfidence(sheet(250), comments, { model: "m" });
      if (after.calibrationError < before.calibrationError && after.logLoss < before.logLoss) better++;
    }
    expect(better).toBeGreaterThanOrEqual(48);
  });
});

test("one that is right as often as it says hardly changes", () => {
  const { comments, sheet } = overconfident(3000, 5, (sure) => sure);
  const { labels, before, after } = tuneConfidence(sheet(800), comments, { model: "m" });
  for (const label of LABELS) expect(Math.abs(corrected(labels[label], 0.8) - 0.8)).toBeLessThan(0.1);
  expect(after.logLoss).toBeLessThan(before.logLoss + 0.02);
});

describe("curves and steps", () => {
  const rows = Array.from({ length: 100 }, (_, i) => ({ confidence: i / 100, right: i % 4 === 0 ? 1 : 0 }));

  test("never fall", () => {
    for (const correction of [fitPlatt(rows), fitIsotonic(rows)]) {
      let last = 0;
      for (let confidence = 0; confidence <= 1; confidence += 0.01) {
        const now = corrected(correction, confidence);
        expect(now).toBeGreaterThanOrEqual(last - 1e-9);
        last = now;
      }
    }
  });

  test("stay within 0 and 1, whatever they are given", () => {
    for (const correction of [fitPlatt(rows), fitIsotonic(rows)])
      for (const confidence of [0, 1e-9, 0.5, 1]) {
        expect(corrected(correction, confidence)).toBeGreaterThan(0);
        expect(corrected(correction, confidence)).toBeLessThan(1);
      }
  });
});

describe("what cannot be learned from or read is told", () => {
  const { comments, sheet } = overconfident(600, 2);
  const good = tuneConfidence(sheet(250), comments, { model: "m" });
  const text = (change: object) => JSON.stringify({ ...good, ...change });

  test("too few rows", () =>
    expect(() => tuneConfidence(sheet(150), comments, { model: "m" })).toThrow(/from 200 labelled rows on.*150/));
  test("a label that there is not", () =>
    expect(() => tuneConfidence(sheet(250).derive({ label: () => "great" }), comments, { model: "m" })).toThrow(
      /no label of tone.*great/,
    ));
  test("a sheet of another page", () =>
    expect(() => tuneConfidence(sheet(250).derive({ discussion: () => "other" }), comments, { model: "m" })).toThrow(
      /not of these pages.*other/,
    ));

  test("what was written is read", () => expect(readTuning(text({}), "m")).toEqual(good));
  test.each<[string, string, RegExp]>([
    ["no JSON", "label,text", /no file of `yoron agreement --tune`/],
    ["another kind", '{"kind":"report"}', /its kind is "report"/],
    ["a list", "[]", /its kind is null/],
    ["another version", text({ version: 9 }), /of a form/],
    ["another layer", text({ of: "stance" }), /of a form/],
    ["another model", text({ model: "x" }), /another model of tone.*"x"/],
    [
      "a stray label",
      text({ labels: { ...good.labels, angry: good.labels.mixed } }),
      /no.*label|label that there is not/,
    ],
    ["a missing label", text({ labels: { positive: good.labels.positive } }), /no correction.*neutral/],
    ["a damaged curve", text({ labels: { ...good.labels, mixed: { method: "platt", slope: "1" } } }), /mixed/],
    ["nothing of what it was learned from", text({ before: null }), /learned from/],
  ])("%s", (_, content, message) => expect(() => readTuning(content, "m")).toThrow(message));
});
