import { formats } from "../index.ts";
import { discussionsOf, eachInput, expandInputs } from "./inputs.ts";
import { columnsOf } from "./listing.ts";
import { READ_OPTIONS, readOptions } from "./options.ts";
import { tellNotes } from "./tell-notes.ts";
import type { Verb } from "./verb.ts";

const { "page-format": _, ...options } = READ_OPTIONS;

export const read: Verb = {
  name: "read",
  summary: "print the discussion of a saved page as JSON",
  usage: "yoron read FILE… | -",
  options: {
    format: { type: "string", value: "NAME", help: "read as this format instead of finding out" },
    ...options,
    trace: { type: "boolean", help: "add where every line or text node went" },
    "list-formats": { type: "boolean", help: "show the formats and what each needs" },
  },
  examples: [
    "yoron read page.html",
    "yoron read page.html | jq '.comments[].author'",
    "yoron read --format csv --map text=本文,author=名前 export.csv",
    "curl -s … | yoron read -        # reads what you saved; yoron itself never fetches",
  ],
  async run({ positionals, values, io }) {
    if (values["list-formats"] === true) {
      const rows = formats.flatMap(({ name, description, needs }) => [
        [name, description],
        ["", `needs ${needs}`],
      ]);
      await io.print(columnsOf(rows));
      return 0;
    }
    const reading = readOptions(values, "format");
    const files = await expandInputs(positionals);
    const failed = await eachInput(files, io, values.json === true, async (file) => {
      const discussions = await discussionsOf(file, reading, io);
      for (const discussion of discussions) tellNotes({ discussion }, file, io);
      const single = files.length === 1 && discussions.length === 1;
      for (const discussion of discussions)
        await io.print(`${JSON.stringify(discussion, null, single ? 2 : undefined)}\n`);
    });
    return failed > 0 ? 1 : 0;
  },
};
