import { YoronError } from "../model/error.ts";

/** Returns the error of a file that cannot be read, with what to do. */
export function cannotRead(path: string, cause: unknown): YoronError {
  const code = (cause as NodeJS.ErrnoException).code ?? "unknown";
  // The code is told in the words: a cause of many lines of stack would say no more.
  const told = (what: string, next: string) => new YoronError({ code: "unreadable", what, value: path, next });
  if (code === "ENOENT" && /[*?{[]/.test(path))
    return told("no file matches the pattern", "check the folder that it names");
  if (code === "ENOENT" && path.includes("\ufffd"))
    return told(
      "there is no file of this name, which may have bytes that are no UTF-8",
      "rename it, or pipe it: yoron … - < FILE",
    );
  if (code === "EACCES" || code === "EPERM")
    return told(`there is no permission to read (${code})`, "change its rights, or read a copy of it");
  const next = code === "EISDIR" ? "name a file in the folder" : "check its name and permissions";
  return told(`cannot read the file (${code})`, next);
}
