import type { AnalyzedUnit } from "../../model/analysis.ts";
import type { Link } from "../../model/discussion.ts";
import type { Citation, CitationRole } from "../../model/layers.ts";
import { overlaps } from "../../model/span.ts";
import { parseCredit } from "./credit.ts";
import { findLabelledLines, type LabelledLine } from "./labelled-lines.ts";
import { languageOf } from "./language.ts";
import type { CitationResources } from "./resources.ts";
import { parseSourceTitle } from "./source-title.ts";

/**
 * Returns the labelled lines of a unit: `参考:`, `出典:`, `関連記事:`, `※アイキャッチ画像の出典:` …
 *
 * 出典 alone says either where the text or where a picture is from. It is read as an image credit where it ends in
 * a licence, or where the text names its sources under another label; else as a source.
 */
export function labelledCitations(
  unit: AnalyzedUnit,
  links: readonly Link[],
  resources: CitationResources,
): Citation[] {
  const lines = findLabelledLines(unit.text, resources.labels);
  const otherSources = lines.some(({ role }) => role === "source");
  const imageLabels = lines.some(({ role }) => role === "image-credit");
  return lines.map((line) => {
    const text = unit.text.slice(line.start, line.end);
    const credit = parseCredit(text, resources.licences);
    const [role, confidence] = roleOf(line, credit.licence !== null, otherSources || imageLabels);
    const url =
      links.find((link) => overlaps(link, line))?.url ?? /https?:\/\/[^\s<>"「」（）]+/.exec(text)?.[0] ?? null;
    const place = {
      unit: unit.id,
      start: line.start,
      end: line.end,
      text,
      role,
      url,
      confidence,
      by: `label ${line.label}`,
    };
    if (role === "image-credit") {
      return { ...place, title: null, outlet: null, ...credit, language: creditLanguage(credit.holder ?? text) };
    }
    const { title, outlet } = parseSourceTitle(text, resources.outlets);
    return { ...place, title, outlet, holder: null, licence: null, language: languageOf(title) };
  });
}

function roleOf({ role }: LabelledLine, licensed: boolean, sourcesElsewhere: boolean): [CitationRole, number] {
  if (role !== "credit-or-source") return [role, 0.98];
  if (licensed) return ["image-credit", 0.97];
  return sourcesElsewhere ? ["image-credit", 0.85] : ["source", 0.7];
}

/** A holder that is only a site's name (Kremlin.ru) has no language. */
function creditLanguage(holder: string): string | null {
  return /^[\w.-]+\.[a-z]{2,}$/i.test(holder) ? null : languageOf(holder);
}
