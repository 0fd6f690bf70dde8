import { foldWidth } from "../../text/dates/fold-width.ts";

/** The same name however it is written: width, middle dots and spaces apart. */
export function plain(text: string): string {
  return foldWidth(text).replace(/[・\s　=＝]/g, "");
}
