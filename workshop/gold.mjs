// Turns the marked-up gold text in test/gold/markup into test/gold/*.jsonl with UTF-16 offsets, and checks it.
// Usage: node workshop/gold.mjs [name …]   (all sets when no name is given)
import { existsSync, readFileSync, writeFileSync } from "node:fs";

const root = new URL("../test/gold/", import.meta.url);
const problems = [];
const ENTITY_LABELS = new Set(
  "PERSON NORP FAC ORG GPE LOC PRODUCT EVENT WORK_OF_ART LAW LANGUAGE DATE TIME PERCENT MONEY QUANTITY ORDINAL CARDINAL TITLE_AFFIX MOVEMENT".split(
    " ",
  ),
);
const KINDS = { s: "speech", i: "speech", t: "title", m: "term", c: "scare" };
const CLOSE = { "「": "」", "『": "』", "“": "”", '"': '"' };
const REFERENCE_KINDS = new Set(["exact", "ending", "partial", "width", "elided", "none"]);

const lines = (name) =>
  readFileSync(new URL(`markup/${name}.txt`, root), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("# "));

const fail = (name, line, why) => problems.push(`${name}: ${why}: ${line}`);
const orNull = (field) => (field === "-" || field === undefined ? null : field);

// 「<kind|speaker|verb>words」; indirect speech: <i|speaker|verb>words</>
function quotations(name) {
  return lines(name).map((source, index) => {
    const line = source.replaceAll("\\n", "\n");
    let text = "";
    const found = [];
    const open = [];
    for (let at = 0; at < line.length; ) {
      const char = line[at];
      const tag = /^<([a-z])\|([^|>]*)\|([^>]*)>/.exec(line.slice(at));
      if (line.startsWith("</>", at)) {
        const top = open.pop();
        if (top?.code !== "i") fail(name, source, "stray </>");
        else top.row.end = text.length;
        at += 3;
      } else if (tag !== null) {
        const [whole, code, speaker, verb] = tag;
        if (!(code in KINDS)) fail(name, source, `unknown kind ${code}`);
        const before = text.at(-1);
        if (code !== "i" && CLOSE[before] === undefined) fail(name, source, "tag without bracket");
        const row = {
          start: text.length,
          end: -1,
          kind: KINDS[code],
          indirect: code === "i",
          speaker: orNull(speaker),
          verb: orNull(verb),
        };
        found.push(row);
        open.push({ code, row, close: CLOSE[before] });
        at += whole.length;
      } else {
        const top = open.at(-1);
        if (top !== undefined && top.code !== "i" && char === top.close) {
          top.row.end = text.length;
          open.pop();
        } else if (CLOSE[char] !== undefined && line[at + 1] !== "<") fail(name, source, `untagged bracket ${char}`);
        else if (char === "<") fail(name, source, "malformed tag");
        text += char;
        at += 1;
      }
    }
    if (open.length > 0) fail(name, source, "unclosed span");
    for (const row of found) {
      if (row.speaker !== null && !text.includes(row.speaker))
        fail(name, source, `speaker ${row.speaker} is not in the text`);
      if (row.end <= row.start) fail(name, source, "empty span");
    }
    return { id: `${name.at(-1)}${index + 1}`, text, quotations: found };
  });
}

// [words|LABEL]
function entities(name) {
  return lines(name).map((source, index) => {
    let text = "";
    const found = [];
    for (const part of source.split(/(\[[^\]|]+\|[A-Z_]+\])/)) {
      const tag = /^\[([^\]|]+)\|([A-Z_]+)\]$/.exec(part);
      if (tag === null) {
        if (/[[\]|]/.test(part)) fail(name, source, "malformed tag");
        text += part;
        continue;
      }
      const [, words, label] = tag;
      if (!ENTITY_LABELS.has(label)) fail(name, source, `unknown label ${label}`);
      found.push({ start: text.length, end: text.length + words.length, label, text: words });
      text += words;
    }
    return { id: `${name.at(-1)}${index + 1}`, text, entities: found };
  });
}

// {target|+} {target|-} {target|0}
function targets(name) {
  const labels = { "+": "positive", "-": "negative", 0: "neutral" };
  return lines(name).map((source, index) => {
    let text = "";
    const found = [];
    for (const part of source.split(/(\{[^}|]+\|[-+0]\})/)) {
      const tag = /^\{([^}|]+)\|([-+0])\}$/.exec(part);
      if (tag === null) {
        if (/[{}|]/.test(part)) fail(name, source, "malformed tag");
        text += part;
        continue;
      }
      const [, target, sign] = tag;
      found.push({ target, start: text.length, end: text.length + target.length, label: labels[sign] });
      text += target;
    }
    if (found.length === 0) fail(name, source, "no target");
    return { id: `${name.at(-1)}${index + 1}`, text, targets: found };
  });
}

