import { annotateLine, layerNames, loadResources } from "../index.ts";
import { wordsOf } from "./analyze-inputs.ts";
import { linesOf } from "./lines.ts";
import { TUNED_OPTION } from "./options.ts";
import { usageError } from "./usage-error.ts";
import { listOption, type Verb } from "./verb.ts";

export const annotate: Verb = {
  name: "annotate",
  summary: "annotate texts, one JSON object a line in, one a line out",
  usage: "yoron annotate < texts.jsonl > annotated.jsonl",
  options: {
    layers: { type: "string", value: "A,B,…", help: `compute and print only these: ${layerNames.join(", ")}` },
    "user-dictionary": {
      type: "string",
      value: "FILE",
      help: "own words: MeCab's CSV, or surface,reading,part of speech",
    },
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
    const resources = await loadResources(await wordsOf(values));
    let status = 0;
    for await (const line of linesOf(io.stdin)) {
      if (line.trim() === "") continue;
      const answer = annotateLine(line, resources, layers);
      if ("error" in answer) status = 1;
      await io.print(`${JSON.stringify(answer)}\n`);
    }
    return status;
  },
};
