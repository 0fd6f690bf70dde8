/** Analyses the sample discussions and says what to try next: the first thing that somebody runs. */
import { spawnSync } from "node:child_process";
import { languageOf, said, speak } from "../src/cli/said.ts";

const INPUTS = ["data/pages/harbour.txt", "data/pages/railway-core.html", "data/pages/survey-library.csv"];
const SQL = "SELECT author, up, text FROM comments ORDER BY up DESC LIMIT 3";

// On a terminal the command does not repeat the path that it has told.
const { status } = spawnSync("node", ["dist/cli/main.js", "analyze", ...INPUTS, "-o", "out"], {
  stdio: ["inherit", process.stdout.isTTY ? "inherit" : "ignore", "inherit"],
});
if (status === 0) {
  speak(languageOf(process.argv.slice(2), process.env));
  const { next, openReport, ownPage, askSql } = said().done;
  console.log(
    [
      "",
      next,
      `  1. ${openReport("out/report.html")}`,
      `  2. ${askSql}: npx yoron query "${SQL}" out`,
      `  3. ${ownPage}: npx yoron report page.html -o report.html`,
    ].join("\n"),
  );
}
process.exitCode = status ?? 1;
