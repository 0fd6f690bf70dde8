import { describe, expect, it } from "vitest";
import { linesOf } from "../../src/cli/lines.ts";
import { annotateLine, loadResources, printAnswer } from "../../src/index.ts";
import { yoron } from "./run.ts";

/** 良い店 in Shift_JIS. */
const SHIFT_JIS = Uint8Array.of(0x97, 0xc7, 0x82, 0xa2, 0x93, 0x58);

async function lines(bytes: Uint8Array, sizes: readonly number[], encoding?: string): Promise<(string | null)[]> {
  async function* chunks() {
    let at = 0;
    for (const size of sizes) {
      yield bytes.subarray(at, at + size);
      at += size;
    }
    yield bytes.subarray(at);
  }
  const found: (string | null)[] = [];
  for await (const { text } of linesOf(chunks(), encoding)) found.push(text);
  return found;
}

describe("lines of a stream", () => {
  const bytes = Buffer.from("駅前の店\r\n\n雨😀だ\n終わり");
  const whole = ["駅前の店", "", "雨😀だ", "終わり"];

  it.each(
    Array.from({ length: bytes.length + 1 }, (_, size) => size),
  )("are the same cut after %i bytes", async (size) => {
    expect(await lines(bytes, [size])).toEqual(whole);
  });

  it("lose nothing where each byte comes alone", async () => {
    expect(await lines(bytes, Array(bytes.length).fill(1))).toEqual(whole);
  });

  it("that are no UTF-8 have no text, and the next goes on", async () => {
    const mixed = Buffer.concat([Buffer.from("一\n"), SHIFT_JIS, Buffer.from("\n三\n")]);
    expect(await lines(mixed, [3, 2])).toEqual(["一", null, "三"]);
  });

  it.each(["shift_jis", "cp932", "Shift_JIS"])("are read as %s where that is told", async (encoding) => {
    expect(await lines(SHIFT_JIS, [], encoding)).toEqual(["良い店"]);
  });
});

describe("yoron annotate and tokenize", () => {
  it("say which line is no UTF-8 and how to read it, and put no replacement in", () => {
    const tokens = yoron(["tokenize"], SHIFT_JIS);
    expect(tokens.status).not.toBe(0);
    expect(tokens.stderr).toMatch(/not utf-8: line 1; give --encoding shift_jis/);
    const input = Buffer.concat([
      Buffer.from('{"id":1,"text":"'),
      SHIFT_JIS,
      Buffer.from('"}\n{"id":2,"text":"雨だ"}\n'),
    ]);
    const annotated = yoron(["annotate", "--layers", "sentences"], input);
    expect(annotated.status).toBe(1);
    expect(
      annotated.stdout
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    ).toMatchObject([
      { id: null, error: { code: "undecodable" } },
      { id: 2, sentences: [{ start: 0, end: 2 }] },
    ]);
    expect(yoron(["tokenize", "--encoding", "shift_jis", "--format", "wakati"], SHIFT_JIS).stdout).toBe("良い 店 \n");
  });

  it("refuse an encoding whose lines cannot be told, and one that is none", () => {
    for (const encoding of ["utf-16", "klingon"])
      expect(yoron(["tokenize", "--encoding", encoding], "雨").stderr).toContain("known encodings: utf-8");
  });
});

describe("ids of the line protocol", () => {
  it.each([
    ["1742000000000000003", "1742000000000000003"],
    ["-90071992547409931", "-90071992547409931"],
    ["9007199254740991", "9007199254740991"],
    ["7", "7"],
    ["1.5", "1.5"],
    ['"1742000000000000003"', '"1742000000000000003"'],
    ["null", "null"],
    ['{"a":1}', '{"a":1}'],
  ])("%s stays %s", async (given, printed) => {
    const answer = annotateLine(`{"text":"雨だ。","id":${given}}`, await loadResources(), ["sentences"]);
    expect(printAnswer(answer)).toBe(`{"id":${printed},"sentences":[{"start":0,"end":3}]}`);
  });

  it("stay exact in an error, and with nothing else to print", async () => {
    const resources = await loadResources();
    expect(printAnswer(annotateLine('{"id":1742000000000000003,"text":7}', resources))).toMatch(
      /^\{"id":1742000000000000003,"error"/,
    );
    expect(printAnswer(annotateLine('{"id":1742000000000000003,"text":"雨"}', resources, []))).toBe(
      '{"id":1742000000000000003}',
    );
  });
});
