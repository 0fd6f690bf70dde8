import { annotateLines, errorAnswer, layerNames, loadResources } from "../index.ts";
import { wordsOf } from "./analyze-inputs.ts";
import { LINE_ENCODINGS, lineBatchesOf, undecodable } from "./lines.ts";
import { PROPOSITION_OPTION, propositionsOf, TUNED_OPTION } from "./options.ts";
import { usageError } from "./usage-error.ts";
import { listOption, stringOf, type Verb } from "./verb.ts";

/** Lines that are printed together, if as many have come. */
const LINES_A_WRITE = 32;

export const annotate: Verb = {
  name: "annotate",
  summary: "annotate texts, one JSON object a line in, one a line out",
  usage: "yoron annotate < texts.jsonl > annotated.jsonl",
  options: {
    layers: { type: "string", value: "A,B,…", help: `compute and print only these: ${layerNames.join(", ")}` },
    proposition: { ...PROPOSITION_OPTION, help: `${PROPOSITION_OPTION.help}; a line's own "propositions" win` },
    "user-dictionary": {
      type: "string",
      value: "FILE",
      help: "own words: MeCab's CSV, or surface,reading,part of speech",
    },
    encoding: { type: "string", value: "NAME", help: `of the input: ${LINE_ENCODINGS.join(", ")}` },
    lexicon: { type: "string", value: "FILE", help: "own sentiment words: TSV with lemma, strength" },
    tuned: TUNED_OPTION,
  },
  examples: [
    `echo '{"id":"x1","text":"彼女は公共投資に賛成だ","targets":["公共投資"]}' | yoron annotate`,
    "yoron annotate --layers tokens,entities < texts.jsonl",
  ],
  async run({ positionals, values, io }) {
    if (positionals.length > 0) throw usageError("annotate reads stdin and takes no file, but got", positionals[0]);
    const layers = listOption(values, "layers") ?? layerNames;
    const unknown = layers.find((layer) => !layerNames.includes(layer));
    if (unknown !== undefined) throw usageError("there is no layer", unknown, `known layers: ${layerNames.join(", ")}`);
    const propositions = propositionsOf(values);
    const resources = await loadResources(await wordsOf(values));
    let status = 0;
    const encoding = stringOf(values, "encoding");
    for await (const lines of lineBatchesOf(io.stdin, encoding)) {
      const asked = lines
        .filter(({ text }) => text?.trim() !== "")
        .map((line) => line.text ?? errorAnswer(null, undecodable(line, encoding)));
      // Printed a few at a time: a write for each line takes as long as a layer, one for all would hold them all.
      for (let from = 0; from < asked.length; from += LINES_A_WRITE) {
        const { text, failed } = annotateLines(asked.slice(from, from + LINES_A_WRITE), resources, layers, {
          propositions,
        });
        if (failed) status = 1;
        await io.print(text);
      }
    }
    return status;
  },
};
