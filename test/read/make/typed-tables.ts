/** Makes the Arrow and Parquet files of `test/pages`: `npx tsx test/read/make/typed-tables.ts`. */
import { writeFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";
import {
  Table as ArrowTable,
  Bool,
  Dictionary,
  Field,
  Int32,
  Int64,
  List,
  TimestampMillisecond,
  tableToIPC,
  Utf8,
  vectorFromArray,
} from "apache-arrow";
import { commentTable } from "../../../src/tables/comments.ts";
import { toArrow } from "../../../src/tables/export/arrow.ts";
import { toParquet } from "../../../src/tables/export/parquet.ts";
import { type Row, Table } from "../../../src/tables/table.ts";

const write = (name: string, file: string, bytes: Uint8Array) => writeFileSync(`test/pages/${name}/${file}`, bytes);
const { schema } = commentTable([]);

/** A row of Yoron's own table of comments; what is not said is as an analysis would leave it. */
const comment = (discussion: string, id: string, text: string, more: Row = {}): Row => ({
  discussion,
  id,
  order: Number(id.slice(1)) - 1,
  depth: 0,
  replies: 0,
  characters: text.length,
  text,
  ...more,
});

const onePage = Table.from(schema, [
  comment("0f1e2d3c4b5a", "c1", "=給食に地元の野菜、とてもよいと思う。", {
    author: "みかん",
    posted: "2024-05-01T12:30",
    postedPrecision: "minute",
    up: 12,
    down: 1,
    sourceId: "comment-31",
    sentiment: 0.6,
    sentimentLabel: "positive",
  }),
  comment("0f1e2d3c4b5a", "c2", "値段が上がるのでは、\n心配です。", {
    replyTo: "c1",
    depth: 1,
    posted: "2024-05",
    postedPrecision: "month",
    up: 0,
    sourceId: "comment-40",
  }),
  comment("0f1e2d3c4b5a", "c3", "'- 賛成 -", { author: "-かもめ-" }),
]);
const twoPages = Table.from(schema, [
  comment("aaaaaaaaaaaa", "c1", "夜市をまた開いてほしい", {
    author: "ほたる",
    posted: "2024-08-01",
    postedPrecision: "day",
    up: 3,
  }),
  comment("bbbbbbbbbbbb", "c1", "花火は川の向こうからが見やすい", { author: "つばめ", up: 8 }),
  comment("aaaaaaaaaaaa", "c2", "ごみが多かったのが残念", { replyTo: "c1", depth: 1, up: 1 }),
]);
for (const [name, table] of [
  ["own", onePage],
  ["two-discussions", twoPages],
] as const) {
  write(`arrow-${name}`, "page.arrow", toArrow(table));
  write(`parquet-${name}`, "page.parquet", await toParquet(table));
}

// What other programs write: categories, times with a zone, lists, integers beyond 2^53.
const words = ["駅の階段に手すりがほしい", "エレベーターもつけて", null, "案内の字が小さすぎます"];
const ids = [1780000000000000001n, 1780000000000000002n, 1780000000000000003n, 1780000000000000004n];
write(
  "arrow-other-program",
  "page.arrow",
  tableToIPC(
    new ArrowTable({
      tweet_id: vectorFromArray(ids, new Int64()),
      text: vectorFromArray(words, new Utf8()),
      username: vectorFromArray(["さくら", "もみじ", "さくら", null], new Dictionary(new Utf8(), new Int32())),
      created_at: vectorFromArray(
        [1714521600000, 1714525205000, null, 1714608000000].map((time) => (time === null ? null : new Date(time))),
        new TimestampMillisecond("UTC"),
      ),
      like_count: vectorFromArray([4, 0, 1, null], new Int32()),
      in_reply_to_id: vectorFromArray([null, ids[0]!, null, ids[0]!], new Int64()),
      hashtags: vectorFromArray([["駅", "手すり"], [], [], ["駅"]], new List(new Field("item", new Utf8(), true))),
      verified: vectorFromArray([true, false, false, null], new Bool()),
    } as never),
    "file",
  ),
);
write(
  "arrow-survey",
  "page.arrow",
  tableToIPC(
    new ArrowTable({
      回答日時: vectorFromArray(["2025/02/01 10:00:00", "2025/02/01 11:20:05"], new Utf8()),
      お名前: vectorFromArray(["架空太郎", "架空花子"], new Utf8()),
      年代: vectorFromArray(["40代", "70代"], new Utf8()),
      ご意見: vectorFromArray(["公民館の予約がわかりにくい", "職員の方が親切です"], new Utf8()),
      ご要望: vectorFromArray(["", "椅子を軽いものに替えてほしい"], new Utf8()),
    } as never),
    "stream",
  ),
);

const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
const connection = await instance.connect();
const copy = (name: string, sql: string) =>
  connection.run(`COPY (${sql}) TO 'test/pages/${name}/page.parquet' (FORMAT parquet)`);
await connection.run("SET TimeZone = 'UTC'");
await copy(
  "parquet-other-program",
  `SELECT * FROM (VALUES
    (1780000000000000001::BIGINT, 'プールの水温が低い', 'さくら', TIMESTAMPTZ '2024-07-01 09:00:00+09', 4, NULL::BIGINT, ['プール'], {'ward': '北', 'age': 41}),
    (1780000000000000002::BIGINT, '子どもは元気に泳いでいます', NULL, TIMESTAMPTZ '2024-07-01 10:30:00+09', 0, 1780000000000000001::BIGINT, [], {'ward': '南', 'age': NULL})
  ) AS t(tweet_id, text, username, created_at, like_count, in_reply_to_id, hashtags, place)`,
);
await copy(
  "parquet-survey",
  `SELECT * FROM (VALUES
    (DATE '2025-02-01', '052-000-0000', true, 3.5::DOUBLE, '広場の時計が止まったままです', '芝生が気持ちよい'),
    (DATE '2025-02-02', NULL, false, 4.0::DOUBLE, NULL, '犬の散歩をする人が増えた')
  ) AS t("回答日", "連絡先", "また来たい", "満足度", "ご意見", "ご感想")`,
);
connection.closeSync();
