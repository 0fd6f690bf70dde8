import { existsSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { expect, test } from "vitest";
import { analyze, predictNames } from "../../../src/analyze.ts";
import { loadOnnxRuntime } from "../../../src/annotate/entities/own-model/onnx-runtime.ts";
import { readPage } from "../../../src/read/read.ts";
import { loadResources } from "../../../src/resources.ts";
import { gatherRuntime, writeModel } from "./gather-model.ts";
import { tokenizer } from "./helper.ts";

const CHARACTERS = {
  ...{ 青: "B-法人名", 葉: "I-法人名", 商: "I-法人名", 事: "I-法人名" },
  ...{ み: "B-地名", な: "I-地名", と: "I-地名", 市: "I-地名", ネ: "B-地名", パ: "I-地名" },
};
const pageOf = (text: string) => readPage(JSON.stringify({ article: { title: "題", text }, comments: [] }));

async function namesIn(text: string, model: string, runtime = gatherRuntime): Promise<string[]> {
  const resources = await loadResources({ tokenizer, entities: { model, runtime } });
  const page = pageOf(text);
  const { mentions } = analyze(page, resources, { names: await predictNames(page, resources) });
  for (const { start, end, text: words } of mentions) expect(page.article.text.slice(start, end)).toBe(words);
  return mentions.map((mention) => `${mention.text}/${mention.label}`);
}

test.each([
  ["青葉商事はみなと市に移る。", ["青葉商事/ORG", "みなと市/GPE"]],
  ["2024年3月、青葉商事が出た。", ["2024年3月/DATE", "青葉商事/ORG"]],
  ["😀青\u200b葉商事だ。", ["青\u200b葉商事/ORG"]],
  ["ﾈﾊﾟの話。青葉商事の話。", ["ﾈﾊﾟ/GPE", "青葉商事/ORG"]],
  ["とても長い文の終わりの方にある青葉商事。", ["青葉商事/ORG"]],
])("a model by characters names what it knows, in the text as it is written: %s", async (text, expected) => {
  const model = writeModel(CHARACTERS);
  expect(await namesIn(text, model)).toEqual(expect.arrayContaining(expected));
  rmSync(model, { recursive: true });
});

test("a model by pieces of words labels a word by its first piece", async () => {
  const model = writeModel({ 仙: "B-地名", "##台": "O", 大: "B-地名", "##阪": "O" }, { character: false });
  expect(await namesIn("仙台と大阪を見た。", model)).toEqual(["仙台/GPE", "大阪/GPE"]);
  rmSync(model, { recursive: true });
});

test("the graph is one that onnxruntime-node runs, where it is installed", async (context) => {
  try {
    createRequire(import.meta.url).resolve("onnxruntime-node");
  } catch {
    return context.skip("onnxruntime-node is an optional package");
  }
  const model = writeModel(CHARACTERS);
  expect(await namesIn("青葉商事はみなと市に移る。", model, await loadOnnxRuntime())).toContain("青葉商事/ORG");
  rmSync(model, { recursive: true });
});

test.each([
  ["model.onnx", /cannot read.*model\.onnx.*a folder of a model holds/],
  ["vocab.txt", /cannot read.*vocab\.txt/],
  ["config.json", /cannot read.*config\.json/],
])("a folder without %s is an error that says what one holds", async (file, message) => {
  const model = writeModel(CHARACTERS);
  rmSync(join(model, file));
  expect(existsSync(join(model, file))).toBe(false);
  await expect(loadResources({ tokenizer, entities: { model, runtime: gatherRuntime } })).rejects.toThrow(message);
});

test("a label of the model that has none of ours is an error, not silence", async () => {
  const model = writeModel(CHARACTERS, { labels: "model\tlabel\n法人名\tORG\n" });
  const loading = loadResources({ tokenizer, entities: { model, runtime: gatherRuntime } });
  await expect(loading).rejects.toThrow(/has no label of Yoron for.*地名.*PERSON/);
});

test("analyze, which is synchronous, asks for the names rather than to take another model's", async () => {
  const model = writeModel(CHARACTERS);
  const resources = await loadResources({ tokenizer, entities: { model, runtime: gatherRuntime } });
  expect(() => analyze(pageOf("本文。"), resources)).toThrow(/await predictNames/);
});
