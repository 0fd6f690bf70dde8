import { nearestName } from "./nearest-name.ts";
import { joined, said } from "./said.ts";
import { cliError, usageError } from "./usage-error.ts";

/** Kinds of names that a command line can misspell. */
type Kind = Parameters<ReturnType<typeof said>["usage"]["known"]>[0];

/** Returns the next step after a name that is not known: the one that may be meant, and those that there are. */
export function knownNames(kind: Kind, name: string, names: readonly string[]): string {
  const { isMeant, known } = said().usage;
  const near = nearestName(name, names);
  return joined([...(near === null ? [] : [isMeant(near)]), known(kind, names.join(", "))]);
}

/** Throws unless a name is among those that are known; `what` says that it is not. */
export function checkName(kind: Kind, what: string, name: string, names: readonly string[]): void {
  if (!names.includes(name)) throw usageError(what, name, knownNames(kind, name, names));
}

/** Throws unless a table or chart of the name is there, as the library would. */
export function checkListed(kind: "tables" | "charts", name: string, names: readonly string[]): void {
  const { noTable, noChart } = said().usage;
  if (!names.includes(name))
    throw cliError("unknown-name", kind === "tables" ? noTable : noChart, name, knownNames(kind, name, names));
}
