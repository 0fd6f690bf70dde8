// %% [markdown]
// # 一つの議論 / One discussion
//
// 保存したページ一枚を読み、記事の下で何が起きていたのかを順に見ていきます。
// 題材は見本の一つ、フランスの港に無人クレーンを入れるという記事と、その45件のコメントです（この道具のために書いた架空の記事です）。

// %%
import {
  analyzeFile,
  citationTable,
  commentTable,
  entitySentiment,
  entitySentimentChart,
  entityTable,
  mentionTable,
  quotationTable,
  referenceTable,
  sentimentTable,
  sentimentVoteChart,
  show,
  speakerChart,
  threadChart,
  voteChart,
} from "yoron";

const analysis = await analyzeFile("../data/pages/harbour.txt");
const { article, comments: thread } = analysis.discussion;
await show(article.title);
await show(`コメント ${thread.length}件、公開日 ${article.published?.value}（根拠: ${article.published?.from}）`);

// %% [markdown]
// 公開日はページに書かれていないので、いちばん古いコメントの日付から推しています。推した値には、必ず根拠が付きます。
//
// ## 読まれたコメント / Which comments were read
//
// 票の多い順に並べます。`–` は「ページに票が出ていない」という印で、0票とは別のものです。

// %%
const comments = commentTable(analysis);
await show(
  comments.sortBy("up", { descending: true }).select(["id", "author", "depth", "up", "replies", "text"]).slice(0, 5),
);

// %%
await show(voteChart(comments, { top: 12 }));

// %% [markdown]
// 首位の「ベルタ」さんは、総裁の言葉を `>` で引いて「算数の問題です」と返しただけの短いコメントです。怒りの言葉よりも、数の合わなさを突いた一言に票が集まりました。
//
// ## スレッドの形 / The shape of the thread

// %%
await show(threadChart(comments));

// %% [markdown]
// いちばん深い枝では、「総裁の4割減はどこから出た数字か」という問いが、入札資料の小さな但し書きにたどり着くまで続きます。
//
// ## 誰がどう語られたか / Who is spoken of, and how

// %%
const entities = entityTable(analysis);
const mentions = mentionTable(analysis);
const sentiment = sentimentTable(analysis);
const people = entities.filter(({ label }) => ["PERSON", "ORG", "GPE", "FAC"].includes(String(label)));
await show(
  people
    .sortBy("mentions", { descending: true })
    .select(["name", "label", "role", "mentions", "sentiment"])
    .slice(0, 10),
);

// %%
await show(entitySentimentChart(entitySentiment(people, mentions, sentiment), { top: 12 }));

// %% [markdown]
// 語調の値は -1 から 1 までで、どの言葉がどの規則で動かしたのかを一つずつたどれます。首位のコメントの根拠を見てみましょう。

// %%
const [top] = comments.sortBy("up", { descending: true });
const [whole] = sentiment.filter(({ scope, unit }) => scope === "unit" && unit === top?.id);
const evidence = (whole?.evidence ?? []).map(({ text, score, why }) => `「${text}」 ${score.toFixed(2)}  ${why}`);
await show([`${top?.author}: ${whole?.label} ${Number(whole?.score).toFixed(2)}`, ...evidence].join("\n"));

// %% [markdown]
// ## 何が引用されたか / What was quoted
//
// 記事は誰の言葉で書かれているのでしょう。話者、動詞、載った媒体をまとめて引きます。

// %%
const speeches = quotationTable(analysis).filter(({ kind, unit }) => kind === "speech" && unit === "article");
await show(speeches.select(["speakerName", "verb", "outlet", "text"]));

// %%
await show(speakerChart(quotationTable(analysis)));

// %% [markdown]
// コメントの側は、記事や他のコメントのどこを取り上げたのかが一文字単位で対応づけられています。

// %%
await show(referenceTable(analysis).select(["unit", "target", "text", "similarity", "change"]));

// %% [markdown]
// 記事が挙げた出典は英語、フランス語、中国語にまたがります。

// %%
await show(
  citationTable(analysis)
    .filter(({ role }) => role === "source")
    .select(["language", "title"]),
);

// %% [markdown]
// ## 怒りのコメントは票を集めるか / Do angry comments win votes?

// %%
await show(sentimentVoteChart(comments));

// %% [markdown]
// 45件では、順位相関の区間は広いままです。「怒れば票が集まる」とも「集まらない」とも、この一枚からは言えません。図の副題が言い過ぎないのは、わざとそうしています。
