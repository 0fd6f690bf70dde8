import { chartNamed, charts, layersOf, renderPng, renderSvg } from "../index.ts";
import { analyzeInputs } from "./analyze-inputs.ts";
import { draw } from "./draw.ts";
import { FONT_OPTIONS, fontsOf, tellMissingGlyphs } from "./fonts.ts";
import { writeWhole } from "./io.ts";
import { LANG_OPTION, langOf } from "./lang.ts";
import { columnsOf } from "./listing.ts";
import { noteFewClaims, OPINION_OPTIONS, opinionOptions } from "./opinion-options.ts";
import { ANALYZE_OPTIONS } from "./options.ts";
import { lacksProposition } from "./propose.ts";
import { usageError } from "./usage-error.ts";
import { stringOf, type Verb } from "./verb.ts";

export const chart: Verb = {
  name: "chart",
  summary: "draw one chart as SVG, PNG or Vega-Lite",
  usage: "yoron chart NAME FILE… -o FILE.{svg,png,vl.json}",
  options: {
    output: { type: "string", short: "o", value: "FILE", help: "its name's end says the kind: .svg, .png, .vl.json" },
    lang: LANG_OPTION,
    ...FONT_OPTIONS,
    title: { type: "string", value: "TEXT", help: "title instead of the chart's own" },
    list: { type: "boolean", help: "show the charts" },
    ...OPINION_OPTIONS,
    ...ANALYZE_OPTIONS,
  },
  examples: [
    "yoron chart votes page.html -o votes.png",
    "yoron chart entities page.html --lang en -o entities.svg",
    "yoron chart thread page.html -o thread.vl.json",
    "yoron chart citations page.html -o citations.png --font NotoSansSC-Regular.otf",
  ],
  async run({ positionals, values, io }) {
    if (values.list === true) {
      await io.print(columnsOf(charts.map(({ name, description }) => [name, description])));
      return 0;
    }
    const [name, ...inputs] = positionals;
    if (name === undefined)
      throw usageError("no chart named", undefined, `known charts: ${charts.map((c) => c.name).join(", ")}`);
    const named = chartNamed(name);
    const output = stringOf(values, "output");
    if (output === undefined) throw usageError("chart needs -o FILE, which ends in .svg, .png or .vl.json");
    const kind = /\.(svg|png|vl\.json)$/.exec(output)?.[1];
    if (kind === undefined) throw usageError("-o takes a file that ends in .svg, .png or .vl.json, not", output);
    const lang = langOf(values);
    const fonts = fontsOf(values);
    const title = stringOf(values, "title");
    const asked = await opinionOptions(values, named.tables, `chart "${name}"`);
    const { analyses, status } = await analyzeInputs(inputs, values, io, { layers: layersOf(named.tables) });
    if (analyses.length === 0) return status;
    if (name === "sides" && (await lacksProposition(analyses, values, io)))
      throw usageError("the chart of sides needs a proposition", undefined, "give --proposition TEXT");
    noteFewClaims(analyses, named.tables, io);
    const drawn = draw(named, analyses, { lang, ...(title === undefined ? {} : { title }) }, asked);
    const svg = kind === "vl.json" ? "" : await renderSvg(drawn);
    const content =
      kind === "svg"
        ? svg
        : kind === "png"
          ? await renderPng(drawn, fonts)
          : `${JSON.stringify(drawn.spec, null, 2)}\n`;
    await writeWhole(output, content);
    if (kind === "png") await tellMissingGlyphs([svg], fonts, io);
    return status;
  },
};
