// %% [markdown]
// # 二つの議論をくらべる / Two discussions compared
//
// 無人クレーンの港と、バス転換を迫られた北国の鉄道。どちらも「機械や制度を変えると誰が困るのか」という話ですが、議論のされ方は同じでしょうか。

// %%
import {
  analyze,
  approval,
  commentSentiment,
  commentTable,
  groupDifference,
  keyness,
  keywordChart,
  loadResources,
  lorenzChart,
  readFile,
  sentimentChart,
  sentimentTable,
  show,
  threadShape,
  threads,
  tokenTable,
  voteSummary,
} from "yoron";

const resources = await loadResources();
const harbour = analyze(await readFile("../data/pages/harbour.txt"), resources);
const railway = analyze(await readFile("../data/pages/railway-core.html"), resources);
const both = [harbour, railway];
const names = new Map(both.map(({ discussion }, index) => [discussion.id, ["港", "鉄道"][index]]));
await show(both.map(({ discussion }) => `${names.get(discussion.id)}: ${discussion.article.title}`).join("\n"));

// %% [markdown]
// ## 票 / Votes
//
// 一つの表に二つの議論を並べるには、分析の一覧を渡すだけです。

// %%
const comments = commentTable(both);
await show(voteSummary(comments).select(["comments", "unknown", "total", "mean", "median", "max", "top3", "gini"]));

// 上が港、下が鉄道です。`unknown` は票の出ていないコメントの数、`top3` は上位3件が集めた票の割合です。

// %%
for (const [id, name] of names) {
  await show(
    lorenzChart(
      comments.filter(({ discussion }) => discussion === id),
      { title: `票の偏り: ${name}` },
    ),
  );
}

// %% [markdown]
// どちらも上位3件で全体の4分の1を超える票を集めています。少数のコメントが多くの票を持っていくのは、話題によらないようです。
//
// 鉄道のページには反対票も出ています。賛成の割合を幅つきで見ると、意見の割れたコメントが分かります。

// %%
const rated = approval(comments.filter(({ down }) => down !== null));
await show(
  rated
    .sortBy("controversy", { descending: true })
    .select(["id", "up", "down", "share", "low", "high", "controversy"])
    .slice(0, 5),
);

// %% [markdown]
// ## 形 / Shape
//
// 返信の木の深さと広さです（上が港、下が鉄道）。

// %%
await show(
  threadShape(threads(comments)).select(["comments", "threads", "answered", "largest", "deepest", "peoplePerThread"]),
);

// %% [markdown]
// ## 言葉 / Words
//
// 二つの議論のコメントで、一方に偏って使われる語を比べます。

// %%
const wordsOf = (analysis: typeof harbour) => tokenTable(analysis).filter(({ unit }) => unit !== "article");
const words = keyness(wordsOf(harbour), wordsOf(railway));
await show(keywordChart(words, { sides: ["港", "鉄道"], top: 10, title: "港の言葉、鉄道の言葉" }));

// %% [markdown]
// 港では「機械」「約束」「解雇」、鉄道では「バス」「黒字」「費用」。港の人々は守られなかった約束を、鉄道の人々は誰が払うのかを話しています。
//
// ## 語調 / Feeling

// %%
const feelings = [...names.keys()].map((id) =>
  comments
    .filter(({ discussion }) => discussion === id)
    .column("sentiment")
    .filter((score) => score !== null),
);
const { difference, p, small } = groupDifference(feelings[0] ?? [], feelings[1] ?? []);
await show(`平均の差（港 − 鉄道） ${difference?.toFixed(2)}`);
await show(`偶然でもこれだけ離れる確率 ${p?.toFixed(2)}${small ? "（件数が少ない）" : ""}`);

// %%
const sentiment = sentimentTable(both);
for (const [id, name] of names) {
  const own = commentSentiment(
    comments.filter(({ discussion }) => discussion === id),
    sentiment.filter(({ discussion }) => discussion === id),
  );
  await show(sentimentChart(own, { title: `コメントの語調: ${name}` }));
}

// %% [markdown]
// 二枚の図の傾きを見比べてください。平均の差を語る前に、線の長さ、つまり一件ごとの不確かさを見るのが先です。
