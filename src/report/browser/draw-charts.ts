import type { View } from "vega";
import type { PayloadChart } from "../payload.ts";
import type { ChosenMark } from "./filters.ts";
import { drawChart, fitWidth } from "./pictures.ts";

/**
 * Draws the charts that are on the screen, then the others one after another while nothing else waits; one that is folded away
 * when it is opened, which `onLate` is told.
 */
export async function drawCharts(
  charts: readonly PayloadChart[],
  onChoose: (mark: ChosenMark, keep: boolean) => void,
  onLate: () => void,
): Promise<void> {
  const drawn: (readonly [View, HTMLElement])[] = [];
  const places = charts.map((chart) => {
    const element = document.querySelector<HTMLElement>(`.picture[data-chart="${chart.name}"]`)!;
    const folded = element.closest<HTMLDetailsElement>("details:not([open])");
    return {
      chart,
      element,
      folded,
      visible: folded === null && element.getBoundingClientRect().top < window.innerHeight,
    };
  });
  const one = async ({ chart, element }: (typeof places)[number]) => {
    drawn.push([await drawChart(chart, element, (row, keep) => onChoose({ chart: chart.name, row }, keep)), element]);
  };
  for (const place of places.filter(({ visible }) => visible)) await one(place);
  document.documentElement.dataset.ready = "true";
  for (const place of places) {
    place.folded?.addEventListener("toggle", () => void one(place).then(onLate), { once: true });
  }
  for (const place of places.filter(({ visible, folded }) => !visible && folded === null)) {
    await new Promise((resolve) => setTimeout(resolve));
    await one(place);
  }
  redrawOnResize(drawn);
}

function redrawOnResize(drawn: readonly (readonly [View, HTMLElement])[]): void {
  let width = window.innerWidth;
  window.addEventListener("resize", () => {
    if (window.innerWidth === width) return;
    width = window.innerWidth;
    for (const [view, element] of drawn) {
      fitWidth(view, element);
      void view.runAsync();
    }
  });
}
