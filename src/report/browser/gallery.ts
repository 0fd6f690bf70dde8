import type { View } from "vega";
import { grouped } from "../../text/grouped.ts";
import type { Payload, PayloadChart } from "../payload.ts";
import { chartValues, comparedOf, drawnValues, rowsOf, specWith } from "./chart-values.ts";
import type { ChosenMark } from "./filters.ts";
import { markLabel, type Values } from "./labels.ts";
import { walkMarks } from "./mark-keys.ts";
import { drawChart, fitWidth } from "./pictures.ts";
import { rankedLines } from "./ranked-lines.ts";
import { type Selected, selectedRows } from "./recount-rows.ts";

/** How far from the screen a chart is drawn: a page holds as many nodes as are looked at. */
const NEAR = "400px 0px";

interface Picture {
  readonly chart: PayloadChart;
  readonly element: HTMLElement;
  readonly note: HTMLElement;
  view: View | null;
  near: boolean;
  /** What is drawn is not what is chosen. */
  stale: boolean;
}

/** Which units a chart is drawn for; null for all. */
type PassingOf = (chart: string) => Uint8Array | null;

/** The charts of the page: drawn when they come near the screen, again when comments are chosen, and taken away when far. */
export class Gallery {
  readonly #payload: Payload;
  readonly #pictures: readonly Picture[];
  readonly #onChoose: (mark: ChosenMark, keep: boolean) => void;
  /** One chart after the other. */
  #queue: Promise<void> = Promise.resolve();
  #passingOf: PassingOf = () => null;
  #marks: readonly ChosenMark[] = [];

