const MOST_NAMED = 8;

/** Returns names with their counts as a note shows them: `files (3), user (1) and 2 more`. */
export function namedCounts(counts: readonly (readonly [string, number])[]): string {
  const named = counts.slice(0, MOST_NAMED).map(([name, count]) => `${name} (${count})`);
  const more = counts.length > MOST_NAMED ? ` and ${counts.length - MOST_NAMED} more` : "";
  return `${named.join(", ")}${more}`;
}
