import type { Payload } from "../payload.ts";
import { type Caption, withCaption } from "./caption.ts";
import { csvText } from "./csv.ts";
import { download } from "./download.ts";
import { type Gallery, titleOf } from "./gallery.ts";

/** How many pixels of the picture a point of the chart becomes. */
const SCALE = 2;

/** Writes a chart as it is shown, as a picture or as the table of its rows. */
export async function exportChart(name: string, format: string, gallery: Gallery, payload: Payload): Promise<void> {
  const chart = payload.charts.find((one) => one.name === name);
  if (chart === undefined) return;
  if (format === "csv") {
    const { values } = gallery.rowsOf(chart);
    const lines = values.map((row) => chart.columns.map(({ field }) => row[field]));
    download(`${name}.csv`, "text/csv", csvText([chart.columns.map(({ title }) => title), ...lines]));
    return;
  }
  const view = await gallery.viewOf(name);
  if (view === null) return;
  const svg = withCaption(await view.toSVG(), captionOf(chart, titleOf(chart, gallery.rowsOf(chart).how), payload));
  if (format === "svg") download(`${name}.svg`, "image/svg+xml", svg);
  else download(`${name}.png`, "image/png", await pictureOf(svg));
}

/** Returns what stands around a picture that leaves the page: what it shows, and of whom. */
function captionOf({ name }: Payload["charts"][number], title: string, { columns, reading }: Payload): Caption {
  const section = document.getElementById(`chart-${name}`)!;
  const told = (selector: string) => section.querySelector<HTMLElement>(selector);
  const recounted = told(".note.recounted");
  const comments = columns.place.filter((place) => place !== 0).length;
  const source = reading.pictureSource
    .replace("{n}", String(comments))
    .replace("{title}", document.querySelector("h1")!.textContent!);
  return {
    title,
    below: [told("h3 + .note")?.textContent ?? "", recounted?.hidden === false ? recounted.textContent! : ""],
    source,
  };
}

/** Returns an SVG as a PNG on white. */
async function pictureOf(svg: string): Promise<Blob> {
  const image = new Image();
  // The page's policy allows pictures from `data:` alone.
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  [canvas.width, canvas.height] = [image.naturalWidth * SCALE, image.naturalHeight * SCALE];
  const context = canvas.getContext("2d")!;
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob === null ? reject(new Error("the picture is too large")) : resolve(blob)),
      "image/png",
    );
  });
}
