import { parse, type Spec, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { showTooltip } from "./tooltip.ts";

const FONT = "'BIZ UDPGothic', 'Hiragino Sans', 'Yu Gothic UI', 'Yu Gothic', Meiryo, 'Noto Sans JP', sans-serif";
const NARROW = 520;

/** Draws a chart into an element; a click on a mark with a row tells its number. */
export async function drawChart(
  spec: Spec,
  title: string,
  element: HTMLElement,
  onChoose: (row: number, keep: boolean) => void,
): Promise<View> {
  const runtime = parse(withoutTitle(spec), { font: FONT } as never, { ast: true });
  // Nothing may be fetched: the loader refuses every address.
  const loader = { load: refuse, sanitize: refuse, http: refuse, file: refuse };
  const view = new View(runtime, {
    expr: expressionInterpreter,
    renderer: "svg",
    container: element,
    hover: false,
    loader,
    tooltip: (_handler: unknown, event: MouseEvent, _item: unknown, value: unknown) => showTooltip(event, value),
  } as never);
  view.description(title);
  fitWidth(view, element);
  view.addEventListener("click", (event, item) => {
    const row = (item as { datum?: { row?: unknown } } | null | undefined)?.datum?.row;
    if (typeof row === "number")
      onChoose(row, (event as MouseEvent).ctrlKey || (event as MouseEvent).metaKey || (event as MouseEvent).shiftKey);
  });
  await view.runAsync();
  return view;
}

/** Fits the chart to the room there is: narrow screens leave less of it to labels. */
export function fitWidth(view: View, element: HTMLElement): void {
  const width = Math.max(280, element.clientWidth);
  view.width(width);
  setSignal(view, "labelRoom", width < NARROW ? 110 : 260);
  setSignal(view, "legendColumns", width < NARROW ? 2 : 6);
}

/** Sets a signal that the package's charts have, and one that was put together by hand may not. */
function setSignal(view: View, name: string, value: number): void {
  if (Object.hasOwn(view.getState({ signals: (signal) => signal === name, data: () => false }).signals, name))
    view.signal(name, value);
}

/** The page itself shows title and subtitle, where they can wrap. */
function withoutTitle(spec: Spec): Spec {
  const { title: _, ...rest } = spec;
  return rest;
}

function refuse(): Promise<never> {
  return Promise.reject(new Error("the report loads nothing"));
}
