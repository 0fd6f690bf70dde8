import { type FontOptions, missingGlyphs } from "../index.ts";
import type { Io } from "./io.ts";
import { said } from "./said.ts";
import type { OptionSpec, Values } from "./verb.ts";

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
  const scripts = missing.map(({ script, characters }) => `${script} (${[...characters].slice(0, 6).join(" ")})`);
  io.note(said().notes.blankGlyphs(scripts.join(", ")));
}
