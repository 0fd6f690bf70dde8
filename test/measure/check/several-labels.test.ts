import { describe, expect, it } from "vitest";
import { coderAgreement } from "../../../src/measure/check/coder-agreement.ts";
import { confusion } from "../../../src/measure/check/confusion.ts";
import { correctedShares } from "../../../src/measure/check/corrected-shares.ts";
import { humanLabels } from "../../../src/measure/check/human-labels.ts";
import { readSample } from "../../../src/measure/check/read-sample.ts";
import { sampleTable } from "../../../src/measure/check/sample-table.ts";
import { opinionAnswers } from "../../../src/measure/opinions/opinion-answers.ts";
import { seededRandom } from "../../../src/measure/random.ts";
import { toCsv } from "../../../src/tables/export/delimited.ts";
import { CLAIMS, OPINIONS } from "../../../src/tables/opinion-schemas.ts";
import { Table } from "../../../src/tables/table.ts";
import { commentsOf } from "../comments.ts";

const NAMES = ["値上げは困る", "本数を増やせ", "バスでいい"];
/** Of each opinion: how many hold it, how many of these the machine finds, of how many others it says so. */
const RATES = [
  [0.4, 0.6, 0.05],
  [0.2, 0.9, 0.2],
  [0.05, 0.8, 0.01],
] as const;

/** A thread whose comments hold some of three opinions, and what a machine of known errors finds. */
function threadOf(size: number, seed: number) {
  const random = seededRandom(seed);
  const comments = commentsOf(Array.from({ length: size }, () => ({ discussion: "d1" })));
  const truth = new Map<string, string>();
  const claims: object[] = [];
  for (let i = 1; i <= size; i++) {
    const held = RATES.map(([share]) => random() < share);
    truth.set(`c${i}`, held.flatMap((yes, k) => (yes ? [`o${k + 1}`] : [])).join(" ") || "none");
    for (const [k, [, hit, stray]] of RATES.entries()) {
      if (random() >= (held[k] ? hit : stray)) continue;
      claims.push({ discussion: "d1", unit: `c${i}`, opinion: `o${k + 1}`, alsoOpinion: null });
    }
  }
  const opinions = NAMES.map((label, k) => ({
    id: `o${k + 1}`,
    label,
    comments: 100 - k,
    examples: [{ unit: "c1", start: 0, end: 1, text: `${label}と思う。 / 本当に`, votes: null }],
  }));
  const only = (
    schema: { readonly name: string; readonly columns: readonly { readonly name: string }[] },
    names: string[],
  ) => ({ ...schema, columns: schema.columns.filter(({ name }) => names.includes(name)) }) as never;
  return {
    truth,
    answers: opinionAnswers(
      Table.from(only(OPINIONS, ["id", "label", "comments", "examples"]), opinions as never) as never,
      Table.from(only(CLAIMS, ["discussion", "unit", "opinion", "alsoOpinion"]), claims as never) as never,
      comments,
    ) as unknown as Table,
  };
}

const { truth, answers } = threadOf(400, 3);
const fill = (sheet: Table, of = truth): Table => sheet.derive({ label: ({ unit }) => of.get(String(unit)) ?? null });

