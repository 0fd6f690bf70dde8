import { annotateLine, errorAnswer, layerNames, loadResources, printAnswer } from "../index.ts";
import { wordsOf } from "./analyze-inputs.ts";
import { checkName } from "./known-name.ts";
import { LINE_ENCODINGS, linesOf, undecodable } from "./lines.ts";
import { PROPOSITION_OPTION, propositionsOf, TUNED_OPTION } from "./options.ts";
import { said } from "./said.ts";
import { usageError } from "./usage-error.ts";
import { listOption, stringOf, type Verb } from "./verb.ts";

export const annotate: Verb = {
  name: "annotate",
  usage: "yoron annotate < texts.jsonl > annotated.jsonl",
  options: {
    layers: { type: "string", value: "A,B,…", help: ({ options }) => options.layers(layerNames.join(", ")) },
    proposition: { ...PROPOSITION_OPTION, help: ({ options }) => options.propositionOfLines },
    "user-dictionary": {
      type: "string",
      value: "FILE",
      help: ({ options }) => options.userDictionary,
    },
    encoding: { type: "string", value: "NAME", help: ({ options }) => options.lineEncoding(LINE_ENCODINGS.join(", ")) },
    lexicon: { type: "string", value: "FILE", help: ({ options }) => options.lexicon },
    tuned: TUNED_OPTION,
  },
  examples: [
    `echo '{"id":"x1","text":"彼女は公共投資に賛成だ","targets":["公共投資"]}' | yoron annotate`,
    "yoron annotate --layers tokens,entities < texts.jsonl",
  ],
  async run({ positionals, values, io }) {
    if (positionals.length > 0) throw usageError(said().usage.annotateNone, positionals[0]);
    const layers = listOption(values, "layers") ?? layerNames;
    for (const layer of layers) checkName("layers", said().usage.noLayer, layer, layerNames);
    const propositions = propositionsOf(values);
    const resources = await loadResources(await wordsOf(values));
    let status = 0;
    const encoding = stringOf(values, "encoding");
    for await (const line of linesOf(io.stdin, encoding)) {
      if (line.text?.trim() === "") continue;
      const answer =
        line.text === null
          ? errorAnswer(null, undecodable(line, encoding))
          : annotateLine(line.text, resources, layers, { propositions });
      if ("error" in answer) status = 1;
      await io.print(`${printAnswer(answer)}\n`);
    }
    return status;
  },
};
