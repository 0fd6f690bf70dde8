import { type Privacy, readSource } from "../index.ts";
import { said } from "./said.ts";
import { usageError } from "./usage-error.ts";
import { type OptionSpec, stringOf, type Values } from "./verb.ts";

/** Options that keep people from being known. */
export const PRIVACY_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  pseudonyms: {
    type: "string",
    optional: true,
    value: "KEYFILE",
    help: ({ options }) => options.pseudonyms,
  },
  "no-authors": { type: "boolean", help: ({ options }) => options.noAuthors },
  "mask-persons": { type: "boolean", help: ({ options }) => options.maskPersons },
};

/** Returns how people are kept from being known, as the options say. */
export async function privacyOf(values: Values): Promise<Privacy> {
  const file = stringOf(values, "pseudonyms");
  if (file !== undefined && values["no-authors"] === true)
    throw usageError(said().usage.bothNames, "--no-authors", said().usage.orPseudonyms);
  const key = file === undefined || file === "" ? undefined : new TextDecoder().decode(await readSource(file)).trim();
  return {
    ...(file !== undefined ? { authors: "pseudonyms" } : values["no-authors"] === true ? { authors: "none" } : {}),
    ...(key === undefined ? {} : { key }),
    ...(values["mask-persons"] === true ? { maskPersons: true } : {}),
  };
}
