import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { YoronError } from "../model/error.ts";

const require = createRequire(import.meta.url);

/** Fonts that pictures are drawn with: Latin and Cyrillic, Japanese (whose own Cyrillic is full-width), emoji. */
const FONT_FILES = [
  "@expo-google-fonts/open-sans/400Regular/OpenSans_400Regular.ttf",
  "@expo-google-fonts/open-sans/700Bold/OpenSans_700Bold.ttf",
  "@expo-google-fonts/biz-udpgothic/400Regular/BIZUDPGothic_400Regular.ttf",
  "@expo-google-fonts/biz-udpgothic/700Bold/BIZUDPGothic_700Bold.ttf",
  "@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
];

/** Fonts beside the shipped ones, for scripts that those lack: simplified Chinese, Korean, Arabic … */
export interface FontOptions {
  /** Paths of font files. */
  readonly fonts?: readonly string[];
  /** Take what the machine has for characters that no other font has; pictures then differ from machine to machine. Default false. */
  readonly systemFonts?: boolean;
}

/** Returns the renderer's options that say which fonts there are; a file that is not there is an error. */
export function rendererFonts({ fonts = [], systemFonts = false }: FontOptions) {
  const absent = fonts.find((file) => !existsSync(file));
  if (absent !== undefined) {
    throw new YoronError({ code: "unreadable", what: "there is no font file", value: absent, next: "check its name" });
  }
  return {
    fontFiles: [...FONT_FILES.map((file) => require.resolve(file)), ...fonts],
    loadSystemFonts: systemFonts,
    defaultFontFamily: "BIZ UDPGothic",
    sansSerifFamily: "BIZ UDPGothic",
  };
}
