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
const FIRSTS = [...new Set(RULES.map(({ first = "" }) => first).join(""))];
/** The rows that are asked of an item that begins with each of {@link FIRSTS}; 0 is any other behind a verb. */
const BY_FIRST: readonly (readonly Rule[])[] = [
  BEHIND_VERB,
  ...FIRSTS.map((character) => RULES.filter(({ first = character }) => first.includes(character))),
];
/** Which of them, by the code of a character. */
const INDEX = new Uint8Array(0x10000);
FIRSTS.forEach((character, i) => {
  INDEX[character.charCodeAt(0)] = i + 1;
});

/** Returns what closes reported words at an item, if anything: と述べる, との見方, ことを明らかにする, 考えを示す. */
export function closingAt(frame: Frame, item: number, to: number, resources: QuotationResources): NamedClosing | null {
  const index = INDEX[frame.text.charCodeAt(frame.starts[item]!)]!;
  if (index === 0 && !isBehindVerb(frame, item)) return null;
  if (frame.words[item - 1] === W.QUOTE) return null;
  if (frame.words[item - 2] === W.QUOTE && (reads(frame, item - 1, "だ") || reads(frame, item - 1, "か"))) return null;
  for (const rule of BY_FIRST[index]!) {
    if (!rule.when(frame, item)) continue;
    const closing = rule.close(frame, item, to, resources);
    return closing === null ? null : { ...closing, rule: rule.name };
  }
  return null;
}
