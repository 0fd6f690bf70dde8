import type { Format } from "./format.ts";
import { pageText } from "./formats/page-text.ts";

/** Every format that is known, in the order in which equals are preferred. */
export const formats: readonly Format[] = Object.freeze([pageText]);
