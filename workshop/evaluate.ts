/**
 * Holds the layers to the aims that were set for the sets of `test/gold`: `npm run evaluate`, and for the halves that
 * nobody read while rules were written `npm run evaluate -- --held-out`. Exit status 1 where one is missed.
 *
 * The sets were written by the hands that wrote the rules: that they are reached says that nothing broke, and forecasts
 * nothing for other text.
 */
import { scores as quotationScores } from "./accuracy/quotations.ts";
import { scores as stanceScores } from "./accuracy/stance.ts";
import { printRows } from "./bench/best.ts";

const half = process.argv.includes("--held-out") ? "b" : "a";
const unknown = process.argv.slice(2).filter((word) => word !== "--held-out");
if (unknown.length > 0) throw new Error(`npm run evaluate takes --held-out, not ${unknown.join(" ")}`);

const quotations = (await quotationScores())[half];
const stance = (await stanceScores())[half];

/** What is measured, its figure, and the aim: at least or at most so much. */
const AIMS: readonly (readonly [what: string, figure: number, sign: "≥" | "≤", aim: number])[] = [
  ["quotations: kind", quotations.kind, "≥", 0.92],
  ["quotations: speaker exact", quotations.exact, "≥", 0.93],
  ["quotations: speaker's head", quotations.head, "≥", 0.95],
  ["quotations: speaker exact over the nearest name", quotations.exact - quotations.baselineExact, "≥", 0.4],
  ["stance: accuracy over the commonest label", stance.accuracy - stance.majority, "≥", 0.3],
  ["stance: for taken for against", stance.swapped, "≤", 0.05],
];

const missed = AIMS.filter(([, figure, sign, aim]) => (sign === "≥" ? figure < aim : figure > aim));
printRows([
  [`half ${half}`, "figure", "aim", ""],
  ...AIMS.map((row) => {
    const [what, figure, sign, aim] = row;
    return [what, figure.toFixed(3), `${sign} ${aim}`, missed.includes(row) ? "missed" : ""];
  }),
]);
if (missed.length > 0) process.exitCode = 1;
