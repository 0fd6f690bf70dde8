import { opinionBody } from "../opinions.ts";
import type { Section } from "./section.ts";

/** What people say. */
export const opinionSection: Section = {
  id: "opinions",
  name: { ja: "意見", en: "Opinions" },
  charts: ["opinions"],
  folded: ["opinion-map", "considerations"],
  body: opinionBody,
};
