// %% [markdown]
// # 自分の CSV / Your own CSV export
//
// アンケートや掲示板から書き出したCSVを、列の名前を教えるだけで読みます。
// ここでは町の花火大会に寄せられた意見20件（架空）を使います。列は `受付番号, ご意見, お名前, 受付日, 賛同, 返信先` です。

// %%
import {
  activityChart,
  analyze,
  commentSentiment,
  commentTable,
  loadResources,
  readFile,
  sentimentChart,
  sentimentTable,
  show,
  stanceTable,
  voteChart,
  writeTable,
} from "yoron";

const discussion = await readFile("data/fireworks.csv", {
  columns: {
    id: "受付番号",
    text: "ご意見",
    author: "お名前",
    date: "受付日",
    up: "賛同",
    parent: "返信先",
  },
});
await show(`${discussion.source.format}: ${discussion.comments.length}件`);

// %% [markdown]
// 列の名前を間違えると、何がいけないのかと、どの列があるのかを言います。

// %%
try {
  await readFile("data/fireworks.csv", { columns: { text: "意見" } });
} catch (error) {
  await show((error as Error).message);
}

// %% [markdown]
// ## 表 / The table

// %%
const analysis = analyze(discussion, await loadResources());
const comments = commentTable(analysis);
await show(comments.select(["id", "author", "posted", "replyTo", "up", "sentiment", "text"]).slice(0, 8));

// %% [markdown]
// 名前のない意見は `–` のまま残ります。「名無し」という一人の人がいることにはしません。票の空欄も0にはなりません。
//
// ## 賛同を集めたもの / What people liked

// %%
await show(voteChart(comments, { top: 8 }));

// %% [markdown]
// 上位は車いす席への感謝と、去年の橋の怖さです。値段の話よりも、安全と居場所の話に賛同が集まっています。
//
// ## いつ書かれたか / When they wrote

// %%
await show(activityChart(comments));

// %% [markdown]
// ## 語調と賛同 / How it feels, and who agrees

// %%
await show(sentimentChart(commentSentiment(comments, sentimentTable(analysis))));

// %%
const stances = stanceTable(analysis).filter(({ stance }) => stance !== "none");
await show(stances.select(["unit", "toward", "stance", "confidence"]));

// %% [markdown]
// ## 表計算ソフトへ戻す / Back to a spreadsheet
//
// 表計算ソフトで開けるCSVにして返します。先頭のBOMはExcelのため、`=` や `＋` で始まるセルには `'` を付けて数式と取られないようにします。

// %%
const csv = await writeTable(comments.select(["id", "author", "up", "sentimentLabel", "text"]).slice(0, 3), "csv", {
  bom: true,
});
await show(String(csv).slice(1));
