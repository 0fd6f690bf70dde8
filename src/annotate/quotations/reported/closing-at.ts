import { W } from "../../../words/word-class.ts";
import { type Frame, reads } from "../frame/frame.ts";
import type { QuotationResources } from "../resources.ts";
import type { Closing, ClosingRule } from "./closing.ts";
import { isBehindVerb } from "./closing-noun.ts";
import { CLOSING_RULES, type ClosingName } from "./closing-rules.ts";

/** A closing and the rule that found it. */
export interface NamedClosing extends Closing {
  readonly rule: ClosingName;
}

type Rule = ClosingRule & { readonly name: ClosingName };
const RULES: readonly Rule[] = CLOSING_RULES;
const BEHIND_VERB = RULES.filter(({ first }) => first === undefined);
/** The rows that are asked of an item, by the code of its first character. */
const BY_FIRST: ReadonlyMap<number, readonly Rule[]> = new Map(
  [...new Set(RULES.map(({ first = "" }) => first).join(""))].map((character) => [
    character.charCodeAt(0),
    RULES.filter(({ first = character }) => first.includes(character)),
  ]),
);

/** Returns what closes reported words at an item, if anything: と述べる, との見方, ことを明らかにする, 考えを示す. */
export function closingAt(frame: Frame, item: number, to: number, resources: QuotationResources): NamedClosing | null {
  let rules = BY_FIRST.get(frame.text.charCodeAt(frame.starts[item]!));
  if (rules === undefined) {
    if (!isBehindVerb(frame, item)) return null;
    rules = BEHIND_VERB;
  }
  if (frame.words[item - 1] === W.QUOTE) return null;
  if (frame.words[item - 2] === W.QUOTE && (reads(frame, item - 1, "だ") || reads(frame, item - 1, "か"))) return null;
  for (const rule of rules) {
    if (!rule.when(frame, item)) continue;
    const closing = rule.close(frame, item, to, resources);
    return closing === null ? null : { ...closing, rule: rule.name };
  }
  return null;
}
