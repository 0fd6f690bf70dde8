import { setFlagsFromString } from "node:v8";

/**
 * Sets how far the heap grows beyond what is in use before it is swept: by less than a third, where the engine's own rule lets it
 * double and more.
 */
export function growSparingly(): void {
  setFlagsFromString("--heap-growing-percent=30");
}
