import {
  type Analysis,
  type CodeOptions,
  type FontOptions,
  type NamedChart,
  type OpinionOptions,
  renderPng,
  renderSvg,
} from "../index.ts";
import { draw } from "./draw.ts";
import { tellMissingGlyphs } from "./fonts.ts";
import type { Io } from "./io.ts";
import { said } from "./said.ts";
import type { Write } from "./write-tables.ts";

/**
 * Writes charts into `charts/`, as Vega-Lite, SVG and PNG each, and tells what the PNGs leave blank. A chart without data
 * would be a blank picture: it is named instead. Returns the number of charts.
 */
export async function writeCharts(
  charts: readonly NamedChart[],
  analyses: readonly Analysis[],
  {
    lang,
    fonts,
    made,
  }: { readonly lang: "ja" | "en"; readonly fonts: FontOptions; readonly made: CodeOptions & OpinionOptions },
  write: Write,
  io: Io,
): Promise<number> {
  const empty: string[] = [];
  const svgs: string[] = [];
  for (const [index, named] of charts.entries()) {
    const { name } = named;
    io.progress(said().progress.chart(name, `${index + 1}/${charts.length}`));
    const drawn = draw(named, analyses, { lang }, made);
    if (drawn.rows.length === 0) {
      empty.push(name);
      continue;
    }
    await write(`charts/${name}.vl.json`, `${JSON.stringify(drawn.spec, null, 2)}\n`);
    const svg = await renderSvg(drawn);
    svgs.push(svg);
    await write(`charts/${name}.svg`, svg);
    await write(`charts/${name}.png`, await renderPng(drawn, fonts));
  }
  await tellMissingGlyphs(svgs, fonts, io);
  if (empty.length > 0) io.note(said().notes.noData(empty.join(", ")));
  return charts.length - empty.length;
}
