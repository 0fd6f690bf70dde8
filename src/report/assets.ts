import { type DataReader, dataReader } from "../model/data-folder.ts";

/** The script and style that stand inside every report. */
export interface ReportAssets {
  /** Classic script, minified, with Vega and its interpreter. */
  readonly script: string;
  readonly style: string;
}

/** Returns the built script and style of the package. */
export function loadReportAssets(data: DataReader = dataReader()): ReportAssets {
  return { script: data.text("dist/report/browser.js"), style: data.text("dist/report/browser.css") };
}
