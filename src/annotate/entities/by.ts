/** What a name may be found by. */
export type EntityBy =
  | "entity-model"
  | "own-model"
  | "country-kanji"
  | "designation"
  | `gazetteer:${string}`
  | "before-title"
  | "title"
  | "minister"
  | "acronym"
  | "same-name"
  | "pronoun"
  | "bare-title"
  | "number-grammar"
  | "date-grammar";
