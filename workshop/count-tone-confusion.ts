/**
 * Writes `data/models/tone-confusion.tsv`: how often the tone that people gave to a comment was called what, on comments
 * that took no part in training: `npx tsx workshop/count-tone-confusion.ts`. Run it after every training.
 */
import { writeFileSync } from "node:fs";
import { annotateLine } from "../src/annotate-line/annotate-line.ts";
import { loadResources } from "../src/resources.ts";
import { otherHands, realComments, threadComments } from "./accuracy/tone-sets.ts";

const LABELS = ["positive", "neutral", "negative", "mixed"] as const;
const resources = await loadResources();
const counts = new Map<string, number>();
const comments = [...realComments(), ...threadComments(), ...otherHands()];
for (const { text, tone } of comments) {
  const { label } = annotateLine(JSON.stringify({ text }), resources, ["sentiment"]).sentiment as { label: string };
  counts.set(`${tone}\t${label}`, (counts.get(`${tone}\t${label}`) ?? 0) + 1);
}
const lines = LABELS.flatMap((people) =>
  LABELS.map((machine) => `${people}\t${machine}\t${counts.get(`${people}\t${machine}`) ?? 0}`),
);
writeFileSync(
  "data/models/tone-confusion.tsv",
  `# What people called ${comments.length} comments of other hands that trained nothing, and what the model calls them.
# Written by npx tsx workshop/count-tone-confusion.ts; shares of tone are told with the error that it shows.
people\tmachine\tcount
${lines.join("\n")}
`,
);
