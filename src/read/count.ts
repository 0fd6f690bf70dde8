const SHAPE =
  /^(?:[^\d+\-−\s]{1,12}?[!！:：]?\s*)?[([（]?\s*([+\-−]?\d{1,3}(?:,\d{3})+|[+\-−]?\d+(?:\.\d+)?)\s*([KkMm]|千|万)?\s*\+?(?:件|人|票|ポイント|いいね|likes?|votes?)?\s*[)\]）]?$/;
const FACTORS: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, 千: 1e3, 万: 1e4 };

/**
 * Returns a vote count as pages print it: `25`, `1,234`, `1.2K`, `+12`, `３`, `共感！12件`, `いいね 5`; null for anything else.
 *
 * @example
 * parseCount("共感！12件"); // 12
 */
export function parseCount(text: string): number | null {
  const trimmed = text.trim();
  if (trimmed === "" || trimmed.length > 40) return null;
  const match = SHAPE.exec(trimmed.normalize("NFKC"));
  if (match === null) return null;
  const number = Number(match[1]!.replaceAll(",", "").replace("−", "-"));
  const value = Math.round(number * (FACTORS[match[2]?.toLowerCase() ?? ""] ?? 1));
  return Number.isSafeInteger(value) && (match[2] !== undefined || Number.isInteger(number)) ? value : null;
}

const BARE = /^[\d０-９]{1,3}(?:[,，][\d０-９]{3})+$|^[\d０-９]{1,9}$|^\d{1,4}(?:\.\d)?[KkMm万]$/;
const WORDED = /^(?:共感|いいね|イイネ|良いね|参考になった|なるほど)[!！]?\s*[\d０-９,，]{1,11}\s*件?$/;

/** Whether a line of a rendering is nothing but a count. */
export function isCountLine(text: string): boolean {
  return text.length <= 20 && (BARE.test(text) || WORDED.test(text));
}
