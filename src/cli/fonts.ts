import { type FontOptions, missingGlyphs } from "../index.ts";
import type { Io } from "./io.ts";
import type { OptionSpec, Values } from "./verb.ts";

/** Options of the verbs that draw PNGs. */
export const FONT_OPTIONS: Readonly<Record<string, OptionSpec>> = {
  font: { type: "string", multiple: true, value: "FILE", help: "further font for PNGs, for Chinese, Korean, Arabic …" },
  "system-fonts": {
    type: "boolean",
    help: "let PNGs take what this machine has where the shipped fonts lack a character",
  },
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
  io.note(
    `PNGs leave blank, for want of a font: ${scripts.join(", ")}; name one with --font FILE, or try --system-fonts`,
  );
}
