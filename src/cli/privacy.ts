import { type Privacy, readSource } from "../index.ts";
import { usageError } from "./usage-error.ts";
import { type OptionSpec, stringOf, type Values } from "./verb.ts";

/** Options that keep people from being known. */
export const PRIVACY_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  pseudonyms: {
    type: "string",
    optional: true,
    value: "KEYFILE",
    help: "call who commented 青い梟17 …, the same on all pages by the key in the file, else by the content of each page",
  },
  "no-authors": { type: "boolean", help: "leave out the names of who commented" },
  "mask-persons": { type: "boolean", help: "call the persons that texts speak of 人物A, 人物B …" },
};

/** Returns how people are kept from being known, as the options say. */
export async function privacyOf(values: Values): Promise<Privacy> {
  const file = stringOf(values, "pseudonyms");
  if (file !== undefined && values["no-authors"] === true)
    throw usageError("names cannot be replaced and left out; leave out", "--no-authors", "or --pseudonyms");
  const key = file === undefined || file === "" ? undefined : new TextDecoder().decode(await readSource(file)).trim();
  return {
    ...(file !== undefined ? { authors: "pseudonyms" } : values["no-authors"] === true ? { authors: "none" } : {}),
    ...(key === undefined ? {} : { key }),
    ...(values["mask-persons"] === true ? { maskPersons: true } : {}),
  };
}
