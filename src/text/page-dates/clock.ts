/** Hours from UTC of the zones that dates name by letters. */
const ZONES: Readonly<Record<string, string>> = {
  Z: "Z",
  UTC: "Z",
  GMT: "Z",
  JST: "+09:00",
  KST: "+09:00",
  CET: "+01:00",
  CEST: "+02:00",
  EST: "-05:00",
  EDT: "-04:00",
  CST: "-06:00",
  CDT: "-05:00",
  MST: "-07:00",
  MDT: "-06:00",
  PST: "-08:00",
  PDT: "-07:00",
};
const LETTERS = Object.keys(ZONES).join("|");
const HALF = String.raw`午前|午後|[ap]\.?m\.?`;
const ZONE = String.raw`(?:UTC|GMT)?\s?[+-]\d{1,2}(?::?\d{2})?|${LETTERS}`;
/** A time of day with its half and its zone, before or after the hour: `午後3:05`, `12:34:56 PM`, `9:05:31 午前 GMT+9`. */
export const CLOCK = String.raw`(?:\s*(?<ampm>${HALF})?\s*(?<hour>\d{1,2})(?:[:時]\s?(?<minute>\d{1,2}))?(?:[:分]\s?(?<second>\d{1,2}))?(?:[.,]\d+|秒|時|分)?\s*(?<after>${HALF})?\s*(?<zone>${ZONE})?(?:\s*\([^()\d]{2,20}\))?)?`;
const DAY_NAME = "(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}";
/** `(火)`, `（火・祝）`, `[火]`, `火曜日`, `火`, `(Tue)`, `Tue` behind a day. */
export const WEEKDAY = String.raw`(?:\s*(?:[(〔[]\s?(?:[日月火水木金土](?:曜日?)?(?:・?祝)?|${DAY_NAME})\s?[)〕\]]|[日月火水木金土](?:曜日?)?(?=[\s\d午]|$)|(?<=\s)${DAY_NAME}\.?(?=[\s,]|$)))?`;
/** What stands between a day and its time. */
export const JOIN = String.raw`(?:\s*[,、]?\s*at|\s*[,、]|\s-(?=\s))?`;

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
  const found = /([+-])(\d{1,2}):?(\d{2})?$/.exec(upper);
  if (found === null) return ZONES[upper] ?? "";
  return `${found[1]}${found[2]!.padStart(2, "0")}:${found[3] ?? "00"}`;
}
