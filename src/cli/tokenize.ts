import { createReadStream } from "node:fs";
import { loadTokenizer, type Tokens, tokenRecord } from "../index.ts";
import { checkName } from "./known-name.ts";
import { LINE_ENCODINGS, linesOf, undecodable } from "./lines.ts";
import { said } from "./said.ts";
import { cliError, usageError } from "./usage-error.ts";
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
  usage: "yoron tokenize [FILE | -]",
  options: {
    format: {
      type: "string",
      value: "NAME",
      help: ({ options }) => options.tokenFormat,
    },
    encoding: { type: "string", value: "NAME", help: ({ options }) => options.lineEncoding(LINE_ENCODINGS.join(", ")) },
    "user-dictionary": {
      type: "string",
      value: "FILE",
      help: ({ options }) => options.userDictionary,
    },
  },
  examples: [
    "echo すもももももももものうち | yoron tokenize",
    "yoron tokenize --format wakati comments.txt",
    "yoron tokenize --user-dictionary words.csv --format jsonl comments.txt | jq -r '.tokens[].lemma'",
  ],
  async run({ positionals, values, io }) {
    if (positionals.length > 1) throw usageError(said().usage.tokenizeOne, positionals[1]);
    const format = stringOf(values, "format") ?? "mecab";
    checkName("formats", said().usage.noFormat, format, Object.keys(writers));
    // The name is one of its keys.
    const write = writers[format]!;
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
    throw cliError("unreadable", said().usage.cannotRead, file, cause instanceof Error ? cause.message : "", cause);
  }
}
