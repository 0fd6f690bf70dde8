import type { Spec } from "vega";
import type { TopLevelSpec } from "vega-lite";
import { checkOptions } from "../model/error.ts";
import type { Chart } from "./chart-value.ts";
import { COLORS } from "./colors.ts";
import { type FontOptions, rendererFonts } from "./fonts.ts";
import { textWidth } from "./text-width.ts";

/** A compiled spec; opaque, so that Vega's types are not needed by those who use ours. */
export type VegaSpec = Readonly<Record<string, unknown>>;

/** Returns a chart, compiled from Vega-Lite to Vega; the libraries are loaded when first asked for. */
export async function compileChart(chart: Chart): Promise<VegaSpec> {
  const { compile } = await import("vega-lite");
  // The spec is built from plain objects; Vega-Lite's own type cannot be written without importing it everywhere.
  const spec = structuredClone(chart.spec) as unknown as TopLevelSpec;
  return compile(spec, { logger: throwingLogger() }).spec as unknown as VegaSpec;
}

/**
 * Returns a chart as SVG text, the same bytes on every machine.
 *
 * @example
 * await renderSvg(voteChart(commentTable(analysis))); // "<svg …"
 */
export async function renderSvg(chart: Chart): Promise<string> {
  const spec = await compileChart(chart);
  const vega = await import("vega");
  const { textMetrics: metrics } = vega as unknown as { readonly textMetrics: TextMetrics };
  const previous = metrics.width;
  const view = new vega.View(vega.parse(spec as unknown as Spec), { renderer: "none" });
  // Vega's own estimate takes every character for 0.8 em, which cuts Japanese titles.
  metrics.width = (item, text) => {
    const width = textWidth(String(text ?? "").trim()) * (item.fontSize ?? 11);
    return item.limit !== undefined && item.limit > 0 ? Math.min(item.limit, width) : width;
  };
  try {
    return await view.toSVG();
  } finally {
    metrics.width = previous;
    view.finalize();
  }
}

/** Vega's way to measure text, which its types leave out. */
interface TextMetrics {
  width: (item: TextItem, text: string) => number;
}

interface TextItem {
  readonly fontSize?: number;
  readonly limit?: number;
}

export interface PngOptions extends FontOptions {
  /** Pixels a point. Default 2. */
  readonly scale?: number;
}

/**
 * Returns a chart as a PNG on white with the shipped fonts (Japanese, Latin, Cyrillic, emoji), the same on every
 * machine.
 *
 * Characters that no font has are left blank; {@link missingGlyphs} tells which, `fonts` and `systemFonts` help.
 *
 * @example
 * await writeFile("votes.png", await renderPng(voteChart(commentTable(analysis))));
 */
export async function renderPng(chart: Chart, options: PngOptions = {}): Promise<Uint8Array> {
  checkOptions(options, ["scale", "fonts", "systemFonts"], "renderPng");
  const { scale = 2, ...fonts } = options;
  const font = rendererFonts(fonts);
  const svg = await renderSvg(chart);
  const { Resvg } = await import("@resvg/resvg-js");
  const image = new Resvg(svg, {
    background: COLORS.paper,
    fitTo: { mode: "zoom", value: scale },
    font,
  });
  return new Uint8Array(image.render().asPng());
}

/** A chart that warns is a wrong chart. */
function throwingLogger() {
  const fail = (...told: readonly unknown[]): never => {
    throw new Error(`Vega-Lite: ${told.join(" ")}`);
  };
  const logger = {
    level: () => logger,
    error: fail,
    warn: fail,
    info: () => logger,
    debug: () => logger,
  };
  return logger as never;
}
