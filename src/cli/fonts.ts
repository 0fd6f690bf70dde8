import { type FontOptions, missingGlyphs } from "../index.ts";
import type { Io } from "./io.ts";
import { said } from "./said.ts";
import type { OptionSpec, Values } from "./verb.ts";

/** Characters of a script that a note shows. */
const MOST_SHOWN = 6;

/** Options of the verbs that draw PNGs. */
export const FONT_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  font: { type: "string", multiple: true, value: "FILE", help: ({ options }) => options.font },
  "system-fonts": { type: "boolean", help: ({ options }) => options.systemFonts },
};

/** Returns the font options, made of the command line's. */
export function fontsOf(values: Values): FontOptions {
  const { font } = values;
  const fonts = Array.isArray(font) ? font.filter((file) => typeof file === "string") : [];
  return { ...(fonts.length === 0 ? {} : { fonts }), systemFonts: values["system-fonts"] === true };
}

/** Writes to stderr which scripts the PNGs of these SVGs leave blank. */
export async function tellMissingGlyphs(svgs: readonly string[], fonts: FontOptions, io: Io): Promise<void> {
  const missing = await missingGlyphs(svgs.join(""), fonts);
  if (missing.length === 0) return;
  const names: Readonly<Record<string, string>> = said().scripts;
  const shown = (characters: string) => [...characters].slice(0, MOST_SHOWN).join(" ");
  const scripts = missing.map(({ script, characters }) => `${names[script] ?? script} (${shown(characters)})`);
  io.note(said().notes.blankGlyphs(scripts.join(", ")));
}