// "= paragraph", then "comment<TAB>words in the paragraph>kind>words in the comment" with as many fields as references
function references(name) {
  let target = "";
  const rows = [];
  for (const source of lines(name)) {
    if (source.startsWith("= ")) {
      target = source.slice(2);
      continue;
    }
    const [marked, ...fields] = source.split("\t");
    const comment = marked.replaceAll("\\n", "\n");
    const refs = fields.map((field) => {
      const [kind, taken, original] = field.split("=>");
      if (!REFERENCE_KINDS.has(kind)) fail(name, source, `unknown kind ${kind}`);
      const start = comment.indexOf(taken);
      if (start < 0) fail(name, source, `not in the comment: ${taken}`);
      if (kind === "none") return { start, end: start + taken.length, kind };
      const words = original ?? taken;
      const targetStart = target.indexOf(words);
      if (targetStart < 0) fail(name, source, `not in the paragraph: ${words}`);
      if (target.indexOf(words, targetStart + 1) >= 0) fail(name, source, `twice in the paragraph: ${words}`);
      if ((kind === "exact" || kind === "partial") !== (taken === words))
        fail(name, source, `kind ${kind} does not fit: ${taken}`);
      return { start, end: start + taken.length, targetStart, targetEnd: targetStart + words.length, kind };
    });
    rows.push({ id: `r${rows.length + 1}`, target, comment, refs: refs.filter((ref) => ref.kind !== "none") });
  }
  return rows;
}

const VALUE = {
  minute: /^\d{4}-\d\d-\d\dT\d\d:\d\d$/,
  hour: /^\d{4}-\d\d-\d\dT\d\d$/,
  day: /^\d{4}-\d\d-\d\d$/,
  part: /^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/,
  month: /^\d{4}-\d\d$/,
  year: /^\d{4}$/,
  decade: /^\d{4}\/\d{4}$/,
  century: /^\d{4}\/\d{4}$/,
};
const INTERVAL = /^\d{4}(-\d\d){0,2}\/\d{4}(-\d\d){0,2}$/;

function checkDates(file) {
  const rows = readFileSync(new URL(file, root), "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  const [header, ...body] = rows;
  if (header !== "text\texpression\tanchor\tvalue\tprecision") fail(file, header, "wrong header");
  for (const row of body) {
    const [text, expression, anchor, value, precision, ...rest] = row.split("\t");
    if (precision === undefined || rest.length > 0) {
      fail(file, row, "not five columns");
      continue;
    }
    const at = text.indexOf(expression);
    if (at < 0) fail(file, row, "expression is not in the text");
    else if (text.indexOf(expression, at + 1) >= 0) fail(file, row, "expression stands twice");
    if (anchor !== "-" && !/^\d{4}-\d\d-\d\d$/.test(anchor)) fail(file, row, "bad anchor");
    if (value === "-") {
      if (precision !== "-") fail(file, row, "precision without value");
    } else if (!(VALUE[precision]?.test(value) || INTERVAL.test(value)))
      fail(file, row, "value does not fit precision");
    if (
      !["minute", "hour", "day", "part", "month", "season", "year", "decade", "century", "week", "-"].includes(
        precision,
      )
    )
      fail(file, row, "unknown precision");
  }
  return body.length;
}

const SETS = {
  "quotations-a": quotations,
  "quotations-b": quotations,
  "entities-comments-a": entities,
  "entities-comments-b": entities,
  "targets-a": targets,
  "targets-b": targets,
  references,
};
const wanted = process.argv.slice(2);
for (const name of wanted)
  if (!(name in SETS)) problems.push(`unknown set ${name}; known: ${Object.keys(SETS).join(", ")}`);
for (const [name, parse] of Object.entries(SETS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  if (!existsSync(new URL(`markup/${name}.txt`, root))) continue;
  const rows = parse(name);
  const seen = new Map();
  for (const row of rows) {
    const key = row.comment === undefined ? row.text : row.target + row.comment;
    if (seen.has(key)) fail(name, key, "stands twice");
    seen.set(key, row.id);
  }
  const count = {};
  for (const row of rows)
    for (const item of row.quotations ?? row.entities ?? row.targets ?? row.refs) {
      const label = (item.label ?? item.kind) + (item.indirect ? " (indirect)" : "");
      count[label] = (count[label] ?? 0) + 1;
    }
  writeFileSync(new URL(`${name}.jsonl`, root), rows.map((row) => `${JSON.stringify(row)}\n`).join(""));
  console.log(name, rows.length, "rows", JSON.stringify(count));
}
if (existsSync(new URL("dates.tsv", root))) console.log("dates", checkDates("dates.tsv"), "rows");
if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exitCode = 1;
}
