import { groupBy } from "../../words/group-by.ts";
import type { Draft, Linked } from "./linked.ts";
import type { EntityResources } from "./resources.ts";

const PARTICLE = /^[はがもをにのと]/;
const PRONOUN = /^(?:彼女|彼|同氏)$/;
const PRONOUN_OPENERS = new Set([..."彼同"].map((char) => char.charCodeAt(0)));

/**
 * Links a bare 大統領, 彼 or 同氏 to the last person who fits, if a sentence before names one: with little confidence.
 *
 * A title fits the last person who carried it, else the only one of the discussion who does; a pronoun the last person named.
 */
export function findBareTitles(
  units: readonly Linked["unit"][],
  linked: readonly Linked[],
  { titles }: EntityResources,
): Linked[] {
  const found: Linked[] = [];
  const byUnit = groupBy(linked, ({ unit }) => unit);
  const holders = soleHolders(linked, titles);
  for (const unit of units) {
    const taken = byUnit.get(unit) ?? [];
    const persons = taken.filter(({ span }) => span.label === "PERSON");
    if (persons.length === 0 && holders.size === 0) continue;
    const { text, tokens, sentences } = unit;
    let sentence = 0;
    for (let i = 0; i < tokens.length; i++) {
      const start = tokens.start(i);
      if (!titles.opensAlone(text.charCodeAt(start)) && !PRONOUN_OPENERS.has(text.charCodeAt(start))) continue;
      while (sentence < sentences.length - 1 && sentences[sentence]!.end <= start) sentence++;
      const surface = tokens.surface(i);
      const pronoun = PRONOUN.test(surface);
      if (!pronoun && !titles.standsAlone(surface)) continue;
      const end = tokens.end(i);
      if (!PARTICLE.test(text.slice(end, end + 1)) || taken.some(({ span }) => span.start < end && start < span.end))
        continue;
      if (!pronoun && i > 0 && tokens.end(i - 1) === start && tokens.pos(i - 1).startsWith("名詞")) continue;
      const from = sentences[sentence]?.start ?? 0;
      const before = persons.filter(({ span }) => span.end <= from);
      const near = before.findLast(({ draft }) => pronoun || draft.role === surface)?.draft;
      // In a comment the title of the only one in the discussion who bears it.
      const draft = near ?? (pronoun ? undefined : (holders.get(surface) ?? undefined));
      if (draft === undefined || (!pronoun && titles.kindOf(surface) === "honorific")) continue;
      const confidence = pronoun ? 0.35 : near === undefined ? 0.4 : 0.5;
      found.push({
        unit,
        draft,
        span: { start, end, label: "PERSON", by: pronoun ? "pronoun" : "bare-title", confidence },
      });
    }
  }
  return found;
}

/** Titles that one person alone bears in a discussion; null for those that several do. */
function soleHolders(linked: readonly Linked[], titles: EntityResources["titles"]): ReadonlyMap<string, Draft | null> {
  const holders = new Map<string, Draft | null>();
  for (const { draft } of linked) {
    if (draft.role === null || !titles.standsAlone(draft.role)) continue;
    const known = holders.get(draft.role);
    holders.set(draft.role, known === undefined || known === draft ? draft : null);
  }
  return holders;
}
