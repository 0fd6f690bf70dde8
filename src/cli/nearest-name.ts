/**
 * Returns the one of some names that a misspelt word most likely means, or null where none is near: few letters differ,
 * or it begins one name alone.
 *
 * @example
 * nearestName("analyse", ["read", "analyze"]); // "analyze"
 */
export function nearestName(word: string, names: readonly string[]): string | null {
  const own = word.toLowerCase();
  const most = Math.max(1, Math.floor(own.length / 3));
  let [best, least]: [string | null, number] = [null, most + 1];
  for (const name of names) {
    const distance = steps(own, name.toLowerCase());
    if (distance < least) [best, least] = [name, distance];
  }
  if (best !== null) return best;
  const longer = own.length < 3 ? [] : names.filter((name) => name.toLowerCase().startsWith(own));
  return longer.length === 1 ? longer[0]! : null;
}

/** How many letters are left out, put in, changed or swapped with their neighbour between two words. */
function steps(from: string, to: string): number {
  const rows: number[][] = [Array.from({ length: to.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= from.length; i++) {
    const row = [i];
    for (let j = 1; j <= to.length; j++) {
      const same = from[i - 1] === to[j - 1];
      let least = Math.min(rows[i - 1]![j]! + 1, row[j - 1]! + 1, rows[i - 1]![j - 1]! + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1];
      if (swapped) least = Math.min(least, rows[i - 2]![j - 2]! + 1);
      row.push(least);
    }
    rows.push(row);
  }
  return rows[from.length]![to.length]!;
}
