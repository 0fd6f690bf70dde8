import { foldUnit } from "../../../words/fold-unit.ts";

/** Returns a lexicon's text folded as {@link foldUnit} folds what it is compared with. */
export function foldText(text: string): string {
  let folded = "";
  for (let i = 0; i < text.length; i++) {
    const unit = foldUnit(text.charCodeAt(i));
    if (unit !== 0) folded += String.fromCharCode(unit);
  }
  return folded;
}
