import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Comment, Discussion } from "../../src/model/discussion.ts";
import type { ReadOptions } from "../../src/read/format.ts";
import { formats } from "../../src/read/formats.ts";
import { readAll } from "../../src/read/read.ts";

const ROOT = "test/pages";

interface Expected {
  readonly format: string;
  readonly options?: ReadOptions;
  readonly discussions: readonly {
    readonly article: Readonly<Record<string, unknown>>;
    readonly comments: readonly Readonly<Record<string, unknown>>[];
    readonly furniture?: readonly string[];
    readonly sourceNotes?: readonly string[];
    readonly encoding?: string | null;
  }[];
}

const names = readdirSync(ROOT).sort();

describe("every page in test/pages is read to what stands beside it", () => {
  for (const name of names) {
    const expected = JSON.parse(readFileSync(`${ROOT}/${name}/expected.json`, "utf8")) as Expected;
    const file = readdirSync(`${ROOT}/${name}`).find((one) => one.startsWith("page."))!;
    const bytes = readFileSync(`${ROOT}/${name}/${file}`);

    it(`${name}: ${expected.discussions.map(({ comments }) => comments.length).join(" + ")} comments`, () => {
      const found = [...readAll(bytes, { path: file, ...expected.options })];
      expect(found.map(({ source }) => source.format)).toEqual(expected.discussions.map(() => expected.format));
      expect(found.map((one, index) => picture(one, expected.discussions[index]!))).toEqual(expected.discussions);
      for (const discussion of found) checkPromises(discussion);
    });
  }
});

it("there are at least four pages of every format", () => {
  const counts = new Map<string, number>(formats.map(({ name }) => [name, 0]));
  for (const name of names) {
    const { format } = JSON.parse(readFileSync(`${ROOT}/${name}/expected.json`, "utf8")) as Expected;
    counts.set(format, (counts.get(format) ?? 0) + 1);
  }
  expect([...counts].filter(([, count]) => count < 4)).toEqual([]);
});

/** What was read, in the fields that the expectation has. */
function picture(found: Discussion, expected: Expected["discussions"][number]) {
  const article: Record<string, unknown> = {};
  for (const field of Object.keys(expected.article)) article[field] = articleField(found, field);
  return {
    article,
    comments: found.comments.map((comment, index) => commentPicture(comment, expected.comments[index] ?? {})),
    ...(expected.furniture === undefined ? {} : { furniture: found.furniture.map(({ kind }) => kind) }),
    ...(expected.sourceNotes === undefined ? {} : { sourceNotes: found.source.notes.map(({ code }) => code) }),
    ...(expected.encoding === undefined ? {} : { encoding: found.source.encoding }),
  };
}

function articleField({ article }: Discussion, field: string): unknown {
  if (field === "notes") return article.notes.map(({ code }) => code);
  if (field === "links")
    return article.links.map(({ start, end, url }) => ({ text: article.text.slice(start, end), url }));
  return article[field as keyof typeof article];
}

function commentPicture(comment: Comment, expected: Readonly<Record<string, unknown>>) {
  const picture: Record<string, unknown> = {
    replyTo: comment.replyTo,
    depth: comment.depth,
    author: comment.author,
    posted: comment.posted?.value ?? null,
    reactions: comment.reactions,
    text: comment.text,
    notes: comment.notes.map(({ code }) => code),
  };
  if ("sourceId" in expected) picture.sourceId = comment.sourceId;
  if ("attributes" in expected) picture.attributes = comment.attributes;
  if ("precision" in expected) picture.precision = comment.posted?.precision;
  if ("links" in expected) {
    picture.links = comment.links.map(({ start, end, url }) => ({ text: comment.text.slice(start, end), url }));
  }
  return picture;
}

/** What holds for every discussion, whatever its format. */
function checkPromises({ article, comments }: Discussion): void {
  comments.forEach((comment, index) => {
    expect(comment.id).toBe(`c${index + 1}`);
    expect(comment.order).toBe(index);
    const parent = comments.find(({ id }) => id === comment.replyTo);
    expect(comment.depth).toBe(parent === undefined ? 0 : parent.depth + 1);
    expect(comment.replyTo === null).toBe(parent === undefined);
  });
  for (const { text, links } of [article, ...comments]) {
    for (const { start, end } of links) expect(0 <= start && start < end && end <= text.length).toBe(true);
  }
  expect(Object.isFrozen(comments)).toBe(true);
}
