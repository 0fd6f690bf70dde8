/**
 * Ranks of noun phrases by how well they name somebody who speaks, from the least to the most.
 *
 * The order is what {@link canSpeak} goes by; how much each weighs where subjects compete is in `data/quotations/ranks.tsv`.
 */
export const RANKS = [
  { rank: "thing", example: "可能性", means: "a thing, a time, an amount, a pronoun that no list has" },
  { rank: "noun", example: "後輩分", means: "a common noun that no list has" },
  { rank: "fragment", example: "東京湾岸", means: "a place inside a longer word, or letters" },
  { rank: "unknown", example: "むにゃら", means: "a word in hiragana that the dictionary does not have" },
  { rank: "name", example: "源氏物語", means: "a name of a kind that the dictionary does not tell" },
  { rank: "place", example: "欧州", means: "a place by itself" },
  { rank: "document", example: "報告書", means: "a paper that says something" },
  { rank: "group", example: "外務省", means: "a group, an organisation, a name of several words" },
  { rank: "holder", example: "王志強氏の考えは", means: "somebody whose view is the subject" },
  { rank: "theme", example: "うちの上司、", means: "a person set at the head of a sentence by a comma" },
  { rank: "people", example: "猟師", means: "a word for people, by its last character" },
  { rank: "comment", example: ">>12", means: "a comment, by its number" },
  { rank: "bare name", example: "大谷", means: "a person's name without title" },
  { rank: "person", example: "村瀬社長", means: "a name with a title, or a word for people" },
] as const;

export type Rank = (typeof RANKS)[number]["rank"];

const ORDER: Readonly<Record<string, number>> = Object.fromEntries(RANKS.map(({ rank }, order) => [rank, order]));

/** Whether something ranks at least so high as one that speaks. */
export function canSpeak({ rank }: { readonly rank: Rank }, least: Rank): boolean {
  return ORDER[rank]! >= ORDER[least]!;
}

/** Returns the higher one of two ranks. */
export function higherRank(a: Rank, b: Rank): Rank {
  return ORDER[a]! >= ORDER[b]! ? a : b;
}
