#!/usr/bin/env node
import { parseArgs } from "node:util";
import { version, YoronError } from "../index.ts";
import { agreement } from "./agreement.ts";
import { analyze } from "./analyze.ts";
import { annotate } from "./annotate.ts";
import { chart } from "./chart.ts";
import { cross } from "./cross.ts";
import { COMMON_OPTIONS, mainHelp, verbHelp } from "./help.ts";
import { errorLine } from "./inputs.ts";
import { processIo } from "./io.ts";
import { kwic } from "./kwic.ts";
import { query } from "./query.ts";
import { read } from "./read.ts";
import { report } from "./report.ts";
import { sample } from "./sample.ts";
import { table } from "./table.ts";
import { tokenize } from "./tokenize.ts";
import { isUsage, usageError } from "./usage-error.ts";
import type { Verb } from "./verb.ts";

const verbs: readonly Verb[] = [
  read,
  analyze,
  report,
  table,
  chart,
  query,
  cross,
  kwic,
  sample,
  agreement,
  tokenize,
  annotate,
];

async function main(args: readonly string[]): Promise<number> {
  const [word, ...rest] = args;
  const asJson = rest.includes("--json");
  const io = processIo({ quiet: rest.includes("-q") || rest.includes("--quiet") });
  try {
    if (word === undefined || word === "--help" || word === "-h" || word === "help") {
      await io.print(mainHelp(verbs));
      return word === undefined ? 2 : 0;
    }
    if (word === "--version" || word === "-v") {
      await io.print(`${version}\n`);
      return 0;
    }
    const verb = verbs.find(({ name }) => name === word);
    if (verb === undefined) {
      throw usageError("there is no verb", word, `known verbs: ${verbs.map(({ name }) => name).join(", ")}`);
    }
    const { positionals, values } = parse(verb, rest);
    if (values.help === true) {
      await io.print(verbHelp(verb));
      return 0;
    }
    return await verb.run({ positionals, values, io });
  } catch (error) {
    io.progress("");
    if (!(error instanceof YoronError)) throw error;
    io.tell(errorLine(error, asJson));
    return isUsage(error) ? 2 : 1;
  }
}

function parse(verb: Verb, args: readonly string[]) {
  const options = Object.fromEntries(
    Object.entries({ ...verb.options, ...COMMON_OPTIONS }).map(([name, { type, short, multiple }]) => [
      name,
      { type, ...(short === undefined ? {} : { short }), ...(multiple === undefined ? {} : { multiple }) },
    ]),
  );
  try {
    return parseArgs({ args: withValues(verb, args), options, allowPositionals: true, strict: true });
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split(". ")[0] ?? "") : String(error);
    throw usageError(
      `${verb.name}: ${reason.replace(/\.$/, "")}`,
      undefined,
      `it takes: ${Object.keys(options)
        .map((name) => `--${name}`)
        .join(", ")}`,
    );
  }
}

/** Returns the arguments, an option that stands without the value that it may have with an empty one. */
function withValues(verb: Verb, args: readonly string[]): string[] {
  const end = args.includes("--") ? args.indexOf("--") : args.length;
  return args.map((arg, i) =>
    i < end && arg.startsWith("--") && verb.options[arg.slice(2)]?.optional ? `${arg}=` : arg,
  );
}

// A closed pipe (`yoron … | head`) is the reader's wish, not a failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? 0 : 1);
});
process.exitCode = await main(process.argv.slice(2));
