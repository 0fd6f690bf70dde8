// %% [markdown]
// # 自分の言葉と自分の図 / Your own words and chart
//
// 辞書にない言葉、町の呼び名、自分だけの図。足すものは登録せず、値として渡します。

// %%
import {
  analyze,
  type Chart,
  chart,
  commentTable,
  entityTable,
  loadResources,
  readPage,
  show,
  type Table,
  tokenTable,
} from "yoron";

const page = `投稿者,コメント,いいね
ぽんた,屋台はどれもぽぽ級でした,12
みけ,ゆめぽっぽ号の車掌さんもぽぽ級,17
くま,夜のステージはしぼしぼ。段取りくんは何をしていたのか,21
いろは,ゆめぽっぽ号は30分待ち,9
`;
const discussion = readPage(page, { columns: { author: "投稿者", text: "コメント", up: "いいね" } });
const plain = analyze(discussion, await loadResources());
await show(commentTable(plain).select(["author", "up", "sentiment", "sentimentLabel", "text"]));

// %% [markdown]
// 「ぽぽ級」は最高、「しぼしぼ」はがっかり。この町だけの言い方なので、知らなければ測れません。
//
// ## 感情の辞書、ユーザー辞書、固有名の一覧 / A lexicon, a user dictionary, a gazetteer
//
// 感情の辞書はTSVの文字列、ユーザー辞書は語の一覧（MeCabのCSVのパスでもよい）、固有名の一覧もTSVです。

// %%
const lexicon = "lemma\tstrength\nぽぽ級\t0.9\nしぼしぼ\t-0.8\n";
const gazetteer = "name\tlabel\tid\taliases\nゆめぽっぽ号\tPRODUCT\t\tゆめぽっぽ\n段取りくん\tPERSON\t\t\n";
const own = await loadResources({
  lexicons: [lexicon],
  gazetteers: [gazetteer],
  userDictionary: [
    { surface: "ぽぽ級", pos: "名詞,一般", reading: "ポポキュウ" },
    { surface: "しぼしぼ", pos: "名詞,一般", reading: "シボシボ" },
    { surface: "ゆめぽっぽ号", pos: "名詞,固有名詞,一般", reading: "ユメポッポゴウ" },
  ],
});
const better = analyze(discussion, own);
await show(commentTable(better).select(["author", "up", "sentiment", "sentimentLabel", "text"]));

// %%
const words = (analysis: typeof better) =>
  tokenTable(analysis)
    .filter(({ unit }) => unit === "c2")
    .column("text")
    .join("｜");
await show(`前: ${words(plain)}`);
await show(`後: ${words(better)}`);
await show(entityTable(better).filter(({ label }) => label === "PRODUCT" || label === "PERSON"));

// %% [markdown]
// ## 自分の図 / A chart of your own
//
// 図は「表を受け取って図を返す関数」です。名前、題、Vega-Liteの指定、行があれば図になり、同じように表示されます。
// 前と後の語調を線で結んでみます。

// %%
const rounded = (score: unknown) => (typeof score === "number" ? Math.round(score * 100) / 100 : null);

function slopeChart(before: Table, after: Table): Chart {
  const rows = [...before].flatMap((row, index) => {
    const label = `${row.author}「${String(row.text).slice(0, 10)}…」`;
    const units = [`${row.discussion}/${row.id}`];
    return [
      { label, when: "既定の辞書", score: rounded(row.sentiment), units },
      { label, when: "町の言葉を足す", score: rounded(after.column("sentiment")[index]), units },
    ];
  });
  const title = "辞書を足すと、語調はどう変わるか";
  const spec = {
    $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    title,
    width: 320,
    height: 240,
    data: { values: rows },
    mark: { type: "line", point: true },
    encoding: {
      x: { field: "when", type: "nominal", title: null, axis: { labelAngle: 0 }, sort: null },
      y: { field: "score", type: "quantitative", title: "語調（-1から1）", scale: { domain: [-1, 1] } },
      color: { field: "label", type: "nominal", title: null, legend: { labelLimit: 260 } },
    },
  };
  return chart({ name: "slope", title, spec, rows });
}

await show(slopeChart(commentTable(plain), commentTable(better)));
