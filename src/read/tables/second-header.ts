import type { TableRow } from "./source-table.ts";

/** The header of a table, and how many rows below its first are part of it. */
export interface Header {
  readonly names: readonly string[];
  readonly rows: number;
}

/** What SurveyMonkey writes under a question that is answered freely or by one choice. */
const PLAIN_ANSWER = /^(?:自由形式の回答|自由回答|回答|open-ended response|response|responses)$/i;
const IMPORT_ID = /^\{\s*"ImportId"\s*:/;

/**
 * Returns a header with its further rows.
 *
 * Qualtrics writes codes, questions, and `{"ImportId":…}`: the questions name the columns. SurveyMonkey writes questions, and
 * below them 「自由形式の回答」 or the choices, whose columns have no question above them but the first.
 */
export function secondHeader(header: readonly string[], below: readonly TableRow[]): Header {
  const [first, second] = below;
  if (second?.cells.some((cell) => IMPORT_ID.test(cell.trim())) === true) {
    return { names: header.map((code, index) => filled(first!.cells[index]) ?? code), rows: 2 };
  }
  if (first === undefined || !isAnswerRow(header, first.cells)) return { names: header, rows: 0 };
  let question = "";
  const names = first.cells.map((choice, index) => {
    const own = filled(header[index]);
    if (own !== null) question = own;
    const part = filled(choice);
    if (part === null || PLAIN_ANSWER.test(part)) return own ?? "";
    return question === "" ? part : `${question} / ${part}`;
  });
  return { names: [...names, ...header.slice(first.cells.length)], rows: 1 };
}

/** A row of choices has nothing below the first column, which counts the answers, and says somewhere what an answer is. */
function isAnswerRow(header: readonly string[], cells: readonly string[]): boolean {
  return (
    filled(header[0]) !== null &&
    filled(cells[0]) === null &&
    cells.some((cell) => PLAIN_ANSWER.test(cell.trim())) &&
    cells.every((cell) => cell.length < 200)
  );
}

function filled(cell: string | undefined): string | null {
  const text = cell?.trim() ?? "";
  return text === "" ? null : text;
}
