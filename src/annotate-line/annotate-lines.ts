import type { Resources } from "../resources.ts";
import { layerNames } from "./annotate-line.ts";
import { JsonBytes } from "./json-bytes.ts";
import { errorAnswer, type LineAnswer, printAnswer } from "./line-answer.ts";
import { LINE_LAYERS } from "./line-layers.ts";
import type { LineDefaults } from "./line-request.ts";
import { tellTables } from "./line-tables.ts";
import { readLines, type Told } from "./read-line.ts";
import { writeTokens } from "./token-json.ts";

/** What is printed of some lines: their answers, each with its end, and whether one of them is an error. */
export interface PrintedLines {
  /** The same as {@link text}, in UTF-8, as it was made. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly text: string;
  readonly failed: boolean;
}

/** Returns printed lines of their bytes; the text is decoded when it is asked for. */
export function printedLines(bytes: Uint8Array<ArrayBuffer>, failed: boolean): PrintedLines {
  return Object.freeze({
    bytes,
    failed,
    get text() {
      return new TextDecoder().decode(bytes);
    },
  });
}

/** Room in which answers are written; it holds nothing between two calls. */
const into = new JsonBytes();

/**
 * Returns the answers to some lines as they are printed, one line of JSON each: what {@link printAnswer} prints of
 * {@link annotateLine}, in less time. What is an answer already is printed in its place.
 *
 * @example
 * annotateLines(['{"id":1,"text":"雨だ。"}'], resources, ["sentences"]).text; // '{"id":1,"sentences":[{"start":0,"end":3}]}\n'
 */
export function annotateLines(
  lines: readonly (string | LineAnswer)[],
  resources: Resources,
  layers: readonly string[] = layerNames,
  defaults: LineDefaults = {},
): PrintedLines {
  let failed = false;
  into.rewind(0);
  for (const { told, failed: answer } of readLines(lines, resources, layers, defaults)) {
    const begin = into.length;
    let failure = answer;
    if (told !== null) {
      try {
        write(told, resources, { layers, tables: defaults.tables });
      } catch (error) {
        // What was written before it failed is no answer.
        into.rewind(begin);
        failure = errorAnswer(told.id, error);
      }
    }
    if (failure !== null) {
      failed = true;
      into.text(printAnswer(failure));
    }
    into.text("\n");
  }
  return printedLines(into.take(), failed);
}

/** Writes the JSON of an answer, which is never held whole. */
function write(
  told: Told,
  { tokenizer }: Resources,
  { layers, tables }: { readonly layers: readonly string[]; readonly tables: readonly string[] | undefined },
): void {
  const { id, request, analysis } = told;
  into.text(`{"id":${typeof id === "bigint" ? id : JSON.stringify(id)}`);
  for (const name of layers) {
    into.text(`,"${name}":`);
    if (name === "tokens") writeTokens(analysis.units[0]!.tokens, tokenizer, into);
    else into.text(JSON.stringify(LINE_LAYERS[name]!.tell(analysis, request)));
  }
  if (tables !== undefined) into.text(`,"tables":${JSON.stringify(tellTables(tables, told))}`);
  into.text("}");
}
