import type { Layer } from "../analyze.ts";
import type { Analysis } from "../model/analysis.ts";
import { keptWith } from "../model/kept-with.ts";
import type { SentimentEvidence } from "../model/layers.ts";
import { tokenRecord } from "../tokenize/token-record.ts";
import type { LineRequest } from "./line-request.ts";

/** A layer of the line protocol: what it needs computed, and how it is told. */
interface LineLayer {
  readonly needs: Layer | null;
  readonly tell: (analysis: Analysis, request: LineRequest) => unknown;
}

/** The layers of the line protocol by the keys of its answers, in their order. */
export const LINE_LAYERS: Readonly<Record<string, LineLayer>> = {
  sentences: { needs: null, tell: ({ units }) => units[0]!.sentences.map(({ start, end }) => ({ start, end })) },
  tokens: { needs: null, tell: ({ units }) => Array.from(units[0]!.tokens, tokenRecord) },
  entities: { needs: "entities", tell: tellEntities },
  dates: { needs: "dates", tell: ({ dates }) => dates.map(({ unit, ...date }) => date) },
  citations: {
    needs: "citations",
    tell: ({ citations }) =>
      citations.map(({ unit, ...citation }) =>
        Object.fromEntries(Object.entries(citation).filter(([, value]) => value !== null)),
      ),
  },
  quotations: { needs: "quotations", tell: tellQuotations },
  sentiment: { needs: "sentiment", tell: tellSentiment },
  targets: { needs: "sentiment", tell: tellTargets },
  sides: { needs: "sides", tell: tellSides },
  claims: {
    needs: "claims",
    tell: ({ claims }) => claims.map(({ unit, id, ...claim }) => ({ id: inLine(unit, id), ...claim })),
  },
  considerations: {
    needs: "considerations",
    tell: ({ considerations }) =>
      considerations.map(({ unit, claim, ...consideration }) => ({ claim: inLine(unit, claim), ...consideration })),
  },
};

/** Returns what the layers of these names need computed, worked out once for a list. */
export const neededFor = keptWith((names: readonly string[]): readonly Layer[] => [
  ...new Set(names.flatMap((name) => LINE_LAYERS[name]?.needs ?? [])),
]);

/** Returns the number of a claim, since a line is no unit of a discussion. */
const inLine = (unit: string, id: string): string => id.slice(unit.length + 1);

const told = ({ unit: _, ...evidence }: SentimentEvidence) => evidence;

function tellEntities({ entities, mentions }: Analysis) {
  const entityOf = new Map(entities.map((entity) => [entity.id, entity]));
  return mentions.map(({ start, end, label, text, entity, confidence, by }) => ({
    start,
    end,
    label,
    text,
    name: entityOf.get(entity)?.name ?? text,
    id: entity,
    confidence,
    by,
  }));
}

function tellQuotations({ quotations }: Analysis) {
  return quotations.map(({ unit, speaker, ...quotation }) => ({
    ...quotation,
    speaker:
      speaker === null ? null : { start: speaker.start, end: speaker.end, text: speaker.text, name: speaker.name },
  }));
}

function tellSentiment({ sentiments }: Analysis) {
  const whole = sentiments.find(({ scope }) => scope === "unit");
  return {
    score: whole?.score ?? 0,
    label: whole?.label ?? "neutral",
    confidence: whole?.confidence ?? 0,
    evidence: (whole?.evidence ?? []).map(told),
    flags: whole?.flags ?? [],
  };
}

function tellTargets({ sentiments }: Analysis, { targets }: LineRequest) {
  return sentiments
    .filter(({ scope, target }) => scope === "target" && target !== null && targets.includes(target))
    .map(({ target, start, end, score, label, confidence, evidence }) => ({
      target,
      start,
      end,
      score,
      label,
      confidence,
      evidence: evidence.map(told),
    }));
}

function tellSides({ sides }: Analysis) {
  return sides.map(({ proposition, side, confidence, evidence }) => ({
    proposition,
    side,
    confidence,
    evidence: evidence.map(({ unit: _, ...words }) => words),
  }));
}
