import { BEHIND_RULES } from "./behind-rules.ts";
import { BESIDE_RULES } from "./beside-rules.ts";
import { NEXT_SENTENCE_RULES } from "./next-sentence-rules.ts";
import { SENTENCE_RULES } from "./sentence-rules.ts";
import type { SpeakerRule } from "./speaker-rule.ts";
import { STORY_RULES } from "./story-rules.ts";

/** All rules for the speaker of a bracket; their order is their priority: the first that finds somebody decides. */
export const SPEAKER_RULES = [
  ...BESIDE_RULES,
  ...BEHIND_RULES,
  ...NEXT_SENTENCE_RULES,
  ...SENTENCE_RULES,
  ...STORY_RULES,
] as const satisfies readonly SpeakerRule[];

/** What the output says of how a speaker was found. */
export type SpeakerBy = (typeof SPEAKER_RULES)[number]["by"];
