import { type Discussion, formats, loadFormatWords, loadResources, withPrivacy } from "../index.ts";
import { discussionsOf, eachInput, expandInputs } from "./inputs.ts";
import { columnsOf } from "./listing.ts";
import { READ_OPTIONS, readOptions } from "./options.ts";
import { PRIVACY_OPTIONS, privacyOf } from "./privacy.ts";
import { said, spoken } from "./said.ts";
import { tellReading } from "./tell-reading.ts";
import type { Verb } from "./verb.ts";

export const read: Verb = {
  name: "read",
  usage: "yoron read FILE… | -",
  options: {
    format: { type: "string", value: "NAME", help: ({ options }) => options.format },
    ...READ_OPTIONS,
    ...PRIVACY_OPTIONS,
    "page-format": { type: "string", value: "NAME", help: ({ options }) => options.pageFormatToo },
    trace: { type: "boolean", help: ({ options }) => options.trace },
    "list-formats": { type: "boolean", help: ({ options }) => options.listFormats },
  },
  examples: [
    "yoron read page.html",
    "yoron read page.html | jq '.comments[].author'",
    ["yoron read --strict pages/*.html > pages.jsonl", "strictStatus"],
    "yoron read --format csv --map text=本文,author=名前 export.csv",
    ["curl -s … | yoron read -", "neverFetches"],
  ],
  async run({ positionals, values, io }) {
    if (values["list-formats"] === true) {
      const words = spoken() === "ja" ? loadFormatWords() : () => null;
      const rows = formats.flatMap(({ name, description, needs }) => [
        [name, words(name)?.meaning ?? description],
        ["", said().help.needs(words(name)?.needs ?? needs)],
      ]);
      await io.print(columnsOf(rows));
      return 0;
    }
    const reading = readOptions(values, "format");
    const privacy = await privacyOf(values);
    const isPrivate = Object.keys(privacy).length > 0;
    // They take a moment, and are needed only where names change.
    const resources = isPrivate ? await loadResources() : null;
    const files = await expandInputs(positionals, io);
    const asJson = values.json === true;
    const told = tellReading(io, asJson);
    const failed = await eachInput(files, io, asJson, async (file) => {
      const sources = await discussionsOf(file, reading, io);
      const discussions: Discussion[] = [];
      for (const source of sources)
        discussions.push(resources === null ? source : await withPrivacy(source, privacy, resources));
      told.input(file, discussions);
      const single = files.length === 1 && discussions.length === 1;
      for (const discussion of discussions)
        await io.print(`${JSON.stringify(discussion, null, single ? 2 : undefined)}\n`);
    });
    const lossy = told.end(files.length);
    return failed > 0 || (values.strict === true && lossy > 0) ? 1 : 0;
  },
};
