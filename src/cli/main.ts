#!/usr/bin/env node
import { existsSync } from "node:fs";
import { version, YoronError } from "../index.ts";
import { agreement } from "./agreement.ts";
import { analyze } from "./analyze.ts";
import { annotate } from "./annotate.ts";
import { chart } from "./chart.ts";
import { checkOutput } from "./check-output.ts";
import { corpus } from "./corpus.ts";
import { cross } from "./cross.ts";
import { mainHelp, verbHelp } from "./help.ts";
import { errorLine } from "./inputs.ts";
import { type Io, processIo } from "./io.ts";
import { knownNames } from "./known-name.ts";
import { kwic } from "./kwic.ts";
import { askedLang } from "./lang.ts";
import { nameLexicon } from "./name-lexicon.ts";
import { named } from "./named.ts";
import { nearestName } from "./nearest-name.ts";
import { onInterrupt } from "./on-interrupt.ts";
import { pack } from "./pack.ts";
import { type ParsedCall, parseCall } from "./parse-call.ts";
import { query } from "./query.ts";
import { read } from "./read.ts";
import { report } from "./report.ts";
import { languageOf, said, speak } from "./said.ts";
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
  corpus,
  cross,
  kwic,
  sample,
  agreement,
  tokenize,
  annotate,
  pack,
];

async function main(args: readonly string[]): Promise<number> {
  const [word, ...rest] = args;
  const asJson = rest.includes("--json");
  let call: ParsedCall | null = null;
  let io: Io = processIo({ quiet: false });
  try {
    speak(languageOf(args, process.env));
    if (word === undefined || /^(?:--help|-h|help|--lang(?:=.*)?)$/.test(word)) {
      await io.print(mainHelp(verbs));
      return word === undefined ? 2 : 0;
    }
    if (word === "--version" || word === "-v") {
      await io.print(`${version}\n`);
      return 0;
    }
    const verb = verbs.find(({ name }) => name === word);
    if (verb === undefined) throw unknownVerb(word);
    speak(languageOf(args, process.env), verb.name);
    call = parseCall(verb, rest, verbs);
    io = processIo({ quiet: call.values.quiet === true });
    if (call.values.help === true) {
      await io.print(verbHelp(verb));
      return 0;
    }
    askedLang(call.values);
    checkOutput(call.values, call.positionals);
    onInterrupt(verb, io);
    return await verb.run({ args, ...call, io });
  } catch (error) {
    io.progress("");
    if (!(error instanceof YoronError)) throw error;
    const told = call === null ? error : nameLexicon(error, call.values);
    io.tell(errorLine(told, asJson));
    return isUsage(error) ? 2 : 1;
  }
}

function unknownVerb(word: string): Error {
  if (word.startsWith("-")) return misplacedOption(word);
  const names = verbs.map(({ name }) => name);
  // Who names a file first wants to see what is in it.
  if (existsSync(word)) return usageError(said().usage.noVerb, word, said().usage.verbFor(named(word)));
  return usageError(said().usage.noVerb, word, knownNames("verbs", word, names));
}

/** What stands before the verb is an option of yoron itself, or of a verb and out of its place. */
function misplacedOption(word: string): Error {
  const { noOption, isMeant, optionFirst } = said().usage;
  const near = nearestName(word, ["--help", "--version", "--lang"]);
  return usageError(noOption("yoron"), word, near === null ? optionFirst : isMeant(near));
}

// A closed pipe (`yoron … | head`) is the reader's wish, not a failure; a full disk is one.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") process.stderr.write(`yoron: cannot write to stdout (${error.code}) [unwritable]\n`);
  process.exit(error.code === "EPIPE" ? 0 : 1);
});
// Where nobody hears what is told, the work goes on.
process.stderr.on("error", () => {});
process.exitCode = await main(process.argv.slice(2));
