import { labelsWhere } from "../../model/labels.ts";
import { Cover } from "./cover.ts";
import type { NamedUnit } from "./linked.ts";
import type { EntityResources } from "./resources.ts";
import type { EntitySpan } from "./span.ts";

const SURE = 0.75;
const SPREAD = labelsWhere(({ spreads }) => spreads);

/**
 * Carries names that were surely found somewhere in a discussion to the places where the same words stand untagged.
 *
 * Names of two characters or more; never inside a token or another name. Two labels of one name: the surer one wins for the
 * mentions that were less sure.
 */
export function spreadNames(
  named: readonly NamedUnit[],
  { weights, homographs }: Pick<EntityResources, "weights" | "homographs">,
): NamedUnit[] {
  const sure = new Map<string, EntitySpan>();
  for (const { unit, spans } of named) {
    for (const span of spans) {
      if (span.confidence < SURE || !isModels(span) || !SPREAD.has(span.label)) continue;
      const surface = unit.text.slice(span.start, span.end);
      const known = sure.get(surface);
      if (surface.length >= 2 && (known === undefined || known.confidence < span.confidence)) sure.set(surface, span);
    }
  }
  if (sure.size === 0) return [...named];
  return named.map(({ unit, spans }) => {
    const changed = spans.map((span) => relabelled(span, sure.get(unit.text.slice(span.start, span.end))));
    const cover = new Cover(unit.text.length);
    for (const known of changed) cover.add(known);
    for (const [surface, span] of sure) {
      for (let at = unit.text.indexOf(surface); at >= 0; at = unit.text.indexOf(surface, at + surface.length)) {
        const place = { start: at, end: at + surface.length };
        if (cover.touches(place) || !stands(unit.tokens, place.start, place.end)) continue;
        if (homographs.meansOther(unit.text, place)) continue;
        changed.push({ ...place, label: span.label, by: "same-name", confidence: weights["same name"] });
        cover.add(place);
      }
    }
    return { unit, spans: changed.sort((a, b) => a.start - b.start) };
  });
}

const isModels = ({ by }: EntitySpan): boolean => by === "entity-model" || by === "own-model";

function relabelled(span: EntitySpan, sure: EntitySpan | undefined): EntitySpan {
  if (sure === undefined || sure.label === span.label || !isModels(span) || span.confidence >= SURE) return span;
  const { entry: _, ...rest } = span;
  return { ...rest, label: sure.label, by: "same-name" };
}

function stands(tokens: NamedUnit["unit"]["tokens"], start: number, end: number): boolean {
  const first = tokens.indexAt(start);
  const last = tokens.indexAt(end - 1);
  if (first >= tokens.length || last >= tokens.length || tokens.start(first) !== start || tokens.end(last) !== end)
    return false;
  const joined = (index: number) =>
    index >= 0 && index < tokens.length && /^名詞,(?:固有名詞|接尾)/.test(tokens.pos(index));
  return (
    !(first > 0 && tokens.end(first - 1) === start && joined(first - 1)) &&
    !(last + 1 < tokens.length && tokens.start(last + 1) === end && joined(last + 1))
  );
}
