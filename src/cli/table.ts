import { layersOf, tableFormats, tableNamed, tables, writeTablePieces } from "../index.ts";
import { analyzeInputs } from "./analyze-inputs.ts";
import { printParts, writeWhole } from "./io.ts";
import { columnsOf } from "./listing.ts";
import { noteFewClaims, OPINION_OPTIONS, opinionOptions } from "./opinion-options.ts";
import { ANALYZE_OPTIONS } from "./options.ts";
import { lacksProposition } from "./propose.ts";
import { formatOfPath } from "./table-format.ts";
import { usageError } from "./usage-error.ts";
import { listOption, stringOf, type Verb } from "./verb.ts";

export const table: Verb = {
  name: "table",
  summary: "print one table of the analysis",
  usage: "yoron table NAME FILE… [--format csv|tsv|jsonl|json|parquet|arrow] [-o FILE]",
  options: {
    format: {
      type: "string",
      value: "NAME",
      help: `${tableFormats.join(", ")} (by default from the file's name, else csv)`,
    },
    output: { type: "string", short: "o", value: "FILE", help: "write there instead of printing" },
    columns: { type: "string", value: "A,B,…", help: "keep these columns, in this order" },
    bom: { type: "boolean", help: "begin CSV with a byte order mark, for Excel" },
    list: { type: "boolean", help: "show the tables" },
    ...OPINION_OPTIONS,
    ...ANALYZE_OPTIONS,
  },
  examples: [
    "yoron table comments page.html",
    "yoron table entities page.html --columns name,label,mentions",
    "yoron table sentiment pages/*.html -o sentiment.parquet",
  ],
  async run({ positionals, values, io }) {
    if (values.list === true) {
      await io.print(columnsOf(tables.map(({ name, description }) => [name, description])));
      return 0;
    }
    const [name, ...inputs] = positionals;
    if (name === undefined)
      throw usageError("no table named", undefined, `known tables: ${tables.map((t) => t.name).join(", ")}`);
    const { project } = tableNamed(name);
    const output = stringOf(values, "output");
    const format = stringOf(values, "format") ?? formatOfPath(output) ?? "csv";
    const columns = listOption(values, "columns");
    const selection = columns === undefined ? {} : { columns };
    project([], selection);
    if (!tableFormats.includes(format)) {
      throw usageError("there is no table format", format, `known formats: ${tableFormats.join(", ")}`);
    }
    const asked = await opinionOptions(values, [name], `table "${name}"`);
    const { analyses, status } = await analyzeInputs(inputs, values, io, { layers: layersOf([name]) });
    if (analyses.length === 0) return status;
    if (name === "sides") await lacksProposition(analyses, values, io);
    noteFewClaims(analyses, [name], io);
    const content = writeTablePieces(project.pieces(analyses, { ...selection, ...asked }), format, {
      bom: values.bom === true,
    });
    if (output === undefined) await printParts(io, content);
    else await writeWhole(output, content);
    return status;
  },
};
