// %% [markdown]
// # まとめる、つなぐ、自分の図を描く（SQL なしで） / Groups, joins and a chart of your own, without SQL
//
// 二つの議論の表を、まとめ、つなぎ、図にします。列の名前と型は TypeScript が知っています。`row.` と打つと候補が出て、綴りを間違えると実行する前にわかります。

// %%
import {
  analyze,
  commentTable,
  count,
  countKnown,
  defineChart,
  entityTable,
  loadResources,
  max,
  mean,
  median,
  mentionTable,
  pick,
  readFile,
  show,
  stanceTable,
  sum,
} from "yoron";

const resources = await loadResources();
const pages = await Promise.all(["harbour.txt", "railway-core.html"].map((name) => readFile(`../data/pages/${name}`)));
const analyses = pages.map((page) => analyze(page, resources));
const comments = commentTable(analyses);
await show(`${comments.length}件のコメント、${comments.columns.length}列`);

// %% [markdown]
// ## まとめる / Groups
//
// `groupBy` のあとに `rollup` で値を並べます。票の見えないコメントは 0 ではなく「わからない」ので、`sum` も `mean` も数えません。`countKnown` がその数です。

// %%
const pageTable = comments.groupBy("discussion").rollup({
  n: count(),
  withVotes: countKnown("up"),
  votes: sum("up"),
  middle: median("up"),
  most: max("up"),
  tone: mean("sentiment"),
});
await show(pageTable);

// %%
const byDepth = comments
  .derive({ level: (row) => (row.depth === 0 ? "最初のコメント" : "返信") })
  .groupBy(["discussion", "level"])
  .rollup({ n: count(), middle: median("up"), length: mean("characters") });
await show(byDepth);

// %% [markdown]
// ## 絞り、並べる / Filters and order
//
// 条件で絞り、列を選び、並べ替えます。

// %%
const long = comments
  .filter((row) => row.characters > 80 && row.up !== null)
  .sortBy("up", { descending: true })
  .select(["author", "up", "text"])
  .slice(0, 5);
await show(long);

// %% [markdown]
// ## つなぐ / Joins
//
// 返信が相手に同意しているかどうかの表を、コメントの表につなぎます。返信でないコメントは `null` のまま残ります。

// %%
const answers = comments
  .leftJoin(stanceTable(analyses).select(["discussion", "unit", "stance"]).rename({ unit: "id" }), ["discussion", "id"])
  .groupBy("stance")
  .rollup({ n: count(), votes: median("up") });
await show(answers);

// %%
const named = mentionTable(analyses)
  .filter((row) => row.unit !== "article")
  .select(["discussion", "entity", "unit"])
  .unique()
  .join(entityTable(analyses).select(["discussion", "id", "name", "label"]).rename({ id: "entity" }), [
    "discussion",
    "entity",
  ])
  .filter((row) => ["PERSON", "ORG", "GPE"].includes(row.label))
  .groupBy(["name", "label"])
  .rollup({ comments: count() })
  .sortBy("comments", { descending: true });
await show(named.slice(0, 8));

// %%
const labels = comments.pivot({ rows: "discussion", across: "sentimentLabel", value: count() });
await show(labels);

// %% [markdown]
// ## 自分の図 / A chart of your own
//
// 図は一度だけ宣言します。点をたどるとコメントに戻れるように、行には `units` を入れます。

// %%
const lengthChart = defineChart({
  name: "length",
  description: "Votes by the length of a comment.",
  tables: ["comments"],
  needs: pick(commentTable.schema, ["discussion", "id", "characters", "up", "text"]),
  words: { ja: { title: "長いコメントは票を集めるか" }, en: { title: "Do long comments draw votes?" } },
  draw: (table) => ({
    subtitle: "一つの点が一件のコメント",
    height: 260,
    rows: [...table].flatMap(({ discussion, id, characters, up, text }) =>
      up === null ? [] : [{ characters, up, text, units: [`${discussion}/${id}`] }],
    ),
    layer: [
      {
        mark: { type: "point", tooltip: true },
        encoding: {
          x: { field: "characters", type: "quantitative", axis: { title: "文字数" } },
          y: { field: "up", type: "quantitative", axis: { title: "票" } },
          tooltip: [{ field: "text" }, { field: "up" }],
        },
      },
    ],
  }),
});
await show(lengthChart(comments));
