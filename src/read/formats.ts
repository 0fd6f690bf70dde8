import type { Format } from "./format.ts";
import { html } from "./formats/html.ts";
import { pageText } from "./formats/page-text.ts";
import { wordpressCocoon } from "./formats/wordpress-cocoon.ts";
import { wordpressCore } from "./formats/wordpress-core.ts";
import { wordpressTcd } from "./formats/wordpress-tcd.ts";

/** Every format that is known, in the order in which equals are preferred. */
export const formats: readonly Format[] = Object.freeze([wordpressTcd, wordpressCocoon, wordpressCore, html, pageText]);
