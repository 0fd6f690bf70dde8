import { readXml, type XmlReport } from "../xml.ts";
import { BinaryPlist } from "./binary-plist.ts";

/** The page in a web archive of Safari. */
export interface WebResource {
  readonly data: Uint8Array;
  readonly encoding: string | null;
  readonly url: string | null;
  readonly type: string | null;
  /** Pages that the page shows in itself. */
  readonly frames: number;
}

const MAIN = "WebMainResource";
const FRAMES = "WebSubframeArchives";

/** Returns the page in a web archive written in binary; null for another property list. Throws a RangeError for a broken one. */
export function binaryResource(bytes: Uint8Array): WebResource | null {
  const list = new BinaryPlist(bytes);
  const main = list.under(list.top, MAIN);
  if (main === null) return null;
  const text = (key: string): string | null => {
    const found = list.under(main, key);
    return found === null ? null : list.text(found);
  };
  const data = list.under(main, "WebResourceData");
  const frames = list.under(list.top, FRAMES);
  return {
    data: (data === null ? null : list.data(data)) ?? new Uint8Array(),
    encoding: text("WebResourceTextEncodingName"),
    url: text("WebResourceURL"),
    type: text("WebResourceMIMEType"),
    frames: frames === null ? 0 : list.length(frames),
  };
}

/** Returns the page in a web archive written as XML; null for another property list. */
export function textResource(source: string): WebResource | null {
  const report: XmlReport = { declaredEntities: 0, open: [] };
  const fields = new Map<string, string>();
  let [depth, frames] = [0, 0];
  /** The keys under which what is open stands: `["WebMainResource", "WebResourceData"]`. */
  const keys: string[] = [];
  let text = "";
  for (const event of readXml(source, report)) {
    if (event.kind === "text") text += event.text;
    else if (event.kind === "open") {
      text = "";
      if (event.name === "dict" || event.name === "array") depth++;
      if (event.name === "dict" && depth === 3 && keys[1] === FRAMES) frames++;
    } else if (event.name === "key") {
      keys[depth] = text.trim();
      keys.length = depth + 1;
    } else if (event.name === "dict" || event.name === "array") depth--;
    else if (depth === 2 && keys[1] === MAIN && keys[2] !== undefined) fields.set(keys[2], text.trim());
  }
  if (fields.size === 0) return null;
  return {
    data: Buffer.from(fields.get("WebResourceData") ?? "", "base64"),
    encoding: fields.get("WebResourceTextEncodingName") ?? null,
    url: fields.get("WebResourceURL") ?? null,
    type: fields.get("WebResourceMIMEType") ?? null,
    frames,
  };
}
