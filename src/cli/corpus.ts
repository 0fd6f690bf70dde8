import { buildInto } from "./corpus-build.ts";
import { tellCorpus } from "./corpus-info.ts";
import { knownNames } from "./known-name.ts";
import { ANALYZE_OPTIONS } from "./options.ts";
import { said } from "./said.ts";
import { usageError } from "./usage-error.ts";
import type { Verb } from "./verb.ts";

/** What `yoron corpus` does. */
const ACTS = ["build", "info"] as const;

export const corpus: Verb = {
  name: "corpus",
  usage:
    "yoron corpus build FILE|DIR|GLOB|-… -o CORPUS [--workers N] [--layers A,B,…] [--resume] · yoron corpus info CORPUS",
  goesOn: true,
  options: {
    output: { type: "string", short: "o", value: "CORPUS", help: ({ corpus }) => corpus.folder },
    layers: { type: "string", value: "A,B,…", help: ({ corpus }) => corpus.layers },
    resume: { type: "boolean", help: ({ corpus }) => corpus.resume },
    ...ANALYZE_OPTIONS,
  },
  examples: [
    ["yoron corpus build pages -o corpus --workers 2", "goesOn"],
    "find pages -name '*.html' | yoron corpus build - -o corpus",
    "yoron corpus build comments.jsonl.gz -o corpus --layers entities,sentiment",
    "yoron corpus info corpus",
    'yoron query "SELECT * FROM tone_shares" corpus',
  ],
  async run(call) {
    const [act, ...inputs] = call.positionals;
    const { corpus: words } = said();
    if (act === undefined) throw usageError(words.noAct, undefined, words.acts(ACTS));
    if (act === "build") return buildInto(inputs, call);
    if (act === "info") return tellCorpus(inputs, call);
    throw usageError(words.unknownAct, act, knownNames("verbs", act, ACTS));
  },
};