  constructor(payload: Payload, onChoose: (mark: ChosenMark, keep: boolean) => void) {
    this.#payload = payload;
    this.#onChoose = onChoose;
    this.#pictures = payload.charts.flatMap((chart) => {
      const element = document.querySelector<HTMLElement>(`.picture[data-chart="${chart.name}"]`);
      if (element === null) return [];
      const note = document.createElement("p");
      note.className = "note recounted";
      note.hidden = true;
      element.after(note);
      const { height = 200 } = chart.spec as { readonly height?: unknown };
      element.style.minHeight = `${typeof height === "number" ? height + 60 : 260}px`;
      return [{ chart, element, note, view: null, near: false, stale: true }];
    });
  }

  /** Draws what is near the screen, then whatever comes near; resolves when the first are drawn. */
  async start(): Promise<void> {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          const picture = this.#pictures.find(({ element }) => element === target)!;
          picture.near = isIntersecting;
          if (isIntersecting) this.#draw(picture);
          else this.#takeAway(picture);
        }
      },
      { rootMargin: NEAR },
    );
    for (const { element } of this.#pictures) observer.observe(element);
    // What is near is known at the next frame.
    await new Promise((resolve) => setTimeout(() => requestAnimationFrame(() => setTimeout(resolve))));
    let width = window.innerWidth;
    window.addEventListener("resize", () => {
      if (window.innerWidth === width) return;
      width = window.innerWidth;
      for (const { view, element } of this.#pictures) {
        if (view === null) continue;
        fitWidth(view, element);
        void view.runAsync();
      }
    });
    await this.#queue;
  }

  /** Shows the charts for the units that pass, and frames the chosen marks. */
  select(passingOf: PassingOf, marks: readonly ChosenMark[]): void {
    const before = this.#passingOf;
    [this.#passingOf, this.#marks] = [passingOf, marks];
    for (const picture of this.#pictures) {
      const { name } = picture.chart;
      if (!isSame(before(name), passingOf(name))) {
        picture.stale = true;
        this.#tell(picture);
        if (!picture.near) this.#takeAway(picture);
      }
      if (picture.near) this.#draw(picture);
      this.#frame(picture);
    }
  }

  /** Draws all charts, as paper needs them. */
  drawAll(): Promise<void> {
    for (const picture of this.#pictures) if (picture.view === null) this.#draw(picture, true);
    return this.#queue;
  }

  /** Returns the drawn view of a chart, drawing it if it is not there. */
  async viewOf(name: string): Promise<View | null> {
    const picture = this.#pictures.find(({ chart }) => chart.name === name);
    if (picture === undefined) return null;
    if (picture.view === null || picture.stale) this.#draw(picture, true);
    await this.#queue;
    return picture.view;
  }

  /** Returns the rows of a chart as it shows them. */
  rowsOf(chart: PayloadChart): Selected {
    const passing = this.#passingOf(chart.name);
    if (passing === null) return { how: "whole", values: drawnValues(chart) };
    const counting = { rows: rowsOf(chart), recount: chart.recount, compared: comparedOf(chart) };
    const { how, values } = selectedRows(chartValues(chart), counting, passing, this.#payload.columns);
    if (how === "whole") return { how, values: drawnValues(chart) };
    return { how, values: chart.lines === null ? values : rankedLines(values, chart.lines, chart.drawn) };
  }

  #draw(picture: Picture, anyway = false): void {
    this.#queue = this.#queue.then(async () => {
      if (!picture.stale && picture.view !== null) return;
      if (!picture.near && !anyway) return;
      const { chart, element } = picture;
      const focused = element.contains(document.activeElement);
      this.#takeAway(picture, true);
      picture.stale = false;
      const { values } = this.rowsOf(chart);
      // Fewer lines take less room.
      if (chart.lines !== null) element.style.minHeight = "";
      if (values.length === 0) {
        element.replaceChildren();
        return;
      }
      // A spec is Vega's own kind of object; its type stays out of the payload.
      const spec = specWith(chart, this.#payload, values) as never;
      picture.view = await drawChart(spec, chart.title, element, (row, keep) =>
        this.#onChoose({ chart: chart.name, row }, keep),
      );
      element.style.minHeight = `${element.getBoundingClientRect().height}px`;
      const all = chartValues(chart);
      walkMarks(element, {
        labelOf: (row) => markLabel(chart, all, row),
        focus: focused,
        row: this.#marks.find((mark) => mark.chart === chart.name)?.row ?? null,
      });
      this.#frame(picture);
    });
    // One that cannot be drawn leaves the others their turn.
    this.#queue = this.#queue.catch(reportError);
  }

  #takeAway(picture: Picture, anyway = false): void {
    const { view, element } = picture;
    if (view === null || (!anyway && element.contains(document.activeElement))) return;
    view.finalize();
    element.replaceChildren();
    picture.view = null;
    picture.stale = true;
  }

  /** Shows around a chart how it stands to what is chosen: its title says what all comments bear out, and of some its name alone stands. */
  #tell({ chart, note }: Picture): void {
    const { reading, columns } = this.#payload;
    const passing = this.#passingOf(chart.name);
    const { how, values } = this.rowsOf(chart);
    note.hidden = passing === null;
    document.getElementById(`title-${chart.name}`)!.textContent = titleOf(chart, how);
    if (passing === null) return;
    const isRanked = rowsOf(chart).length > chart.drawn;
    const told = {
      recounted: isRanked ? reading.ranked : reading.recounted,
      kept: isRanked ? reading.keptRanked : reading.kept,
      whole: reading.notRecounted,
    }[how];
    const count = columns.place.reduce((sum, place, unit) => sum + (place === 0 ? 0 : passing[unit]!), 0);
    note.textContent = (values.length === 0 ? reading.emptied : told).replace("{n}", grouped(count));
  }

  #frame({ chart, element }: Picture): void {
    for (const framed of element.querySelectorAll(".chosen")) framed.classList.remove("chosen");
    const rows = new Set(this.#marks.filter((mark) => mark.chart === chart.name).map(({ row }) => row));
    if (rows.size === 0) return;
    for (const path of element.querySelectorAll("svg path")) {
      const { __data__: item } = path as { __data__?: { datum?: { row?: number } } };
      if (rows.has(item?.datum?.row ?? -1)) path.classList.add("chosen");
    }
  }
}

/** Returns what a chart is called as it stands. */
export function titleOf({ title, called }: PayloadChart, how: Selected["how"]): string {
  return how === "whole" ? title : called;
}

function isSame(a: Uint8Array | null, b: Uint8Array | null): boolean {
  return a === b || (a !== null && b !== null && a.every((flag, i) => flag === b[i]));
}

/** The values of each chart, for those who only read them. */
export function valuesByChart({ charts }: Payload): ReadonlyMap<string, readonly Values[]> {
  return new Map(charts.map((chart) => [chart.name, chartValues(chart)]));
}
