import { annotateStream, errorAnswer, layerNames, lineTableNames } from "../index.ts";
import { wordsOf } from "./analyze-inputs.ts";
import { checkName } from "./known-name.ts";
import { LINE_ENCODINGS, lineBatchesOf, undecodable } from "./lines.ts";
import { PROPOSITION_OPTION, propositionsOf, TUNED_OPTION, workersOf } from "./options.ts";
import { said } from "./said.ts";
import { usageError } from "./usage-error.ts";
import { listOption, stringOf, type Verb } from "./verb.ts";

export const annotate: Verb = {
  name: "annotate",
  usage: "yoron annotate < texts.jsonl > annotated.jsonl",
  options: {
    layers: { type: "string", value: "A,B,…", help: ({ options }) => options.layers(layerNames.join(", ")) },
    tables: { type: "string", value: "A,B,…", help: ({ options }) => options.lineTables(lineTableNames.join(", ")) },
    proposition: { ...PROPOSITION_OPTION, help: ({ options }) => options.propositionOfLines },
    "user-dictionary": {
      type: "string",
      value: "FILE",
      help: ({ options }) => options.userDictionary,
    },
    encoding: { type: "string", value: "NAME", help: ({ options }) => options.lineEncoding(LINE_ENCODINGS.join(", ")) },
    lexicon: { type: "string", value: "FILE", help: ({ options }) => options.lexicon },
    gazetteer: { type: "string", value: "FILE", help: ({ options }) => options.gazetteer },
    tuned: TUNED_OPTION,
    workers: { type: "string", value: "N", help: ({ options }) => options.lineWorkers },
  },
  examples: [
    `echo '{"id":"x1","text":"彼女は公共投資に賛成だ","targets":["公共投資"]}' | yoron annotate`,
    "yoron annotate --layers tokens,entities < texts.jsonl",
    "yoron annotate --tables mentions,sentiment < texts.jsonl",
  ],
  async run({ positionals, values, io }) {
    if (positionals.length > 0) throw usageError(said().usage.annotateNone, positionals[0]);
    const tables = listOption(values, "tables");
    for (const table of tables ?? []) checkName("tables", said().usage.noLineTable, table, lineTableNames);
    const layers = listOption(values, "layers") ?? (tables === undefined ? layerNames : []);
    for (const layer of layers) checkName("layers", said().usage.noLayer, layer, layerNames);
    const propositions = propositionsOf(values);
    const workers = workersOf(values) ?? 0;
    const words = await wordsOf(values);
    const encoding = stringOf(values, "encoding");
    let status = 0;
    for await (const { text, failed } of annotateStream(asked(io.stdin, encoding), {
      ...words,
      layers,
      ...(tables === undefined ? {} : { tables }),
      propositions,
      workers,
    })) {
      if (failed) status = 1;
      await io.print(text);
    }
    return status;
  },
};

/** Returns the lines of a stream without blank ones; one that cannot be decoded is its answer. */
async function* asked(stdin: AsyncIterable<Uint8Array>, encoding: string | undefined) {
  for await (const lines of lineBatchesOf(stdin, encoding))
    yield lines
      .filter(({ text }) => text?.trim() !== "")
      .map((line) => line.text ?? errorAnswer(null, undecodable(line, encoding)));
}
