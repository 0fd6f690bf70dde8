/** Makes the workbooks of `test/pages`: `npx tsx test/read/make/workbooks.ts`. */
import { writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import type * as Xlsx from "@e965/xlsx";
import { rowXml, workbookOf } from "./workbook-parts.ts";
import { zip } from "./zip.ts";

const xlsx = createRequire(import.meta.url)("@e965/xlsx") as typeof Xlsx;
const write = (name: string, file: string, bytes: Uint8Array) => writeFileSync(`test/pages/${name}/${file}`, bytes);

// A questionnaire of a town: titles above the header, days and times as serials, a hidden row, a second sheet.
write(
  "xlsx-questionnaire",
  "page.xlsx",
  workbookOf([
    {
      name: "回答",
      rows: [
        rowXml(1, ["駅前ひろばについてのアンケート"]),
        rowXml(2, ["集計日", [45782, 1]]),
        rowXml(4, ["整理番号", "回答日時", "年代", "満足度", "ご意見", "メールアドレス"]),
        rowXml(5, [
          101,
          [45779.37884259259, 2],
          "30代",
          [0.8, 3],
          "ベンチが増えて、子どもと休めるようになりました。",
          "a@example.jp",
        ]),
        rowXml(
          6,
          [102, [45779.75, 2], "60代", [0.25, 3], "夏は日陰がなくて歩くのもつらい。木を植えてほしい。"],
          'hidden="1"',
        ),
        rowXml(7, [118200000001, [45780, 1], "20代", [0.5, 3], null]),
        rowXml(9, [104, [45781, 5], null, null, "=よかったと思う。", null]),
      ].join(""),
    },
    { name: "集計", rows: rowXml(1, ["年代", "人数"]) + rowXml(2, ["30代", 12]) },
    { name: "作業用", rows: rowXml(1, ["メモ"]), hidden: true },
  ]),
);

// What Excel writes into words: readings, line ends, formatted runs; merged groups, formulas, errors, truth.
write(
  "xlsx-readings",
  "page.xlsx",
  workbookOf(
    [
      {
        name: "Sheet1",
        rows: [
          '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c><c r="D1" t="s"><v>3</v></c><c r="E1" t="s"><v>4</v></c></row>',
          '<row r="2"><c r="A2" t="s"><v>5</v></c><c r="B2" t="s"><v>6</v></c><c r="C2"><f>1+2</f><v>3</v></c><c r="D2" t="b"><v>1</v></c><c r="E2" t="e"><v>#N/A</v></c></row>',
          '<row r="3"><c r="B3" t="s"><v>7</v></c><c r="C3" s="4"><v>1234</v></c><c r="D3" t="b"><v>0</v></c></row>',
          '<row r="4"><c r="A4" t="s"><v>8</v></c><c r="B4" t="str"><f>"川沿い"&amp;"の道"</f><v>川沿いの道が暗い</v></c><c r="C4"><f>A1</f></c></row>',
        ].join(""),
        after: '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>',
      },
    ],
    {
      strings: [
        '<t>地区</t><rPh sb="0" eb="2"><t>チク</t></rPh><phoneticPr fontId="1"/>',
        '<t>本文</t><rPh sb="0" eb="2"><t>ホンブン</t></rPh>',
        "<t>いいね</t>",
        "<t>町内会</t>",
        "<t>備考</t>",
        '<t>東町</t><rPh sb="0" eb="2"><t>ヒガシマチ</t></rPh>',
        '<t xml:space="preserve">街灯を増やして。_x000D_\n夜は歩けません。</t>',
        '<r><t>歩道が</t></r><r><rPr><b/></rPr><t>せまい</t></r><rPh sb="0" eb="2"><t>ホドウ</t></rPh>',
        "<t>西町</t>",
      ],
    },
  ),
);

// An old workbook of a Mac counts days from 1904; its first sheet explains the columns.
for (const name of ["xlsx-sheet-1904", "xlsx-asked-sheet"])
  write(
    name,
    "page.xlsx",
    workbookOf(
      [
        { name: "説明", rows: rowXml(1, ["項目", "説明"]) + rowXml(2, ["本文", "書かれたとおり"]) },
        {
          name: "コメント",
          rows: [
            rowXml(1, ["名前", "コメント", "投稿日", "返信先", "番号"]),
            rowXml(2, ["みかん", "渡し船が残ってうれしい", [44286, 1], null, 1]),
            rowXml(3, ["ほたる", "乗る人が少ないのも事実では", [44287.5, 2], 1, 2]),
          ].join(""),
        },
      ],
      { date1904: true },
    ),
  );

// The old binary format, as the library writes it; Japanese in it is UTF-16.
const sheet = xlsx.utils.aoa_to_sheet([
  ["投稿者", "本文", "日時", "いいね"],
  [
    "あさがお",
    "朝市の場所が変わって迷いました。\n看板がほしい。",
    { t: "n", v: 45415.354166666664, z: "yyyy/m/d h:mm" },
    5,
  ],
  [
    "すずめ",
    "新しい場所のほうが駐車しやすいですよ",
    { t: "n", v: 45416, z: "yyyy/m/d" },
    { t: "n", v: 1200, z: "#,##0" },
  ],
]);
const book = xlsx.utils.book_new();
xlsx.utils.book_append_sheet(book, sheet, "投稿");
write("xlsx-old-xls", "page.xls", new Uint8Array(xlsx.write(book, { type: "buffer", bookType: "biff8" }) as Buffer));

// LibreOffice: repeated cells, paragraphs in a cell, days and times as values.
const OFFICE = "urn:oasis:names:tc:opendocument:xmlns";
write(
  "xlsx-open-document",
  "page.ods",
  zip({
    mimetype: "application/vnd.oasis.opendocument.spreadsheet",
    "content.xml": `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="${OFFICE}:office:1.0" xmlns:table="${OFFICE}:table:1.0" xmlns:text="${OFFICE}:text:1.0" xmlns:number="${OFFICE}:datastyle:1.0" xmlns:style="${OFFICE}:style:1.0" office:version="1.3"><office:body><office:spreadsheet><table:table table:name="声"><table:table-row><table:table-cell office:value-type="string"><text:p>ニックネーム</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>コメント</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>投稿日時</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>共感</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell office:value-type="string"><text:p>つばめ</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>巡回バスが減って困ります。</text:p><text:p>病院に行けません。</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2024-06-03T08:15:00"><text:p>2024/06/03 08:15</text:p></table:table-cell><table:table-cell office:value-type="float" office:value="14"><text:p>14</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="4"/></table:table-row><table:table-row><table:table-cell/><table:table-cell office:value-type="string"><text:p>予約すれば来る小型の車にしては</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2024-06-04"><text:p>2024/06/04</text:p></table:table-cell><table:table-cell/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>`,
    "styles.xml": `<?xml version="1.0" encoding="UTF-8"?><office:document-styles xmlns:office="${OFFICE}:office:1.0" office:version="1.3"/>`,
    "META-INF/manifest.xml": `<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="${OFFICE}:manifest:1.0"><manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>`,
  }),
);
