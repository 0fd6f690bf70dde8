/**
 * Returns of each source the ids of discussions that another holds too, and that are left out of it: what was read
 * before, and is there a second time as the JSON that `yoron read` printed.
 *
 * The page itself goes before what was made of it; of several that were made, the first by its hash.
 */
export function leftOut(
  sources: readonly { readonly sha256: string; readonly foreign: readonly string[] }[],
): ReadonlyMap<string, readonly string[]> {
  const pages = new Set(sources.map(({ sha256 }) => sha256.slice(0, 12)));
  const holders = new Map<string, string>();
  for (const { sha256, foreign } of sources) {
    for (const id of foreign) {
      const known = holders.get(id);
      if (known === undefined || sha256 < known) holders.set(id, sha256);
    }
  }
  return new Map(
    sources.map(({ sha256, foreign }) => [
      sha256,
      foreign.filter((id) => pages.has(id.slice(0, 12)) || holders.get(id) !== sha256),
    ]),
  );
}
