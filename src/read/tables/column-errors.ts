import { YoronError } from "../../model/error.ts";
import { visible } from "../../model/visible.ts";
import { USUAL } from "./usual-names.ts";

const ROLES = Object.keys(USUAL).join(", ");
/** Length from which names stand one a line. */
const LONG_LIST = 100;
/** A name may be a whole question; nobody reads more of one in a message. */
const LONGEST_NAME = 200;

/** The error for a mapping that names no role. */
export function unknownRole(role: string): YoronError {
  return new YoronError({
    code: "unknown-option",
    what: "columns has no role",
    value: role,
    next: `it takes: ${ROLES}`,
  });
}

/** The error for a mapping to a column that the source has not. */
export function unknownColumn(column: string, names: readonly string[]): YoronError {
  const near = nearest(column, names);
  return new YoronError({
    code: "unknown-column",
    what: "the source has no column",
    value: column,
    next: `${near === null ? "" : `is ${JSON.stringify(near)} meant? `}it has: ${listed(names)}`,
  });
}

/** The error for a source whose columns say nothing of where the words are. */
export function withoutText(names: readonly string[], likeliest: string | null): YoronError {
  const shown = shortened(likeliest ?? "…");
  return new YoronError({
    code: "unknown-column",
    what: "no column is known to hold the comments",
    next: `name it: columns: { text: ${JSON.stringify(shown)} }, on the command line --map 'text=${shown}'; the source has: ${listed(names)}; roles: ${ROLES}`,
  });
}

function shortened(name: string): string {
  return name.length <= LONGEST_NAME ? name : `${name.slice(0, LONGEST_NAME - 1)}…`;
}

function listed(names: readonly string[]): string {
  const shown = names.map((name) => shortened(visible(name)));
  const line = shown.join(", ");
  return line.length <= LONG_LIST ? line : shown.map((name) => `\n  ${name}`).join("");
}

/** The one name that begins as another, or that shares most pairs of letters with it, if it shares many. */
function nearest(column: string, names: readonly string[]): string | null {
  const plain = column.normalize("NFKC").trim();
  const longer = names.filter((name) => plain !== "" && name.normalize("NFKC").trim().startsWith(plain));
  if (longer.length === 1) return longer[0]!;
  const own = pairsOf(column);
  let best: string | null = null;
  let most = 0.3;
  for (const name of names) {
    const other = pairsOf(name);
    let shared = 0;
    for (const pair of own) if (other.has(pair)) shared++;
    const share = (2 * shared) / (own.size + other.size);
    if (share > most) [best, most] = [name, share];
  }
  return best;
}

function pairsOf(text: string): Set<string> {
  const plain = ` ${text.normalize("NFKC").toLowerCase().trim().slice(0, 500)} `;
  const pairs = new Set<string>();
  for (let at = 0; at + 1 < plain.length; at++) pairs.add(plain.slice(at, at + 2));
  return pairs;
}
