import { describe, expect, it } from "vitest";
import { settleColumns } from "../../src/read/columns.ts";
import { readPage } from "../../src/read/read.ts";
import type { Role } from "../../src/read/tables/usual-names.ts";

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Names that exports, forms and hand-made lists use, as they are written there. */
const NAMES: Readonly<Record<Exclude<Role, "text">, readonly string[]>> = {
  id: words(
    "ID No No. Ｎｏ． 番号 コメントNo コメントNo. コメント番号 投稿番号 書き込み番号 レス番号 発言番号 通番 通し番号 review_id tweet_id",
  ),
  author:
    words(`コメント者 コメント者名 投稿者 投稿者名 書き込み者 書込者 回答者 回答者名 ユーザー名 ユーザ名 ユーザーネーム 投稿ユーザー名 表示名
    ニックネーム ハンドルネーム アカウント名 発言者 話者 レビュアー レビュー投稿者 送信者 名前 author user_name screen_name displayName
    commenter reviewer_name sender attribute_author author/name`),
  date: words(`投稿時刻 投稿日時 投稿日 投稿時間 投稿年月日 書き込み日時 書込日時 コメント日時 コメント投稿日時 発言日時 回答日時 送信日時 終了日時
    レビュー投稿日 口コミ投稿日 返信日時 ツイート日時 掲載日 公開日時 登録日時 作成日時 受付日 タイムスタンプ 日時 年月日 created_at createdAt
    published_at dateCreated コメントの作成のタイムスタンプ attribute_published_at`),
  up: words(`いいね いいね数 いいね！数 共感した 共感数 賛成 賛成数 賛成票 賛同数 高評価 高評価数 参考になった 役に立った そう思う グッド数
    スキ数 likeCount like_count likes upvotes favorite_count attribute_like_count agrees thumbs_up plus`),
  down: words(
    "反対 反対数 反対票 低評価 低評価数 そう思わない よくないね数 バッド数 dislike_count downvotes disagrees minus",
  ),
  parent:
    words(`返信先 返信先No 返信先No. 返信先ID 返信先番号 返信先コメントID 返信先コメント番号 返信元ID 返信対象ID 親コメント 親コメントID
    親コメントNo 親コメント番号 親ID 親番号 親投稿番号 レス先 アンカー先 リプライ先 parent_id parent_comment_id in_reply_to_id
    inReplyToTweetId reply_to answers_to`),
};

describe("usual names of columns", () => {
  for (const [role, names] of Object.entries(NAMES)) {
    it.each(names)(`${role}: %s`, (name) => {
      expect(settleColumns(["本文", name]).roles.get(role as Role)).toBe(name);
    });
  }

  it.each(
    words(`本文 コメント コメント本文 コメント内容 書き込み内容 投稿内容 発言 ご意見 ご意見・ご感想 ご要望 自由記述欄 自由回答 感想 理由 口コミ レビュー
      レビュー内容 メッセージ テキスト ツイート本文 comment body text content message review_text full_text rawContent utterance opinion`),
  )("text: %s", (name) => {
    expect(settleColumns(["区分", name]).texts).toEqual([name]);
  });
});

describe("objects whose fields have no usual names are read by what their values look like", () => {
  const rows = [
    "朝の道は凍るので砂をまいてほしい。",
    "砂は溶けた後に残り、側溝を詰まらせる。",
    "では融雪剤を坂だけにまけばよい。",
  ].map((saying, index) => ({
    nr: index + 1,
    label: "道",
    saying,
    posted_epoch: 1_714_550_400 + 60 * index,
    like_total: 3 * index,
    dislike_total: 1,
  }));
  const note = "guessed from their content: text=saying, date=posted_epoch, up=like_total; a mapping settles it";

  it.each([
    ["an array", rows],
    ["an array beside others, deep in an object", { a: { b: [{ t: "一" }, { t: "二" }, { t: "三" }], rows2: rows } }],
  ])("%s", (_, value) => {
    const { article, comments } = readPage(JSON.stringify(value));
    expect(comments.map(({ text }) => text)).toEqual(rows.map(({ saying }) => saying));
    expect(comments.map(({ reactions }) => reactions.up)).toEqual([0, 3, 6]);
    expect(comments[1]!.posted?.value).toBe("2024-05-01T08:01:00Z");
    expect(comments[1]!.attributes).toMatchObject({ label: "道", dislike_total: "1" });
    expect(article.notes).toContainEqual({ code: "guessed-columns", message: note });
  });

  it("a mapping goes before, and nothing is guessed where no field looks like words", () => {
    const mapped = readPage(JSON.stringify(rows), { columns: { text: "label" } });
    expect(mapped.comments.map(({ text }) => text)).toEqual(["道", "道", "道"]);
    expect(() =>
      readPage(
        JSON.stringify([
          { a: 1, b: "x" },
          { a: 2, b: "y" },
        ]),
      ),
    ).toThrow(/no column is known/);
  });
});
