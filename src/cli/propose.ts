import { type Analysis, loadResources, proposePropositions } from "../index.ts";
import type { Io } from "./io.ts";
import { propositionsOf } from "./options.ts";
import { said } from "./said.ts";
import type { Values } from "./verb.ts";

/** Whether no proposition was given; if so, what the articles seem to propose is told as a note, and nothing is assumed. */
export async function lacksProposition(analyses: readonly Analysis[], values: Values, io: Io): Promise<boolean> {
  if (propositionsOf(values).length > 0) return false;
  const resources = await loadResources();
  const proposed = new Set(analyses.flatMap(({ discussion }) => proposePropositions(discussion, resources)));
  const shown = [...proposed].slice(0, 3).map((text) => `「${text}」`);
  const { sidesNeed, proposed: told } = said().notes;
  io.note(shown.length === 0 ? sidesNeed : told(shown.join(" ")));
  return true;
}
