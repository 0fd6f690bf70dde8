import { describe, expect, it } from "vitest";
import { readPage } from "../../src/read/read.ts";

const page = (...votes: string[]) =>
  `<!DOCTYPE html><html><head><title>歩道橋</title></head><body><h1 class="entry-title">歩道橋</h1><div class="entry-content"><p>駅前の歩道橋にエレベーターがつく。</p></div><div id="comments">${votes
    .map(
      (vote, index) =>
        `<div class="comment" id="comment-${index + 1}"><b class="comment-author">みかん</b> <time>2025年4月1日 10:06</time><div class="comment-content"><p>ベビーカーで使えます。</p></div>${vote}</div>`,
    )
    .join("")}</div></body></html>`;

describe("votes beside a comment's words", () => {
  it.each([
    ["a label and a number", '<button class="like-button">いいね 3</button>', { up: 3 }],
    ["a number alone", '<span class="comment-like-count">12</span>', { up: 12 }],
    ["brackets", '<a class="good" href="#">Like (4)</a>', { up: 4 }],
    ["both ways", '<span class="upvote-count">5</span><span class="downvote-count">2</span>', { up: 5, down: 2 }],
    [
      "Jetpack",
      '<p class="comment-likes"><a class="comment-like-link">いいね</a> <span class="comment-like-feedback">2人がこのコメントを「いいね」しました</span></p>',
      { up: 2 },
    ],
    ["a button without a number", '<button class="like-button">いいね</button>', { up: null }],
    [
      "wpDiscuz, parted",
      '<div class="wpd-vote"><div class="wpd-vote-result wpd-vote-result-like">7</div><div class="wpd-vote-result wpd-vote-result-dislike">-2</div></div>',
      { up: 7, down: 2 },
    ],
    ["wpDiscuz, in one", '<div class="wpd-vote"><div class="wpd-vote-result">-1</div></div>', { score: -1 }],
  ])("%s", (_, vote, reactions) => {
    const [comment] = readPage(page(vote)).comments;
    expect(comment).toMatchObject({ reactions, text: "ベビーカーで使えます。", notes: [] });
  });

  it("what one comment shows, the others of its thread do not", () => {
    const { comments } = readPage(page('<span class="upvote-count">5</span><span class="downvote-count">2</span>', ""));
    expect(comments.map(({ reactions }) => reactions)).toEqual([
      { up: 5, down: 2 },
      { up: null, down: null },
    ]);
  });
});

it("hidden doubles, text for screen readers and links are kept apart", () => {
  const words =
    '<p>図面は<a href="https://a.example/plan">ここ</a>です<img class="emoji" alt="🚶" src="e.png"><span class="screen-reader-text">新しい窓で開く</span><span style="display:none">二重</span></p>';
  const [comment] = readPage(page("").replace("<p>ベビーカーで使えます。</p>", words)).comments;
  expect(comment!.text).toBe("図面はここです🚶");
  expect(comment!.links).toEqual([{ start: 3, end: 5, url: "https://a.example/plan" }]);
});
