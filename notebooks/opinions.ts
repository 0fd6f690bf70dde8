// %% [markdown]
// # 人々が言っていること / What people say
//
// 保存したページ一枚から、「何が、どれだけ言われているか」までを十行で。題材は見本の一つ、港に無人クレーンを入れるという架空の記事です。

// %%
import {
  analyzeFile,
  claimTable,
  commentTable,
  considerationChart,
  considerationShares,
  considerationTable,
  copySentence,
  copyTable,
  opinionChart,
  opinionTable,
  show,
} from "yoron";

const analysis = await analyzeFile("../data/pages/harbour.txt");
const opinions = opinionTable(analysis);
await show(opinions.select(["id", "label", "comments", "people", "share", "shareLow", "shareHigh", "stability"]));

// %% [markdown]
// 割合は、この記事についたコメントのうちの割合であって、世の中の割合ではありません。区間が広く、安定度が0.5に届かないものは、引く前に文を読みます。

// %%
await show(opinionChart(opinions, { top: 8 }));

// %% [markdown]
// 意見の分け方は記事ごとに変わります。どの記事でも同じ物差しで数えられるのが論点です。

// %%
await show(considerationChart(considerationShares(considerationTable(analysis), commentTable(analysis)), { top: 8 }));

// %% [markdown]
// ## もとになった文 / The sentences behind it

// %%
const sentences = opinions.row(0).examples.map(({ text, votes }) => `「${text.trim()}」（${votes ?? "–"}票）`);
const claims = claimTable(analysis).filter((row) => row.opinion === "o1");
await show([...sentences, `${claims.length} 個の主張`].join("\n"));

// %% [markdown]
// 同じ文面の投稿がどれだけあるかも、数えておきます。

// %%
await show(copySentence(copyTable(analysis), commentTable(analysis)));
