import { expect, test } from "vitest";
import { annotateLine, loadResources } from "../../src/index.ts";

test("a line's evidence says which emotion its words name, null where they name none", async () => {
  const answer = annotateLine(
    JSON.stringify({ id: 1, text: "負けて悲しい。値段が高すぎる。", targets: ["値段"] }),
    await loadResources(),
    ["sentiment", "targets"],
  );
  const { evidence } = answer.sentiment as { evidence: { text: string; emotion: string | null }[] };
  expect(evidence.find(({ text }) => text === "悲しい")?.emotion).toBe("sadness");
  for (const row of evidence) expect(row).toHaveProperty("emotion");
});

test("a day of publication that no calendar has is an error", async () => {
  const resources = await loadResources();
  const answer = annotateLine('{"id":1,"text":"明日行く。","published":"2024-02-30"}', resources, ["dates"]);
  expect(answer.error).toMatchObject({ code: "bad-value" });
  const leap = annotateLine('{"id":1,"text":"明日行く。","published":"2024-02-29"}', resources, ["dates"]);
  expect(leap.dates).toMatchObject([{ value: "2024-03-01" }]);
});
