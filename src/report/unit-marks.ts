import type { Analysis } from "../model/analysis.ts";
import { ARTICLE } from "../model/discussion.ts";
import type { Mark } from "./marked-text.ts";

/** Returns the name of the element that shows a unit: `d0-c12`, the article of the first discussion `d0-article`. */
export function unitElement(discussion: number, unit: string): string {
  return `d${discussion}-${unit}`;
}

/** Words that moved a score by less are not marked: a page full of lines shows nothing. */
const FAINTEST = 0.1;

/** Returns what is marked in each unit's text. */
export function unitMarks(analysis: Analysis, index: number): ReadonlyMap<string, readonly Mark[]> {
  const marks = new Map<string, Mark[]>(analysis.units.map(({ id }) => [id, []]));
  const names = new Map(
    analysis.entities.map(({ id, name, role }) => [id, role === null ? name : `${name}（${role}）`]),
  );
  const plain = new Map(analysis.entities.map(({ id, name }) => [id, name]));
  for (const { unit, start, end, entity } of analysis.mentions) {
    marks
      .get(unit)
      ?.push({ start, end, className: "en", entity: plain.get(entity) ?? entity, title: names.get(entity) ?? entity });
  }
  for (const { unit, start, end, kind, speaker, verb, outlet } of analysis.quotations) {
    const told = [speaker?.text, verb, outlet].filter((part) => part != null).join("・");
    marks.get(unit)?.push({ start, end, className: `qu ${kind}`, ...(told === "" ? {} : { title: told }) });
  }
  for (const { unit, start, end, target, similarity } of analysis.references) {
    const place = target === ARTICLE ? ARTICLE : target;
    marks.get(unit)?.push({
      start,
      end,
      className: "re",
      goto: unitElement(index, place),
      title: `${place} (${similarity.toFixed(2)})`,
    });
  }
  for (const { unit, start, end, role, outlet, holder, licence } of analysis.citations) {
    const told = [outlet ?? holder, licence].filter((part) => part != null).join("・");
    marks.get(unit)?.push({ start, end, className: "ci", title: told === "" ? role : told });
  }
  for (const { scope, evidence } of analysis.sentiments) {
    if (scope !== "unit") continue;
    for (const { unit, start, end, score, why } of evidence) {
      if (Math.abs(score) < FAINTEST) continue;
      marks.get(unit)?.push({ start, end, className: score < 0 ? "se neg" : "se pos", title: why });
    }
  }
  return marks;
}
