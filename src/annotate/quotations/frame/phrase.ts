import type { Rank } from "./rank.ts";

/** A noun phrase that may name a speaker: items `[first, last]` and offsets in the text. */
export interface NounPhrase {
  readonly first: number;
  readonly last: number;
  readonly start: number;
  readonly end: number;
  /** The name without title: offsets. */
  readonly nameStart: number;
  readonly nameEnd: number;
  /** How well it names somebody who speaks. */
  readonly rank: Rank;
  /** True for a name, with or without title. */
  readonly proper: boolean;
}

/** A noun phrase with the particle that makes it a subject. */
export interface Subject {
  readonly phrase: NounPhrase;
  readonly particle: "は" | "が" | "も";
  /** Item of the particle. */
  readonly at: number;
}

/** A subject and the first item that its finding looked at. */
export interface FoundSubject {
  readonly subject: Subject;
  readonly reach: number;
}
