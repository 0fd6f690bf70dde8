import type { AnalyzedUnit } from "../../model/analysis.ts";
import { keptWith } from "../../model/kept-with.ts";
import { SIDES, type Side, type Stance } from "../../model/layers.ts";
import { calledSide, sideAt } from "./decide.ts";
import { evidenceOf } from "./evidence.ts";
import { type GivenProposition, readProposition } from "./proposition.ts";
import { CommentReader } from "./read-comment.ts";
import { replyFeatures, withParent } from "./replies.ts";
import type { SideResources } from "./resources.ts";
import { probabilitiesOf, sideLogits } from "./side-model.ts";

/** What else is known of a discussion when sides are told. */
export interface SideContext {
  readonly propositions: readonly GivenProposition[];
  readonly stances: readonly Stance[];
}

/**
 * Returns the side of each speaker, a unit, toward each proposition, ordered by proposition, then unit.
 *
 * Rows of rules decide where they agree; else a linear model over signals and n-grams, with the side of the comment that
 * a reply answers. A side whose sign is in doubt is not called.
 */
export function findSides(
  speakers: readonly { readonly id: string }[],
  units: readonly AnalyzedUnit[],
  { propositions, stances }: SideContext,
  resources: SideResources,
): readonly Side[] {
  if (propositions.length === 0) return [];
  const unitOf = new Map(units.map((unit) => [unit.id, unit]));
  const stanceOf = new Map(stances.map((stance) => [stance.unit, stance]));
  const { reader, propositionOf } = scratchOf(resources);
  return propositions.flatMap((given) => {
    const proposition = propositionOf(given);
    const known = new Map<string, Float64Array>();
    return speakers.flatMap(({ id }) => {
      const unit = unitOf.get(id);
      if (unit === undefined) return [];
      const stance = stanceOf.get(id) ?? null;
      const parent = stance === null ? undefined : known.get(stance.toward);
      const side = sideOf(unit, parent === undefined ? null : { parent, stance: stance!.stance }, {
        proposition,
        reader,
        resources,
      });
      known.set(id, side.p);
      return [side.row];
    });
  });
}

/** Scratch space that holds nothing between two calls, and propositions as they are read: their patterns take longer to make than a comment to read. */
const scratchOf = keptWith((resources: SideResources) => ({
  reader: new CommentReader(resources),
  propositionOf: keptWith((given: GivenProposition) => readProposition(given, resources)),
}));

interface Answered {
  /** Probabilities of the comment that is answered. */
  readonly parent: Float64Array;
  readonly stance: Stance["stance"];
}

interface Held {
  readonly proposition: ReturnType<typeof readProposition>;
  readonly reader: CommentReader;
  readonly resources: SideResources;
}

function sideOf(
  unit: AnalyzedUnit,
  answered: Answered | null,
  { proposition, reader, resources: { model } }: Held,
): { readonly row: Side; readonly p: Float64Array } {
  const { signals, decision, dense, grams } = reader.read(unit, proposition);
  const head = { unit: unit.id, proposition: proposition.text };
  if (decision !== null) {
    const confidence = model.rules[decision.signal.row]!;
    const p = certain(SIDES.indexOf(decision.side), confidence);
    const evidence = evidenceOf(unit, signals, decision.side, null);
    return told({ ...head, side: decision.side, evidence, confidence, by: decision.signal.rule.name }, p);
  }
  const logits = sideLogits(model, dense, grams.ids, grams.length);
  const p = probabilitiesOf(
    answered === null ? logits : withParent(logits, replyFeatures(answered.parent, answered.stance), model),
    model.temperature,
  );
  if (unit.text.trim() === "")
    return told({ ...head, side: "none", evidence: [], confidence: 1, by: "blank" }, certain(SIDES.length - 1, 1));
  const { place, doubted } = calledSide(p, model.doubt);
  const side = sideAt(place);
  const evidence = evidenceOf(unit, signals, side, answered);
  return told({ ...head, side, evidence, confidence: p[place]!, by: doubted ? "doubt" : "model" }, p);
}

/** Returns a row with its probabilities, in four decimals, and these as they are. */
function told(row: Omit<Side, "probabilities">, p: Float64Array): { readonly row: Side; readonly p: Float64Array } {
  return { row: { ...row, probabilities: Array.from(p, (value) => Math.round(value * 1e4) / 1e4) }, p };
}

/** Returns the probabilities of what a row decides: all other sides share what is left. */
export function certain(place: number, confidence: number): Float64Array {
  return new Float64Array(SIDES.length).map((_, c) =>
    c === place ? confidence : (1 - confidence) / (SIDES.length - 1),
  );
}
