import { zip } from "./zip.ts";

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006";

/** A sheet by its name and the XML of its rows (and of what follows them). */
export interface SheetXml {
  readonly name: string;
  readonly rows: string;
  readonly after?: string;
  readonly hidden?: boolean;
}

/**
 * Makes a workbook of its XML parts, as Excel writes them: for what a library that writes workbooks does not write.
 *
 * Styles by number: 0 general, 1 day, 2 day and time, 3 percent, 4 thousands, 5 Japanese day.
 */
export function workbookOf(
  sheets: readonly SheetXml[],
  { strings = [], date1904 = false }: { strings?: readonly string[]; date1904?: boolean } = {},
): Uint8Array {
  const files: Record<string, string> = {
    "[Content_Types].xml": `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>${sheets
      .map(
        (_, i) =>
          `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>`,
      )
      .join(
        "",
      )}<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"/></Types>`,
    "_rels/.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}">${date1904 ? '<workbookPr date1904="1"/>' : "<workbookPr/>"}<sheets>${sheets
      .map(
        ({ name, hidden }, i) =>
          `<sheet name="${name}" sheetId="${i + 1}"${hidden === true ? ' state="hidden"' : ""} r:id="rId${i + 1}"/>`,
      )
      .join("")}</sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${sheets
      .map(
        (_, i) =>
          `<Relationship Id="rId${i + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${i + 1}.xml"/>`,
      )
      .join(
        "",
      )}<Relationship Id="rId90" Type="${RELATIONS}/styles" Target="styles.xml"/><Relationship Id="rId91" Type="${RELATIONS}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    "xl/styles.xml": `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;"/></numFmts><fonts count="1"><font/></fonts><fills count="1"><fill/></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="6">${[
      0, 14, 22, 9, 3, 176,
    ]
      .map((format) => `<xf numFmtId="${format}" applyNumberFormat="1"/>`)
      .join("")}</cellXfs></styleSheet>`,
    "xl/sharedStrings.xml": `${HEAD}<sst xmlns="${MAIN}" count="${strings.length}" uniqueCount="${strings.length}">${strings.map((one) => `<si>${one}</si>`).join("")}</sst>`,
  };
  for (const [i, { rows, after = "" }] of sheets.entries()) {
    files[`xl/worksheets/sheet${i + 1}.xml`] =
      `${HEAD}<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
  }
  return zip(files);
}

/** A row of cells in XML: a text stands inline, a number with its style as `[value, style]`; null is an empty cell. */
export function rowXml(
  number: number,
  cells: readonly (string | number | readonly [number, number] | null)[],
  attributes = "",
): string {
  const xml = cells.map((cell, index) => {
    const place = `${String.fromCharCode(65 + index)}${number}`;
    if (cell === null) return "";
    if (typeof cell === "string")
      return `<c r="${place}" t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`;
    const [value, style] = typeof cell === "number" ? [cell, 0] : cell;
    return `<c r="${place}" s="${style}"><v>${value}</v></c>`;
  });
  return `<row r="${number}"${attributes === "" ? "" : ` ${attributes}`}>${xml.join("")}</row>`;
}
