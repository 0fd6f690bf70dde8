import type { Section } from "./section.ts";

/** Which words comments use. */
export const wordSection: Section = {
  id: "words",
  name: { ja: "言葉", en: "Words" },
  charts: ["codes", "keywords"],
  folded: ["network"],
  body: () => null,
};
