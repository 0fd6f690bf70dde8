import { describe, expect, it } from "vitest";
import { commentTable } from "../../src/tables/comments.ts";
import { entityTable } from "../../src/tables/entities.ts";
import { fromConvokit, toConvokit } from "../../src/tables/export/convokit.ts";
import { sample } from "../charts/sample.ts";

const comments = commentTable(sample);
const lines = toConvokit(comments)
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line));

describe("ConvoKit's utterances", () => {
  it("have ConvoKit's fields", () => {
    expect(Object.keys(lines[0])).toEqual([
      "id",
      "conversation_id",
      "text",
      "speaker",
      "reply-to",
      "timestamp",
      "meta",
      "vectors",
    ]);
    expect(lines[0]).toMatchObject({
      id: "0123456789ab/c1",
      speaker: "みかん",
      "reply-to": null,
      timestamp: 1_680_307_200,
    });
  });

  it("make trees with one root each, in which every reply has its parent", () => {
    const byId = new Map(lines.map((line) => [line.id, line]));
    for (const { id, conversation_id: root, "reply-to": parent } of lines) {
      if (parent === null) expect(root).toBe(id);
      else expect(byId.get(parent).conversation_id).toBe(root);
    }
  });

  it("give every nameless comment a speaker of its own", () => {
    const nameless = lines.filter(({ meta }) => meta.author === null).map(({ speaker }) => speaker);
    expect(nameless.length).toBeGreaterThan(0);
    expect(new Set(nameless).size).toBe(nameless.length);
  });

  it("come back as the table of comments", () => {
    expect(fromConvokit(toConvokit(comments)).toJSON()).toEqual(comments.toJSON());
  });

  it("are made of comments only", () => {
    expect(() => toConvokit(entityTable(sample))).toThrow(/table "entities" has no column "replyTo"/);
  });
});
