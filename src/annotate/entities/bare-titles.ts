import { groupBy } from "../../words/group-by.ts";
import type { Rule } from "../../words/rule.ts";
import type { EntityBy } from "./by.ts";
import type { Draft, Linked } from "./linked.ts";
import type { EntityResources } from "./resources.ts";
import type { EntityWeights } from "./words.ts";

/** A word that may stand for a person named elsewhere. */
interface Place {
  readonly surface: string;
  readonly isPronoun: boolean;
  readonly isHonorific: boolean;
  /** Persons named in the sentences before, in order. */
  readonly before: readonly Linked[];
  /** Who alone in the discussion bears this title. */
  readonly holder: Draft | undefined;
}

/** A rule of whom a word stands for; its name is that of its weight. */
interface BareRule extends Rule {
  readonly name: keyof EntityWeights;
  readonly when: (place: Place) => boolean;
  readonly person: (place: Place) => Draft;
  readonly by: EntityBy;
}

const PARTICLE = /^[はがもをにのと]/;

const lastBearer = ({ before, surface }: Place): Draft | undefined =>
  before.findLast(({ draft }) => draft.role === surface)?.draft;

/** Whom a bare title or a pronoun stands for, by priority: the first row that fits decides; where none does, for nobody. */
export const BARE_RULES: readonly BareRule[] = [
  {
    name: "pronoun",
    example: "山田太郎知事が会見した。彼は反対した。",
    when: ({ isPronoun, before }) => isPronoun && before.length > 0,
    person: ({ before }) => before.at(-1)!.draft,
    by: "pronoun",
  },
  {
    name: "last bearer",
    example: "山田太郎知事が会見した。知事は反対した。",
    when: (place) => isTitle(place) && lastBearer(place) !== undefined,
    person: (place) => lastBearer(place)!,
    by: "bare-title",
  },
  {
    name: "only bearer",
    example: "知事は反対した。山田太郎知事の話だ。",
    when: (place) => isTitle(place) && place.holder !== undefined,
    person: ({ holder }) => holder!,
    by: "bare-title",
  },
];

function isTitle({ isPronoun, isHonorific }: Place): boolean {
  return !isPronoun && !isHonorific;
}

/**
 * Returns bare titles and pronouns (大統領, 彼, 同氏) linked to the last person who fits, if a sentence before names one: with
 * little confidence.
 *
 * A title fits the last person who carried it, else the only one of the discussion who does; a pronoun the last person named.
 */
export function findBareTitles(
  units: readonly Linked["unit"][],
  linked: readonly Linked[],
  resources: EntityResources,
): Linked[] {
  const byUnit = groupBy(linked, ({ unit }) => unit);
  const holders = soleHolders(linked, resources.titles);
  return units.flatMap((unit) => bareIn(unit, byUnit.get(unit) ?? [], holders, resources));
}

function bareIn(
  unit: Linked["unit"],
  taken: readonly Linked[],
  holders: ReadonlyMap<string, Draft | null>,
  { titles, patterns, pronounOpeners, weights }: EntityResources,
): Linked[] {
  const persons = taken.filter(({ span }) => span.label === "PERSON");
  if (persons.length === 0 && holders.size === 0) return [];
  const found: Linked[] = [];
  const { text, tokens, sentences } = unit;
  let sentence = 0;
  for (let i = 0; i < tokens.length; i++) {
    const start = tokens.start(i);
    const code = text.charCodeAt(start);
    if (!titles.opensAlone(code) && !pronounOpeners.has(code)) continue;
    while (sentence < sentences.length - 1 && sentences[sentence]!.end <= start) sentence++;
    const surface = tokens.surface(i);
    const isPronoun = patterns.pronoun.test(surface);
    if (!isPronoun && (!titles.standsAlone(surface) || goesOn(unit, i))) continue;
    const end = tokens.end(i);
    if (!PARTICLE.test(text.slice(end, end + 1)) || taken.some((other) => isInTheWay(other, start, end))) continue;
    const from = sentences[sentence]?.start ?? 0;
    const place = {
      surface,
      isPronoun,
      isHonorific: titles.kindOf(surface) === "honorific",
      before: persons.filter(({ span }) => span.end <= from),
      holder: holders.get(surface) ?? undefined,
    };
    const rule = BARE_RULES.find(({ when }) => when(place));
    if (rule === undefined) continue;
    const span = { start, end, label: "PERSON", by: rule.by, confidence: weights[rule.name] } as const;
    found.push({ unit, draft: rule.person(place), span });
  }
  return found;
}

/** Whether a name stands where a title is looked for; a minister's title that is nobody's yet does not. */
function isInTheWay({ span }: Linked, start: number, end: number): boolean {
  return span.start < end && start < span.end && !(span.by === "minister" && span.start === start && span.end === end);
}

/** Whether a noun leads on to the token: 副|知事. */
function goesOn({ tokens }: Linked["unit"], i: number): boolean {
  return i > 0 && tokens.end(i - 1) === tokens.start(i) && tokens.pos(i - 1).startsWith("名詞");
}

/** Returns the titles that one person alone bears in a discussion; null for those that several do. */
function soleHolders(linked: readonly Linked[], titles: EntityResources["titles"]): ReadonlyMap<string, Draft | null> {
  const holders = new Map<string, Draft | null>();
  for (const { draft } of linked) {
    if (draft.role === null || !titles.standsAlone(draft.role)) continue;
    const known = holders.get(draft.role);
    holders.set(draft.role, known === undefined || known === draft ? draft : null);
  }
  return holders;
}
