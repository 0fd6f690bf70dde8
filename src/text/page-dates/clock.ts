/** A time of day with its half and its zone, before or after the hour: `午後3:05`, `12:34:56 PM`, `9:05:31 午前 GMT+9`. */
export const CLOCK = String.raw`(?:\s*(?<ampm>午前|午後|[ap]\.?m\.?)?\s*(?<hour>\d{1,2})(?:[:時]\s?(?<minute>\d{1,2}))?(?:[:分]\s?(?<second>\d{1,2}))?(?:[.,]\d+|秒|時|分)?\s*(?<after>午前|午後|[ap]\.?m\.?)?\s*(?<zone>Z|JST|(?:UTC|GMT)?\s?[+-]\d{1,2}(?::?\d{2})?|UTC|GMT)?(?:\s*\([A-Z]{2,5}\))?)?`;
/** `(火)`, `（火・祝）`, `火曜日`, `(Tue)` behind a day. */
export const WEEKDAY = String.raw`(?:\s*(?:[(〔]\s?[日月火水木金土](?:曜日?)?(?:・?祝)?\s?[)〕]|[日月火水木金土]曜日?|\((?:mon|tue|wed|thu|fri|sat|sun)\)))?`;

/** What {@link CLOCK} found. */
export type ClockGroups = Readonly<Record<string, string | undefined>>;

/** Returns hour, minute, second and offset of what {@link CLOCK} found; nothing where no hour stands. */
export function clockOf(groups: ClockGroups): {
  readonly hour?: number | undefined;
  readonly minute?: number | undefined;
  readonly second?: number | undefined;
  readonly offset?: string;
} {
  if (groups.hour === undefined) return {};
  const half = (groups.ampm ?? groups.after ?? "").toLowerCase();
  let hour = Number(groups.hour);
  if ((half.startsWith("p") || half === "午後") && hour < 12) hour += 12;
  else if ((half.startsWith("a") || half === "午前") && hour === 12) hour = 0;
  const number = (text: string | undefined) => (text === undefined ? undefined : Number(text));
  return { hour, minute: number(groups.minute), second: number(groups.second), offset: offsetOf(groups.zone) };
}

function offsetOf(zone: string | undefined): string {
  if (zone === undefined) return "";
  const upper = zone.toUpperCase();
  if (upper === "JST") return "+09:00";
  const found = /([+-])(\d{1,2}):?(\d{2})?$/.exec(upper);
  return found === null ? "Z" : `${found[1]}${found[2]!.padStart(2, "0")}:${found[3] ?? "00"}`;
}
