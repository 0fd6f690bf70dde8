import type { AnalyzedUnit } from "../../model/analysis.ts";
import { ARTICLE, type Discussion, type Link } from "../../model/discussion.ts";
import type { Citation } from "../../model/layers.ts";
import { overlaps } from "../../model/span.ts";
import { inlineCitations } from "./inline.ts";
import { labelledCitations } from "./labelled-citations.ts";
import { linkCitations } from "./links.ts";
import type { CitationResources } from "./resources.ts";

/**
 * Returns the sources that article and comments name, in the order of the text.
 *
 * @example
 * findCitations(discussion, units, resources).filter(({ role }) => role === "source");
 */
export function findCitations(
  discussion: Discussion,
  units: readonly AnalyzedUnit[],
  resources: CitationResources,
): readonly Citation[] {
  const links = new Map<string, readonly Link[]>([
    [ARTICLE, discussion.article.links],
    ...discussion.comments.map(({ id, links }) => [id, links] as const),
  ]);
  return units.flatMap((unit) => {
    const linksHere = links.get(unit.id) ?? [];
    const labelled = labelledCitations(unit, linksHere, resources);
    const linked = linkCitations(unit, linksHere, labelled, resources);
    const inline = inlineCitations(unit, resources).filter(
      (citation) => ![...labelled, ...linked].some((other) => overlaps(other, citation)),
    );
    return [...labelled, ...linked, ...inline].sort((a, b) => a.start - b.start || a.end - b.end);
  });
}
