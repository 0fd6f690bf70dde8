import { W } from "../../../words/word-class.ts";
import { type Frame, reads } from "../frame/frame.ts";
import type { QuotationResources } from "../resources.ts";
import type { Closing, ClosingRule } from "./closing.ts";
import { mayCloseByNoun } from "./closing-noun.ts";
import { CLOSING_RULES, type ClosingName } from "./closing-rules.ts";

/** A closing and the rule that found it. */
export interface NamedClosing extends Closing {
  readonly rule: ClosingName;
}

type Rule = ClosingRule & { readonly name: ClosingName };
const RULES: readonly Rule[] = CLOSING_RULES;
/** First letters of と, って, たって, だって, という: most items begin with none of them. */
const [TO, SMALL_TSU, TA, DA] = [0x3068, 0x3063, 0x305f, 0x3060];

/** Returns what closes reported words at an item, if anything: と述べる, との見方, ことを明らかにする, 考えを示す. */
export function closingAt(frame: Frame, item: number, to: number, resources: QuotationResources): NamedClosing | null {
  const code = frame.text.charCodeAt(frame.starts[item]!);
  const tied = code === TO || code === SMALL_TSU || code === TA || code === DA;
  if (!tied && !mayCloseByNoun(frame, item)) return null;
  if (frame.words[item - 1] === W.QUOTE) return null;
  if (frame.words[item - 2] === W.QUOTE && (reads(frame, item - 1, "だ") || reads(frame, item - 1, "か"))) return null;
  for (const { name, when, close } of RULES) {
    if (!when(frame, item)) continue;
    const closing = close(frame, item, to, resources);
    return closing === null ? null : { ...closing, rule: name };
  }
  return null;
}
