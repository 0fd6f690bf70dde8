// %% [markdown]
// # Two discussions compared
//
// 無人クレーンの港と、バス転換を迫られた北国の鉄道。どちらも「機械や制度を変えると誰が困るのか」という話ですが、議論のされ方は同じでしょうか。

// %%
import {
  analyze,
  approval,
  commentTable,
  gini,
  keyness,
  keywordChart,
  loadResources,
  lorenzChart,
  readFile,
  sentimentChart,
  commentSentiment,
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
for (const { discussion } of both) console.log(`${names.get(discussion.id)}: ${discussion.article.title}`);

// %% [markdown]
// ## Votes
//
// 一つの表に二つの議論を並べるには、分析の一覧を渡すだけです。

// %%
const comments = commentTable(both);
await show(voteSummary(comments));

// %%
for (const [id, name] of names) {
  const up = comments.filter(({ discussion }) => discussion === id).numbers("up");
  console.log(`${name}: ジニ係数 ${gini(up.filter((votes) => votes !== null))?.toFixed(2)}`);
}
await show(lorenzChart(comments));

// %% [markdown]
// 票の偏りは二つともよく似ています。少数のコメントが票の多くを持っていくのは、話題によらないようです。
//
// 鉄道のページには反対票も出ています。賛成の割合を幅つきで見ると、意見の割れたコメントが分かります。

// %%
const rated = approval(comments.filter(({ down }) => down !== null));
await show(rated.sortBy("down", { descending: true }).slice(0, 5));

// %% [markdown]
// ## Shape
//
// 返信の木の深さと広さです。

// %%
await show(threadShape(threads(comments)));

// %% [markdown]
// ## Words
//
// 二つの議論のコメントで、一方に偏って使われる語を比べます。

// %%
const wordsOf = (analysis: typeof harbour) => tokenTable(analysis).filter(({ unit }) => unit !== "article");
const words = keyness(wordsOf(harbour), wordsOf(railway));
await show(keywordChart(words, { sides: ["港", "鉄道"], top: 10, title: "港の言葉、鉄道の言葉" }));

// %% [markdown]
// 港では「約束」や「機械」が、鉄道では「バス」や「列車」が語られています。題材の名前を除いても、港は約束を破られた怒り、鉄道は暮らしの足の話です。
//
// ## Feeling

// %%
const scores = commentSentiment(comments, sentimentTable(both));
await show(sentimentChart(scores));
