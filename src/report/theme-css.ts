import { PAGE_DARK, PAGE_FONT, PAGE_LIGHT } from "../charts/colors.ts";

type Palette = Readonly<Record<keyof typeof PAGE_LIGHT, string>>;

/** Returns the report's colours and fonts as CSS properties: by daylight, by the system's wish and by the reader's own. */
export function themeCss(): string {
  return [
    `:root{color-scheme:light;${properties(PAGE_LIGHT)}--fonts:${PAGE_FONT}}`,
    `@media screen and (prefers-color-scheme:dark){:root:not([data-theme="light"]){color-scheme:dark;${properties(PAGE_DARK)}}}`,
    `@media screen{:root[data-theme="dark"]{color-scheme:dark;${properties(PAGE_DARK)}}}`,
  ].join("\n");
}

function properties(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, value]) => `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}:${value};`)
    .join("");
}
