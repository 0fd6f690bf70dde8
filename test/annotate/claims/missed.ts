export const MISSED: ReadonlySet<string> = new Set([]);
