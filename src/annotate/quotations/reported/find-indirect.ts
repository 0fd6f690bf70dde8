import { isNominal, W } from "../../../words/word-class.ts";
import { type Frame, reads } from "../frame/frame.ts";
import type { QuotationResources } from "../resources.ts";
import { closingAt } from "./closing-at.ts";
import { bracketed, hearsayIn } from "./hearsay.ts";
import type { Indirect } from "./indirect.ts";
import { Report } from "./report.ts";
import type { ReportRule, Told } from "./report-rule.ts";
import { REPORT_RULES, type ReportBy } from "./report-rules.ts";
import { trimStart } from "./report-start.ts";

/** 1 for the classes of the words that may close reported ones. */
const MAY_CLOSE = Uint8Array.from(Object.values(W), (word) =>
  isNominal(word) || [W.QUOTING, W.PARTICLE, W.CASE, W.JOINING, W.FORMAL].includes(word as never) ? 1 : 0,
);

/** Returns reported speech without brackets in the sentence `[from, to)` of a frame. */
export function findIndirect(frame: Frame, from: number, to: number, resources: QuotationResources): Indirect[] {
  const found: Indirect[] = [];
  for (const { indirect } of reportsIn(frame, from, to, resources)) if (indirect !== null) found.push(indirect);
  if (found.length > 0) return found;
  const hearsay = hearsayIn(frame, from, to, resources);
  return hearsay === null ? found : [hearsay];
}

/** Returns what may be reported in a sentence, and what came of it; words behind a report belong to the next. */
export function reportsIn(
  frame: Frame,
  from: number,
  to: number,
  resources: QuotationResources,
): { readonly report: Report; readonly indirect: Indirect | null }[] {
  const found: { report: Report; indirect: Indirect | null }[] = [];
  let start = from;
  for (let item = from + 1; item < to; item++) {
    const word = frame.words[item]!;
    const closing = MAY_CLOSE[word] === 1 ? closingAt(frame, item, to, resources) : null;
    if (closing === null) {
      // A reported clause in brackets is over: what follows its comma is new.
      if (word === W.COMMA && bracketed(frame, start, item)) start = item + 1;
      continue;
    }
    const report = new Report(frame, from, start, closing, resources);
    const indirect = indirectOf(report);
    found.push({ report, indirect });
    if (indirect !== null) {
      start = Math.max(closing.predicate.after, item + 1);
      item = start - 1;
    }
  }
  return found;
}

type Rule = ReportRule & { readonly by: ReportBy };
const RULES: readonly Rule[] = REPORT_RULES;

/** Returns the rule that decides who tells reported words, and what it finds; null if no rule finds anything. */
export function decideTeller(report: Report): { readonly rule: Rule; readonly told: Told | null } | null {
  for (const rule of RULES) {
    if (!rule.when(report)) continue;
    const told = rule.find(report);
    if (told !== null || rule.final) return { rule, told };
  }
  return null;
}

function indirectOf(report: Report): Indirect | null {
  const { rule, told } = decideTeller(report) ?? { told: null };
  if (rule === undefined || told === null) return null;
  const { frame, closing, resources } = report;
  const { item, predicate } = closing;
  const first = trimStart(frame, told.from, item, resources);
  const comma = frame.words[item - 1] === W.COMMA;
  if (first >= item || frame.starts[item]! - frame.starts[first]! < 4 || (comma && item - 2 < first)) return null;
  let last = comma ? item - 2 : item - 1;
  if (reads(frame, last, "など") && last > first) last--;
  const { phrase, confidence = 0 } = told;
  const { words, by } = rule;
  return {
    start: frame.starts[first]!,
    end: closing.end ?? frame.ends[last]!,
    verb: predicate.verb,
    speaker: phrase === null ? null : { phrase, confidence: rule.speaker ?? confidence, by },
    confidence: typeof words === "number" ? words : report.isWeak ? words.weak : words.strong,
    by: closing.by,
    from: report.sentence,
    to: Math.max(predicate.after, item),
  };
}
