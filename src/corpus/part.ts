import { tokenizeUnits } from "../analyze.ts";
import type { Analysis } from "../model/analysis.ts";
import { deepFreeze } from "../model/freeze.ts";
import type { Resources } from "../resources.ts";

/** An analysis as it goes from thread to thread and to disk: plain data, without the tokens, which are cut again. */
export type Part = Omit<Analysis, "units">;

export function toPart({ units: _, ...part }: Analysis): Part {
  return part;
}

/** Returns the whole analysis that a part is of; cutting into tokens is a small share of the work that made it. */
export function fromPart(part: Part, resources: Pick<Resources, "tokenizer" | "folding">): Analysis {
  return deepFreeze({ ...part, units: tokenizeUnits(part.discussion, resources) });
}
