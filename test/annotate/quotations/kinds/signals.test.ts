import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { chooseKind, type KindChoice } from "../../../../src/annotate/quotations/kinds/choose-kind.ts";
import { SIGNALS } from "../../../../src/annotate/quotations/kinds/signals.ts";
import type { QuotationResources } from "../../../../src/annotate/quotations/resources.ts";
import { decideSpeaker } from "../../../../src/annotate/quotations/speakers/decide-speaker.ts";
import { parseTsv } from "../../../../src/text/tsv.ts";
import { type Bench, bench } from "../quotations-of.ts";

let made: Bench;
beforeAll(async () => {
  made = await bench();
});

/** The kinds of the brackets of a text, with or without a signal. */
const kindsIn = (text: string, resources: QuotationResources): KindChoice[] =>
  made.quotesOf(text, resources).map((quote) => chooseKind(quote, decideSpeaker(quote)?.speaker ?? null));

function withoutSignal(name: string): QuotationResources {
  const signals = new Map(made.resources.signals);
  signals.delete(name);
  return { ...made.resources, signals };
}

describe("signals for the kind of a bracket", () => {
  it.each(SIGNALS)("$name decides in: $example", ({ name, example }) => {
    expect(kindsIn(example, withoutSignal(name))).not.toEqual(kindsIn(example, made.resources));
  });

  it("have their rows in data/quotations/signals.tsv, one for each kind, in the same order", () => {
    const path = "data/quotations/signals.tsv";
    const rows = parseTsv(readFileSync(path, "utf8"), ["signal", "kind", "weight"], path);
    const names = rows.map(({ signal }) => signal).filter((signal, at, all) => signal !== all[at - 1]);
    expect(names).toEqual(SIGNALS.map(({ name }) => name));
  });
});
