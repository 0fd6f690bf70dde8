// %% [markdown]
// # SQL とデータフレーム / SQL and data frames
//
// 表はそのままSQLで問い合わせられ、danfojsのデータフレームにもなります。どちらも手元で動き、何も取りに行きません。

// %%
import { analyze, commentTable, loadResources, readFile, show } from "yoron";
import { openDatabase } from "yoron/duckdb";

const resources = await loadResources();
const pages = ["../data/pages/harbour.txt", "../data/pages/railway-core.html"];
const analyses = [];
for (const page of pages) analyses.push(analyze(await readFile(page), resources));
const database = await openDatabase(analyses);
await show(database.tables.join(", "));
await show(database.views.map(({ name, description }) => `${name}: ${description}`).join("\n"));

// %% [markdown]
// ## SQL で尋ねる / SQL
//
// 深さごとの票。返信が深くなるほど、票は減るでしょうか。

// %%
await show(
  await database.query(
    "SELECT depth, sum(comments) AS comments, sum(up) AS up, round(sum(up) / sum(votesShown), 1) AS mean FROM votes_by_depth GROUP BY depth ORDER BY depth",
  ),
);

// %% [markdown]
// 減ります。読む人は上から読むので、深い返信は良いことを言っていても票になりにくいのです。だから「票の多い意見が多数派」とは言えません。
//
// 次は、返信のほうが元のコメントより票を集めた例です。

// %%
await show(
  await database.query(`
    SELECT parentAuthor, parentUp, author, up, text
    FROM replies WHERE up > parentUp ORDER BY up - parentUp DESC LIMIT 5`),
);

// %% [markdown]
// 一つの列に根拠の一覧が入っている表も、`unnest` で開けます。語調をいちばん動かした言葉は何でしょう。

// %%
await show(
  await database.query(`
    SELECT e.text AS word, count(*) AS times, round(avg(e.score), 2) AS score
    FROM (SELECT unnest(evidence) AS e FROM sentiment WHERE scope = 'unit' AND unit <> 'article')
    GROUP BY word HAVING times > 1 ORDER BY abs(avg(e.score)) DESC, word LIMIT 10`),
);

// %% [markdown]
// 間違えたSQLには、DuckDBが場所を指して答えます。

// %%
try {
  await database.query("SELECT author, likes FROM comments");
} catch (error) {
  await show((error as Error).message);
}
await database.close();

// %% [markdown]
// ## データフレーム / Data frames
//
// `yoron/danfo` は danfojs を中に持っているので、ほかに何も入れずに使えます。

// %%
import { fromDataFrame, merge, toDataFrame } from "yoron/danfo";

const comments = commentTable(analyses).select(["id", "author", "depth", "up", "replies"]);
await show(fromDataFrame(toDataFrame(comments).head(5)));

// %% [markdown]
// `null` は `null` のまま渡ります。ところが danfojs の `describe` は `null` で止まり、`groupby` の `mean` は `null` を0と数えます。表の側で先に除いておけば安全です。

// %%
const known = toDataFrame(comments.filter(({ author, up }) => author !== null && up !== null));
const byDepth = known.groupby(["depth"]).col(["up"]).mean().sortValues("depth");
await show(fromDataFrame(byDepth));

// %% [markdown]
// 人ごとの票の合計と件数を出して、一つの表につなぎます。

// %%
const sums = known.groupby(["author"]).col(["up"]).sum();
const counts = known.groupby(["author"]).col(["up"]).count();
const people = merge({ left: sums, right: counts, on: ["author"], how: "inner" });
await show(fromDataFrame(people.sortValues("up_sum", { ascending: false }).head(6)));
