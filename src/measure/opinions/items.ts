import { MODEL_OF_KINDS } from "../../annotate/claims/judge-kind.ts";
import type { Analysis, AnalyzedUnit } from "../../model/analysis.ts";
import { ARTICLE, type Comment } from "../../model/discussion.ts";
import type { Claim } from "../../model/layers.ts";

/** A comment among those of all discussions. */
export interface Voice {
  readonly analysis: Analysis;
  readonly unit: AnalyzedUnit;
  readonly comment: Comment;
  /** Place of the comment that it answers, -1 for none. */
  readonly answers: number;
}

/** A claim of a comment: what opinions are made of. */
export interface Item {
  readonly claim: Claim;
  /** Place of its comment among the voices. */
  readonly voice: number;
  /** Rows of its tokens `[first, last)` in the unit's. */
  readonly rows: readonly [number, number];
  /** Whether it says what somebody holds, wants, asks, went through or argues with; what is quoted, links and greetings do not. */
  readonly speaks: boolean;
}

/** Comments of all discussions and what they say, in the order of the discussions and pages. */
export interface Sayings {
  readonly voices: readonly Voice[];
  readonly items: readonly Item[];
}

/** Kinds of claims that opinions are made of, whoever tells the kind. */
const SPEAKING: ReadonlySet<Claim["kind"]> = new Set(["claim", "reason", "proposal", "experience", "question"]);
/** What the model takes for a greeting or a cry, with less confidence than this, is as well something said. */
const SURE = 0.5;

/** Whether opinions are made of a claim; those of which they are not join one, and make none. */
function isSpeaking({ kind, by, confidence }: Claim): boolean {
  if (SPEAKING.has(kind)) return true;
  // Rules know quotations, links and greetings. What else tells facts argues with them.
  return by === MODEL_OF_KINDS && (kind === "report" || confidence < SURE);
}

/** Returns the comments of the discussions and their claims. */
export function sayingsOf(analyses: readonly Analysis[]): Sayings {
  const voices: Voice[] = [];
  const items: Item[] = [];
  for (const analysis of analyses) {
    const first = voices.length;
    const units = new Map(analysis.units.map((unit) => [unit.id, unit]));
    const places = new Map(analysis.discussion.comments.map(({ id }, i) => [id, first + i]));
    for (const comment of analysis.discussion.comments) {
      const answers = comment.replyTo === null ? -1 : (places.get(comment.replyTo) ?? -1);
      voices.push({ analysis, unit: units.get(comment.id)!, comment, answers });
    }
    for (const claim of analysis.claims) {
      if (claim.unit === ARTICLE) continue;
      const { tokens } = units.get(claim.unit)!;
      const rows = [tokens.indexAt(claim.start), Math.min(tokens.length, tokens.indexAt(claim.end - 1) + 1)] as const;
      items.push({ claim, voice: places.get(claim.unit)!, rows, speaks: isSpeaking(claim) });
    }
  }
  return { voices, items };
}
