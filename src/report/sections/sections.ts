import { exchangeSection } from "./exchanges.ts";
import { opinionSection } from "./opinions.ts";
import { peopleSection } from "./people.ts";
import { quotationSection } from "./quotations.ts";
import type { Section } from "./section.ts";
import { sideSection } from "./sides.ts";
import { sourceSection } from "./sources.ts";
import { targetSection } from "./targets.ts";
import { timeSection } from "./time.ts";
import { toneSection } from "./tone.ts";
import { wordSection } from "./words.ts";
import { worthReadingSection } from "./worth-reading.ts";

/** The sections of the page, in the order of what a reader asks. */
export const SECTIONS: readonly Section[] = [
  opinionSection,
  sideSection,
  exchangeSection,
  toneSection,
  targetSection,
  peopleSection,
  quotationSection,
  sourceSection,
  worthReadingSection,
  timeSection,
  wordSection,
];
