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
