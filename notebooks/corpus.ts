// %% [markdown]
// # コーパス：ページのフォルダーから、問い合わせと図まで / A corpus: from a folder of pages to a query and a chart
//
// フォルダーのページからコーパスを作り、SQLで尋ね、図にします。ページが4つでも、40万でも、手順は同じです。

// %%
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildCorpus, openCorpus, sentimentChart, show, walk } from "yoron";

const scratch = await mkdtemp(join(tmpdir(), "corpus-"));
const built = await buildCorpus(await walk("../data/pages"), join(scratch, "corpus"));
const sources = built.manifest.sources.map(
  ({ paths, comments, notes }) => `${paths[0]}: ${comments} comments${notes.map(({ code }) => `, ${code}`).join("")}`,
);
await show([`${built.added} sources read, ${built.failed.length} failed`, ...sources].join("\n"));

// %% [markdown]
// ## もう一度作る / Once more
//
// 同じ内容なら何も読み直しません。新しいファイルは加わり、変わったファイルは入れ替わります。

// %%
const again = await buildCorpus(await walk("../data/pages"), join(scratch, "corpus"));
await show(`${again.added} read now, ${again.kept} as they were`);

// %% [markdown]
// ## SQL で尋ねる / SQL
//
// 表はディスクの上にあり、尋ねられたところだけが読まれます。集計は名前で呼べます。

// %%
const corpus = await openCorpus(join(scratch, "corpus"));
await show(corpus.tables.join(", "));
await show(await corpus.query("SELECT * FROM tone_shares"));

// %%
await show(
  await corpus.query("SELECT title, comments, people, up FROM discussion_counts ORDER BY comments DESC, title"),
);

// %% [markdown]
// ## 図 / A chart
//
// 票の多いコメントを選び、その語調を図にします。

// %%
const voted = await corpus.query(
  "SELECT discussion, id, author, up, sentiment, text FROM comments WHERE up IS NOT NULL ORDER BY up DESC, discussion, id LIMIT 60",
);
await show(sentimentChart(voted));

// %% [markdown]
// ## 一つずつ分析を読む / One analysis at a time

// %%
const titles: string[] = [];
for await (const { discussion, entities } of corpus.analyses())
  titles.push(`${discussion.article.title}: ${entities.length} names`);
await show(titles.sort().join("\n"));
await corpus.close();
await rm(scratch, { recursive: true });
