/** A trie of names in columns, its nodes breadth first, so that the children of a node stand together, in order. */
export interface NameColumns {
  /** Code unit that leads to a node; the first node is the root. */
  readonly codes: Uint16Array;
  /** First child of each node; its last stands before the first child of the next node. */
  readonly firstChild: Int32Array;
  /** Value of the name that ends at a node; -1 for none. */
  readonly values: Int32Array;
}

/** Lays names out as a trie; the first of several values for a name wins. Empty names are left out. */
export function compileNames(names: readonly (readonly [name: string, value: number])[]): NameColumns {
  const order = names.filter(([name]) => name !== "");
  // The order of code units; sorting is stable, so that the first value of a name stays first.
  order.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
  const codes = [0];
  const values = [-1];
  const firstChild: number[] = [];
  /** Of each node: the names `[from, to)` that begin with its characters, and how many these are. */
  const from = [0];
  const to = [order.length];
  const depths = [0];
  for (let node = 0; node < codes.length; node++) {
    firstChild.push(codes.length);
    const depth = depths[node]!;
    const end = to[node]!;
    let at = from[node]!;
    if (at < end && order[at]![0].length === depth) {
      values[node] = order[at]![1];
      while (at < end && order[at]![0].length === depth) at++;
    }
    while (at < end) {
      const code = order[at]![0].charCodeAt(depth);
      const first = at;
      while (at < end && order[at]![0].charCodeAt(depth) === code) at++;
      codes.push(code);
      values.push(-1);
      from.push(first);
      to.push(at);
      depths.push(depth + 1);
    }
  }
  firstChild.push(codes.length);
  return {
    codes: Uint16Array.from(codes),
    firstChild: Int32Array.from(firstChild),
    values: Int32Array.from(values),
  };
}
