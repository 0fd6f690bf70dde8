import { createRequire } from "node:module";
import type * as Xlsx from "@e965/xlsx";
import type * as Arrow from "apache-arrow";

/**
 * The loader of packages, when a source first needs them, and at once: reading is synchronous, and whoever reads pages
 * alone should not pay for them. No bundle takes them in.
 */
const load = createRequire(import.meta.url);

export function loadXlsx(): typeof Xlsx {
  return load("@e965/xlsx") as typeof Xlsx;
}

export function loadArrow(): typeof Arrow {
  return load("apache-arrow") as typeof Arrow;
}
