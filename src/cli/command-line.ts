/** What does not change what is made: where it goes, how it is made, what is told meanwhile; true where a value follows. */
const OF_THE_RUN: Readonly<Record<string, boolean>> = {
  "-o": true,
  "--output": true,
  "--workers": true,
  "-q": false,
  "--quiet": false,
  "--json": false,
};

/** Options of {@link commandLine}. */
export interface CommandLineOptions {
  /** Inputs that are not to be named: they stand as FILE, and so does whatever else is a path. */
  readonly hidden?: readonly string[];
}

/**
 * Returns the command line that makes the same again, as a shell takes it: arguments quoted where they must be, without what
 * only says where the result goes and how it is made.
 *
 * @example
 * commandLine(["report", "ある ページ.html", "-o", "r.html"]); // "yoron report 'ある ページ.html'"
 */
export function commandLine(args: readonly string[], { hidden = [] }: CommandLineOptions = {}): string {
  const kept: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? "";
    const name = arg.startsWith("--") ? (arg.split("=")[0] ?? arg) : arg;
    const takesValue = OF_THE_RUN[name];
    if (takesValue === undefined) kept.push(hidden.length === 0 ? arg : withoutPath(arg, hidden));
    else if (takesValue && name === arg) i++;
  }
  return ["yoron", ...kept.map(quoted)].join(" ");
}

/** Returns an argument that tells no path: who shares a page without names shares no name of a file either. */
function withoutPath(arg: string, hidden: readonly string[]): string {
  if (hidden.includes(arg)) return "FILE";
  const [, option = "", value = arg] = /^(--[a-z-]+=)(.*)$/su.exec(arg) ?? [];
  return /[/\\]/u.test(value) || hidden.includes(value) ? `${option}FILE` : arg;
}

function quoted(arg: string): string {
  return /^[\p{L}\p{N}_./:=@,+%-]+$/u.test(arg) ? arg : `'${arg.replaceAll("'", "'\\''")}'`;
}
