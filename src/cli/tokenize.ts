import { createReadStream } from "node:fs";
import { loadTokenizer, type Tokens, tokenRecord, YoronError } from "../index.ts";
import { LINE_ENCODINGS, linesOf, undecodable } from "./lines.ts";
import { usageError } from "./usage-error.ts";
import { stringOf, type Verb } from "./verb.ts";

/** Printed at once, so that a long text costs few writes and little memory. */
const CHUNK = 1 << 16;

const writers: Readonly<Record<string, (tokens: Tokens) => string>> = {
  mecab: mecabLines,
  wakati: wakatiLine,
  jsonl: jsonLine,
};

export const tokenize: Verb = {
  name: "tokenize",
  summary: "cut text into words, a line at a time",
  usage: "yoron tokenize [FILE | -]",
  options: {
    format: {
      type: "string",
      value: "NAME",
      help: "mecab: surface, tab, feature string, and EOS (default); wakati: words with blanks; jsonl: an object a line",
    },
    encoding: { type: "string", value: "NAME", help: `of the input: ${LINE_ENCODINGS.join(", ")}` },
    "user-dictionary": {
      type: "string",
      value: "FILE",
      help: "own words: MeCab's CSV, or surface,reading,part of speech",
    },
  },
  examples: [
    "echo すもももももももものうち | yoron tokenize",
    "yoron tokenize --format wakati comments.txt",
    "yoron tokenize --user-dictionary words.csv --format jsonl comments.txt | jq -r '.tokens[].lemma'",
  ],
  async run({ positionals, values, io }) {
    if (positionals.length > 1) throw usageError("tokenize takes one file, but got also", positionals[1]);
    const format = stringOf(values, "format") ?? "mecab";
    const write = writers[format];
    if (write === undefined || !Object.hasOwn(writers, format)) {
      throw usageError("there is no format", format, `known formats: ${Object.keys(writers).join(", ")}`);
    }
    const userDictionary = stringOf(values, "user-dictionary");
    const tokenizer = await loadTokenizer(userDictionary === undefined ? {} : { userDictionary });
    const file = positionals[0] ?? "-";
    let waiting = "";
    const encoding = stringOf(values, "encoding");
    for await (const line of linesOf(file === "-" ? io.stdin : bytesOf(file), encoding)) {
      if (line.text === null) throw undecodable(line, encoding);
      waiting += write(tokenizer.tokenize(line.text));
      if (waiting.length < CHUNK) continue;
      await io.print(waiting);
      waiting = "";
    }
    if (waiting !== "") await io.print(waiting);
    return 0;
  },
};

/** Surface, tab and feature string of each word, then `EOS`: what programs made for MeCab read. */
function mecabLines(tokens: Tokens): string {
  let text = "";
  for (let i = 0; i < tokens.length; i++) text += `${tokens.surface(i)}\t${tokens.feature(i)}\n`;
  return `${text}EOS\n`;
}

function wakatiLine(tokens: Tokens): string {
  let text = "";
  for (let i = 0; i < tokens.length; i++) text += `${tokens.surface(i)} `;
  return `${text}\n`;
}

function jsonLine(tokens: Tokens): string {
  return `${JSON.stringify({ text: tokens.text, tokens: Array.from(tokens, tokenRecord) })}\n`;
}

async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* createReadStream(file);
  } catch (cause) {
    throw new YoronError({ code: "unreadable", what: "cannot read the file", value: file, cause });
  }
}