describe("a sheet on which a text may have several labels", () => {
  it("lists the opinions with a sentence of each, and reads back", () => {
    const sheet = sampleTable(answers, { of: "opinion", n: 20 });
    expect(sheet.row(0)).toMatchObject({
      of: "opinion",
      labels:
        "o1 値上げは困る（例「値上げは困ると思う。／本当に」） / o2 本数を増やせ（例「本数を増やせと思う。／本当に」） / o3 バスでいい（例「バスでいいと思う。／本当に」） / none なし",
    });
    expect(sheet.has("answer")).toBe(false);
    expect(humanLabels(readSample(toCsv(sheet))).layer.labels.map(({ label }) => label)).toEqual([
      ..."o1 o2 o3 none".split(" "),
    ]);
  });

  it.each<[string, string | null]>([
    ["o1 o3", "o1 o3"],
    ["o3、O1", "o1 o3"],
    ["ｏ２", "o2"],
    ["なし", "none"],
    ["", null],
    ["?", null],
    ["？", null],
  ])("a cell %j is read", (cell, read) => {
    const sheet = sampleTable(answers, { of: "opinion", n: 2 }).derive({ label: () => cell }) as unknown as Table;
    expect(humanLabels(sheet).coders.get("label")).toEqual([read, read]);
  });

  it.each(["o9", "o1 none", "はい"])("a cell %j is an error that lists the labels", (cell) => {
    const sheet = sampleTable(answers, { of: "opinion", n: 2 }).derive({ label: () => cell }) as unknown as Table;
    expect(() => humanLabels(sheet)).toThrow(/no label of opinion: .*labels: o1 \(値上げは困る/);
  });

  it("tells agreement of each label, and precision and recall as they are", () => {
    const sheet = fill(sampleTable(answers, { of: "opinion", n: 400 }));
    const kappas = coderAgreement(sheet, answers).toRows();
    expect(kappas.map(({ label, coders }) => [label, coders])).toEqual(
      "o1 o2 o3 none".split(" ").map((label) => [label, "label, machine"]),
    );
    const said = new Map(answers.toRows().map((row) => [String(row.unit), String(row.answer).split(" ")]));
    const both = [...truth].filter(([unit, held]) => held.split(" ").includes("o1") && said.get(unit)!.includes("o1"));
    const held = [...truth.values()].filter((one) => one.split(" ").includes("o1")).length;
    expect(confusion(sheet, answers).row(0)).toMatchObject({
      machine: "o1",
      o1: both.length,
      recall: both.length / held,
    });
    const two = sampleTable(answers, { of: "opinion", n: 50, coders: 2 });
    const alike = two.derive({
      label1: ({ unit }) => truth.get(String(unit))!,
      label2: ({ unit }) => truth.get(String(unit))!,
    });
    expect(coderAgreement(alike as unknown as Table).column("value")).toEqual([1, 1, 1, 1, 1, 1, 1, 1].slice(0, 8));
  });

  it("counts a text once in the whole, however many labels it has", () => {
    const said = answers.toRows().map((row) => String(row.answer).split(" "));
    const share = said.filter((labels) => labels.includes("o1")).length / 400;
    expect(said.flat().length).toBeGreaterThan(400);
    const sheet = fill(sampleTable(answers, { of: "opinion", n: 100, showMachine: true }));
    expect(correctedShares(sheet, answers).row(0)).toMatchObject({ label: "o1", all: 400, raw: share });
    expect(correctedShares(sheet).row(0)).toMatchObject({ label: "o1", all: 400, raw: share });
    const bare = sheet.select(["unit", "discussion", "label", "labels", "of", "machine", "machineAll"] as never);
    expect(() => correctedShares(bare as unknown as Table)).toThrow(/does not tell how many texts the whole has/);
  });

  it("is of these pages alone", () => {
    const sheet = fill(sampleTable(answers, { of: "opinion", n: 60 }));
    const other = answers.derive({ labels: () => "o1 別の意見 / none なし" }) as unknown as Table;
    expect(() => correctedShares(sheet, other)).toThrow(
      /the sheet lists other labels of opinion than these pages have/,
    );
  });
});

it("corrected shares of opinions hold the truth in 95 of 100 corpora, and the machine's own do not", () => {
  let [held, raw, all] = [0, 0, 0];
  for (let seed = 1; seed <= 150; seed++) {
    const corpus = threadOf(400, seed);
    const sheet = fill(sampleTable(corpus.answers, { of: "opinion", n: 100, seed }), corpus.truth);
    for (const { label, low, high, raw: own } of correctedShares(sheet, corpus.answers)) {
      const share = [...corpus.truth.values()].filter((one) => one.split(" ").includes(label)).length / 400;
      held += Number(low <= share && share <= high);
      raw += Number(low <= own && own <= high);
      all++;
    }
  }
  expect(held / all).toBeGreaterThan(0.92);
  expect(raw / all).toBeLessThan(0.8);
}, 60_000);
