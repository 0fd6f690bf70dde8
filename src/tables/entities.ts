import { roundScore } from "../model/round-score.ts";
import { DISCUSSION, projection } from "./projection.ts";

/**
 * The table of who and what is spoken of, a row each, with the number of mentions and the mean sentiment toward them.
 *
 * @example
 * entityTable(analysis).filter((row) => row.label === "PERSON");
 */
export const entityTable = projection(
  {
    name: "entities",
    description: "A person, place, organisation or other thing that the discussion speaks of.",
    columns: [
      DISCUSSION,
      {
        name: "id",
        type: "string",
        nullable: false,
        meaning: "ISO code or other stable id, else local to the discussion",
        key: "primary",
      },
      { name: "name", type: "string", nullable: false, meaning: "canonical name" },
      { name: "label", type: "string", nullable: false, meaning: "OntoNotes label: PERSON, GPE, ORG …" },
      { name: "role", type: "string", meaning: "title that goes with a person: 主席" },
      { name: "mentions", type: "integer", nullable: false, unit: "mentions", meaning: "how often it is spoken of" },
      { name: "units", type: "integer", nullable: false, unit: "units", meaning: "in how many units it is spoken of" },
      {
        name: "sentiment",
        type: "number",
        unit: "[-1, 1]",
        meaning: "mean score toward it where evidence speaks; null without any",
      },
    ],
  },
  function* ({ discussion, entities, mentions, sentiments }) {
    const counts = new Map<string, { mentions: number; units: Set<string> }>();
    for (const mention of mentions) {
      const count = counts.get(mention.entity) ?? { mentions: 0, units: new Set<string>() };
      count.mentions++;
      count.units.add(mention.unit);
      counts.set(mention.entity, count);
    }
    const toward = new Map<string, number[]>();
    for (const { scope, target, score, evidence } of sentiments) {
      if (scope !== "target" || target === null || evidence.length === 0) continue;
      const scores = toward.get(target) ?? [];
      scores.push(score);
      toward.set(target, scores);
    }
    for (const { id, name, label, role } of entities) {
      const scores = toward.get(id);
      yield {
        discussion: discussion.id,
        id,
        name,
        label,
        role,
        mentions: counts.get(id)?.mentions ?? 0,
        units: counts.get(id)?.units.size ?? 0,
        sentiment:
          scores === undefined ? null : roundScore(scores.reduce((sum, score) => sum + score, 0) / scores.length),
      };
    }
  },
);
