import type { Chart } from "../charts/chart.ts";

/** A column of a chart's text alternative. */
export interface ChartColumn {
  readonly field: string;
  readonly title: string;
  /** How a number is told: a format of d3. */
  readonly format?: string;
}

type Channel = {
  readonly field?: unknown;
  readonly format?: unknown;
  readonly title?: unknown;
  readonly axis?: { readonly title?: unknown } | null;
  readonly legend?: { readonly title?: unknown } | null;
};
type Encoding = Readonly<Record<string, Channel | readonly Channel[] | undefined>>;

/**
 * Returns the columns of a chart's text alternative: what the tooltip of its main layer tells, else what that draws. A chart
 * of one's own may have its encoding beside its layers, or no layers.
 */
export function columnsOfChart({ spec, rows }: Chart): readonly ChartColumn[] {
  const { encoding, layer = [] } = spec as {
    readonly encoding?: Encoding;
    readonly layer?: readonly { readonly encoding?: Encoding }[];
  };
  const layers = layer.length === 0 ? [{ encoding }] : layer;
  const encodings = layers.map((one) => ({ ...encoding, ...one.encoding }));
  const told = encodings.map(({ tooltip }) => columnsOf([tooltip ?? []].flat())).find((columns) => columns.length > 0);
  if (told !== undefined) return told;
  const drawn =
    encodings.map((one) => columnsOf(Object.values(one).flat())).find((columns) => columns.length > 0) ?? [];
  // An axis may show what Vega makes of the rows, which have it not.
  return drawn.filter(({ field }, i) => rows.some((row) => field in row) && isFirst(drawn, field, i));
}

function columnsOf(channels: readonly (Channel | undefined)[]): readonly ChartColumn[] {
  return channels.flatMap((channel) => {
    if (typeof channel?.field !== "string") return [];
    const titles = [channel.title, channel.axis?.title, channel.legend?.title, channel.field];
    const title = titles.find((one) => typeof one === "string") as string;
    return [{ field: channel.field, title, ...(typeof channel.format === "string" ? { format: channel.format } : {}) }];
  });
}

const isFirst = (columns: readonly ChartColumn[], field: string, index: number): boolean =>
  columns.findIndex((column) => column.field === field) === index;
