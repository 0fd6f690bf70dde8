import { checkOptions } from "../model/error.ts";
import { FONT } from "./colors.ts";
import { type FontOptions, rendererFonts } from "./fonts.ts";

/** Characters of one script that a picture leaves blank. */
export interface MissingGlyphs {
  /** `Korean`, `Arabic`, `Chinese or rare kanji`, … */
  readonly script: string;
  /** Each once, in the order of the picture. */
  readonly characters: string;
}

const SCRIPTS: readonly (readonly [string, RegExp])[] = [
  ["Chinese or rare kanji", /\p{Script=Han}/u],
  ["Korean", /\p{Script=Hangul}/u],
  ["Arabic", /\p{Script=Arabic}/u],
  ["Hebrew", /\p{Script=Hebrew}/u],
  ["Thai", /\p{Script=Thai}/u],
  ["Devanagari", /\p{Script=Devanagari}/u],
  ["Bengali", /\p{Script=Bengali}/u],
  ["Tamil", /\p{Script=Tamil}/u],
  ["Georgian", /\p{Script=Georgian}/u],
  ["Armenian", /\p{Script=Armenian}/u],
  ["other characters", /./su],
];
/** What needs no glyph of its own: spaces, controls, joiners, marks that stand on the character before. */
const NO_GLYPH = /[\p{White_Space}\p{Cc}\p{Cf}\p{Mn}\p{Me}\p{Variation_Selector}]/u;
/** Characters that are looked at in one picture; a page has fewer, an attack has not. */
const MOST_LOOKED_AT = 300;

/**
 * Returns the characters of a picture that no font has, by script; without a font they are left blank in a PNG.
 *
 * Takes the SVG that `renderSvg` gives and the font options of `renderPng`.
 *
 * @example
 * await missingGlyphs(await renderSvg(citationChart(citationTable(analysis)))); // [{ script: "Korean", characters: "한국" }]
 */
export async function missingGlyphs(svg: string, options: FontOptions = {}): Promise<readonly MissingGlyphs[]> {
  checkOptions(options, ["fonts", "systemFonts"], "missingGlyphs");
  const known = japanese();
  const texts = [...svg.matchAll(/<text[^>]*>([^<]*)<\/text>/gu)].map(([, text]) => text!).join("");
  const doubtful = [...new Set(texts)].filter((character) => !known.has(character) && !NO_GLYPH.test(character));
  if (doubtful.length === 0) return [];
  const { Resvg } = await import("@resvg/resvg-js");
  const font = rendererFonts(options);
  const drawn = (character: string) =>
    new Resvg(
      `<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><text x="2" y="15" font-family="${FONT}" font-size="12">${character}</text></svg>`,
      { font },
    ).getBBox() !== undefined;
  const missing = doubtful.slice(0, MOST_LOOKED_AT).filter((character) => !drawn(character));
  const byScript = SCRIPTS.map(([script]) => ({ script, characters: "" }));
  for (const character of missing) {
    byScript[SCRIPTS.findIndex(([, pattern]) => pattern.test(character))]!.characters += character;
  }
  return Object.freeze(byScript.filter(({ characters }) => characters !== "").map((found) => Object.freeze(found)));
}

/** What the shipped fonts are known to have: ASCII and JIS X 0208, of which nearly all Japanese is written. */
function japanese(): ReadonlySet<string> {
  const bytes: number[] = [];
  for (let code = 0x20; code < 0x7f; code++) bytes.push(code);
  for (let lead = 0x81; lead <= 0xea; lead++) {
    if (lead > 0x9f && lead < 0xe0) continue;
    for (let trail = 0x40; trail <= 0xfc; trail++) if (trail !== 0x7f) bytes.push(lead, trail);
  }
  const all = new Set(new TextDecoder("shift_jis").decode(Uint8Array.from(bytes)));
  all.delete("\ufffd");
  return all;
}
