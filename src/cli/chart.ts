import { chartNamed, charts, layersOf, renderPng, renderSvg } from "../index.ts";
import { analyzeInputs } from "./analyze-inputs.ts";
import { checkOrder } from "./check-order.ts";
import { CODE_OPTIONS, codeOptions, noteIdleCodes } from "./code-options.ts";
import { draw } from "./draw.ts";
import { FONT_OPTIONS, fontsOf, tellMissingGlyphs } from "./fonts.ts";
import { japaneseWords } from "./japanese-words.ts";
import { checkListed } from "./known-name.ts";
import { LANG_OPTION, langOf } from "./lang.ts";
import { columnsOf } from "./listing.ts";
import { noteEmpty, noteFewClaims, OPINION_OPTIONS, opinionOptions } from "./opinion-options.ts";
import { ANALYZE_OPTIONS } from "./options.ts";
import { lacksProposition } from "./propose.ts";
import { said } from "./said.ts";
import { usageError } from "./usage-error.ts";
import { stringOf, type Verb } from "./verb.ts";
import { writeWhole } from "./write-whole.ts";

export const chart: Verb = {
  name: "chart",
  usage: "yoron chart NAME FILE… -o FILE.{svg,png,vl.json}",
  options: {
    output: { type: "string", short: "o", value: "FILE", help: ({ options }) => options.chartFile },
    lang: LANG_OPTION,
    ...FONT_OPTIONS,
    title: { type: "string", value: "TEXT", help: ({ options }) => options.title },
    list: { type: "boolean", help: ({ options }) => options.listCharts },
    ...OPINION_OPTIONS,
    ...CODE_OPTIONS,
    ...ANALYZE_OPTIONS,
  },
  examples: [
    "yoron chart votes page.html -o votes.png",
    "yoron chart entities page.html --lang en -o entities.svg",
    "yoron chart thread page.html -o thread.vl.json",
    "yoron chart codes page.html --codes codes.txt -o codes.png",
    "yoron chart citations page.html -o citations.png --font NotoSansSC-Regular.otf",
  ],
  async run({ positionals, values, io }) {
    if (values.list === true) {
      const words = japaneseWords();
      const rows = charts.map(({ name, description }) => [name, words("charts", name)?.meaning ?? description]);
      await io.print(columnsOf(rows));
      return 0;
    }
    const [name, ...inputs] = positionals;
    const { usage, progress, done } = said();
    const names = charts.map((c) => c.name);
    if (name === undefined) throw usageError(usage.noChartNamed, undefined, usage.known("charts", names.join(", ")));
    checkOrder("chart", name, inputs, names);
    checkListed("charts", name, names);
    const named = chartNamed(name);
    const output = stringOf(values, "output");
    if (output === undefined) throw usageError(usage.chartFile);
    const kind = /\.(svg|png|vl\.json)$/.exec(output)?.[1];
    if (kind === undefined) throw usageError(usage.chartKind, output);
    const idle = kind === "png" ? undefined : Object.keys(FONT_OPTIONS).find((option) => values[option] !== undefined);
    if (idle !== undefined)
      throw usageError(usage.doesNothing(`--${idle}`, usage.withoutPng), undefined, usage.leaveOut);
    const lang = langOf(values);
    const fonts = fontsOf(values);
    const title = stringOf(values, "title");
    const asked = {
      ...(await opinionOptions(values, named.tables, `chart "${name}"`)),
      ...(await codeOptions(values, named.tables, `chart "${name}"`)),
    };
    const { analyses, status } = await analyzeInputs(inputs, values, io, { layers: layersOf(named.tables) });
    if (analyses.length === 0) return status;
    if (name === "sides" && (await lacksProposition(analyses, values, io)))
      throw usageError(usage.sidesChart, undefined, usage.giveProposition);
    noteFewClaims(analyses, named.tables, io);
    noteEmpty(analyses, name, io);
    io.progress(progress.chart(name, "1/1"));
    noteIdleCodes(analyses, asked, io);
    const drawn = draw(named, analyses, { lang, ...(title === undefined ? {} : { title }) }, asked);
    const svg = kind === "vl.json" ? "" : await renderSvg(drawn);
    const content =
      kind === "svg"
        ? svg
        : kind === "png"
          ? await renderPng(drawn, fonts)
          : `${JSON.stringify(drawn.spec, null, 2)}\n`;
    await writeWhole(output, content);
    io.progress("");
    io.done(done.chart(output));
    if (kind === "png") await tellMissingGlyphs([svg], fonts, io);
    return status;
  },
};
