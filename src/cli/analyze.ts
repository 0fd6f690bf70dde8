import { rm } from "node:fs/promises";
import { join } from "node:path";
import {
  type Analysis,
  charts,
  lossesOf,
  renderPng,
  renderReport,
  renderSvg,
  tables,
  version,
  writeTablePieces,
} from "../index.ts";
import { analyzeInputs } from "./analyze-inputs.ts";
import { draw } from "./draw.ts";
import { FONT_OPTIONS, fontsOf, tellMissingGlyphs } from "./fonts.ts";
import { type Content, writeWhole } from "./io.ts";
import { LANG_OPTION, langOf } from "./lang.ts";
import { ANALYZE_OPTIONS, propositionsOf } from "./options.ts";
import { usageError } from "./usage-error.ts";
import { stringOf, type Verb } from "./verb.ts";

export const analyze: Verb = {
  name: "analyze",
  summary: "do everything: tables, charts, report.html and manifest.json in a folder",
  usage: "yoron analyze FILE|DIR|GLOB… -o DIR",
  options: {
    output: { type: "string", short: "o", value: "DIR", help: "folder for the results" },
    lang: LANG_OPTION,
    ...FONT_OPTIONS,
    ...ANALYZE_OPTIONS,
  },
  examples: [
    "yoron analyze page.html -o out",
    "yoron analyze 'pages/**/*.html' -o out --lang en",
    "yoron analyze pages -o out --workers 4      # broken off, the same command goes on where it stopped",
  ],
  async run({ positionals, values, io }) {
    const folder = stringOf(values, "output");
    if (folder === undefined) throw usageError("analyze needs -o DIR");
    const lang = langOf(values);
    const fonts = fontsOf(values);
    const parts = join(folder, "parts");
    const { analyses, status } = await analyzeInputs(positionals, values, io, { parts });
    if (analyses.length === 0) return status;
    const written: string[] = [];
    const svgs: string[] = [];
    const write = async (name: string, content: Content) => {
      io.progress(`writing ${name}`);
      await writeWhole(join(folder, name), content);
      written.push(name);
    };
    for (const { name, project } of tables)
      await write(`tables/${name}.csv`, writeTablePieces(project.pieces(analyses), "csv"));
    for (const named of charts) {
      if (named.name === "sides" && propositionsOf(values).length === 0) continue;
      const { name } = named;
      const drawn = draw(named, analyses, { lang });
      await write(`charts/${name}.vl.json`, `${JSON.stringify(drawn.spec, null, 2)}\n`);
      const svg = await renderSvg(drawn);
      svgs.push(svg);
      await write(`charts/${name}.svg`, svg);
      await write(`charts/${name}.png`, await renderPng(drawn, fonts));
    }
    await tellMissingGlyphs(svgs, fonts, io);
    await write("report.html", await renderReport(analyses, { lang }));
    await write("manifest.json", `${JSON.stringify(manifestOf(analyses, written), null, 2)}\n`);
    await rm(parts, { recursive: true, force: true });
    io.progress("");
    await io.print(`${join(folder, "report.html")}\n`);
    return status;
  },
};

/**
 * Returns the manifest, which says what was read and written; it is written last, so that its presence means that all
 * is there.
 */
function manifestOf(analyses: readonly Analysis[], files: readonly string[]): object {
  return {
    schema: "yoron/manifest@1",
    yoron: version,
    discussions: analyses.map(({ discussion }) => ({
      id: discussion.id,
      title: discussion.article.title,
      comments: discussion.comments.length,
      source: discussion.source,
      losses: lossesOf(discussion),
    })),
    files,
  };
}
