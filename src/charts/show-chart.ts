import type { MimeBundle } from "../model/mime.ts";
import { type Chart, chartText } from "./chart-value.ts";
import { renderPng } from "./render.ts";

/**
 * What a notebook shows of a chart: the Vega-Lite spec for those that draw it themselves, a PNG for static viewers.
 *
 * There is no HTML: JupyterLab would prefer it to both.
 */
export async function chartBundle(chart: Chart): Promise<MimeBundle> {
  const png = Buffer.from(await renderPng(chart)).toString("base64");
  return { "application/vnd.vegalite.v5+json": chart.spec, "image/png": png, "text/plain": chartText(chart) };
}
