import type { Sentence, Tokens } from "../../model/tokens.ts";
import type { Rule } from "../../words/rule.ts";
import type { Candidate } from "./outlet-run.ts";
import type { Carrier, CarrierKind, CitationResources } from "./resources.ts";

/** An outlet in its sentence, with the words around it that may say that it carries information. */
interface Place {
  readonly tokens: Tokens;
  readonly candidate: Candidate;
  readonly sentence: Sentence;
  readonly resources: CitationResources;
  /** What stands right before the name, and behind it with its brackets. */
  readonly lead: string;
  readonly follow: string;
  /** The phrase of a carrier that follows. */
  readonly phrase: Carrier | undefined;
}

/** A rule of whether an outlet carries information, and how; null if it does not. */
interface CarrierRule extends Rule {
  readonly when: (place: Place) => boolean;
  readonly kind: (place: Place) => CarrierKind | null;
}

/** Whether the words are other words too, so that only what no other word takes makes them an outlet. */
const isUnsure = ({ candidate: { by } }: Place): boolean => by === "short" || by === "shape";
const nothing = (): null => null;
const phraseKind = ({ phrase }: Place): CarrierKind => phrase!.kind;

/** Whether an outlet carries information, by priority: the first row that fits decides. */
export const CARRIER_RULES: readonly CarrierRule[] = [
  {
    name: "phrase before a sure name",
    example: "ソースは朝日新聞だけ。",
    when: (place) => !isUnsure(place) && place.resources.before.some((phrase) => place.lead.endsWith(phrase)),
    kind: () => "report",
  },
  {
    name: "phrase behind a sure name",
    example: "朝日新聞によると、会談は延期された。",
    when: (place) => place.phrase !== undefined && !isUnsure(place),
    kind: phraseKind,
  },
  {
    name: "phrase that only outlets take",
    example: "HARBOURの取材に回答した。",
    when: ({ phrase }) => phrase?.telling === true,
    kind: phraseKind,
  },
  {
    name: "according to a short name",
    example: "読売によると、会談は延期された。",
    when: ({ phrase, candidate }) => candidate.by === "short" && phrase?.kind === "according-to",
    kind: phraseKind,
  },
  {
    name: "phrase that others take too",
    example: "Harbourに答えた。",
    when: ({ phrase }) => phrase !== undefined,
    kind: nothing,
  },
  {
    name: "no subject, or no sure name",
    example: "朝日新聞を読んだと伝えた。",
    when: (place) => isUnsure(place) || !/^(は|が|も|では|でも)/.test(place.follow),
    kind: nothing,
  },
  {
    name: "predicate",
    example: "朝日新聞は会談が延期されたと報じた。",
    when: (place) => predicateOf(place) !== null,
    kind: predicateOf,
  },
];

/** Returns how an outlet carries information where it stands; null if it does not. */
export function carrierOf(
  tokens: Tokens,
  candidate: Candidate,
  sentence: Sentence,
  resources: CitationResources,
): CarrierKind | null {
  const start = tokens.start(candidate.first);
  const from = endWithBrackets(tokens, candidate);
  const follow = tokens.text.slice(from, Math.min(from + 12, sentence.end));
  const place: Place = {
    tokens,
    candidate,
    sentence,
    resources,
    lead: tokens.text.slice(Math.max(sentence.start, start - 6), start),
    follow,
    phrase: resources.after.find(({ pattern }) => follow.startsWith(pattern)),
  };
  return CARRIER_RULES.find(({ when }) => when(place))?.kind(place) ?? null;
}

function endWithBrackets(tokens: Tokens, { next, by }: Candidate): number {
  const { text } = tokens;
  let from = tokens.end(next - 1);
  // An acronym in parentheses may follow the name: 中国中央電視台(CCTV)は.
  from += /^[(（][^()（）]{1,20}[)）]/.exec(text.slice(from, from + 24))?.[0].length ?? 0;
  // テレビ東京「朝の市場」で取り上げられた: its programme stands between.
  if (by === "gazetteer") from += /^[「『][^「」『』]{1,24}[」』]/.exec(text.slice(from, from + 28))?.[0].length ?? 0;
  return from;
}

/** Returns what the outlet's predicate says: a carrying verb after a quote or と, before the sentence turns to another subject. */
function predicateOf({ tokens, candidate: { next }, sentence, resources: { verbs } }: Place): CarrierKind | null {
  let depth = 0;
  for (let row = next; row < sentence.lastToken; row++) {
    const surface = tokens.surface(row);
    if (surface === "「" || surface === "『") depth++;
    else if (surface === "」" || surface === "』") depth--;
    else if (depth === 0) {
      const kind = verbs.get(tokens.lemma(row));
      if (kind !== undefined && (row + 1 >= sentence.lastToken || /^(動詞|名詞,サ変接続)/.test(tokens.pos(row))))
        return kind;
      const turns = row > next + 2 && surface === "は" && tokens.pos(row).startsWith("助詞,係助詞");
      if (turns && tokens.pos(row - 1).startsWith("名詞,固有名詞")) return null;
    }
  }
  return null;
}
