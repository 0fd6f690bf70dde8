"""A local session: what the data frames hold, and what is told where they cannot be made."""

import contextlib
import decimal
import io
import os
import re
import sys
import unittest
import warnings
from types import SimpleNamespace
from unittest import mock

import pyarrow as pa
from pyspark.sql import functions as F
from real import ROOT, canonical, cli
from session import session

import yoron_spark
from yoron_spark.interpreter import settle_interpreter

TEXTS = ["雨だ。", None, "", "山田太郎知事は「値上げはしない」と述べた。", "公共投資に賛成だ。"]


def read(path: str) -> str:
    with open(os.path.join(ROOT, path), encoding="utf-8") as file:
        return file.read()


class LocalTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        # What a virtual environment that was not activated looks like: the PATH leads to another Python.
        os.environ.pop("PYSPARK_PYTHON", None)
        cls.spark = session("local[2]")
        cls.addClassCleanup(cls.spark.stop)
        cls.df = cls.spark.createDataFrame(list(enumerate(TEXTS)), "id long, text string")

    def test_without_pyspark_python_the_workers_run_this_python(self):
        made = yoron_spark.annotate(self.df, layers=["sentences", "entities"], home=ROOT)
        self.assertEqual(self.spark.sparkContext.pythonExec, sys.executable)
        found = [row.asDict(True) for row in made.orderBy("id").collect()]
        self.assertEqual(canonical(found), canonical(cli(TEXTS, "--layers", "sentences,entities")))

    def test_without_pyspark_python_a_cluster_is_warned(self):
        context = SimpleNamespace(master="spark://x:7077", pythonExec="python3", getConf=lambda: {})
        with warnings.catch_warnings(record=True) as told:
            warnings.simplefilter("always")
            settle_interpreter(SimpleNamespace(sparkContext=context))
        self.assertIn("PYSPARK_PYTHON is not set: the workers run python3", str(told[0].message))
        with mock.patch.dict(os.environ, PYSPARK_PYTHON="/opt/python"), warnings.catch_warnings():
            warnings.simplefilter("error")
            settle_interpreter(SimpleNamespace(sparkContext=context))

    def test_half_a_surrogate_pair_stops_no_job(self):
        df = self.spark.createDataFrame([(1, "雨\ud83dだ。"), (2, "雪。")], "id long, text string")
        found = yoron_spark.annotate(df, layers=["sentences"], home=ROOT).orderBy("id").collect()
        self.assertEqual([(row.error, len(row.sentences)) for row in found], [(None, 1), (None, 1)])

    def test_tables_are_the_projects_own(self):
        df = self.df.selectExpr("id", "text", "'港' AS page")
        made = yoron_spark.tables(df, ["mentions", "quotations", "sides"], discussion="page", propositions=["公共投資を増やすこと"], home=ROOT)
        self.addCleanup(made.unpersist)
        (side,) = made["sides"].where("side != 'none'").collect()
        self.assertEqual((side.discussion, side.unit, side.side, side.text), ("港", "4", "for", TEXTS[4]))
        self.assertEqual([(row.unit, row.speaker, row.speakerUnit) for row in made["quotations"].collect()], [("3", "山田太郎知事", "3")])
        self.assertIn(("3", "山田太郎", "PERSON", "3.e1"), {(r.unit, r.name, r.label, r.entity) for r in made["mentions"].collect()})
        self.assertEqual([(row.unit, row.code) for row in made["errors"].collect()], [("1", "bad-value")])
        field = made["mentions"].schema["start"]
        self.assertEqual((field.dataType.typeName(), field.nullable), ("long", False))

    def test_columns_go_through_and_those_that_cannot_be_are_told(self):
        df = self.df.selectExpr("id AS `comment.id`", "text AS words", "current_timestamp() AS seen")
        made = yoron_spark.annotate(df, text="words", id="comment.id", layers=["dates"], keep=["seen", "words"], home=ROOT)
        self.assertEqual(made.columns, ["comment.id", "seen", "words", "dates", "error"])
        self.assertEqual(made.count(), len(TEXTS))
        with self.assertRaisesRegex(yoron_spark.YoronError, 'no column "text"; it has: comment.id, words, seen'):
            yoron_spark.annotate(df, id="comment.id")
        with self.assertRaisesRegex(yoron_spark.YoronError, '"dates" is the name of a column that is made'):
            yoron_spark.annotate(self.df.selectExpr("*", "1 AS dates"), keep=["dates"], layers=["dates"])
        with self.assertRaisesRegex(yoron_spark.YoronError, 'there is no table "comments"; known tables: tokens'):
            yoron_spark.tables(self.df, ["comments"])
        with self.assertRaisesRegex(yoron_spark.YoronError, "max_error_share is from 0 to 1, not 10"):
            yoron_spark.annotate(self.df, max_error_share=10)

    def test_what_the_docs_say_runs(self):
        blocks = [re.findall(r"^```python\n(.+?)^```$", read(page), re.M | re.S) for page in ("docs/cluster.md", "docs/ja/cluster.md")]
        self.assertEqual(blocks[0], blocks[1])
        job, ray = (block.replace("/opt/yoron", ROOT) for block in blocks[0])
        said = io.StringIO()
        with mock.patch.dict(os.environ, YORON_HOME=ROOT), contextlib.redirect_stdout(said):
            exec(job, {})
        self.assertIn("|  1|positive| NULL|", said.getvalue())
        self.assertIn("|山田太郎|", said.getvalue())
        data = mock.MagicMock()
        with mock.patch.dict(sys.modules, ray=SimpleNamespace(data=data)):
            exec(ray, {})
        (mapped,), _ = data.read_parquet.return_value.map_batches.call_args
        told = mapped(pa.table({"id": [7], "text": ["最高だ。"]})).to_pylist()
        self.assertEqual([(row["id"], row["sentiment"]["label"], row["error"]) for row in told], [(7, "positive", None)])

    def test_sums_are_the_same_in_any_order_of_partitions(self):
        """Scores have four decimals: as decimals or integers their sums are exact, as floats they hang on the order."""
        rows = 4_000
        made = self.spark.range(rows).selectExpr(
            "CAST(id AS STRING) AS unit",
            "concat('d', id % 7) AS discussion",
            "CASE id % 3 WHEN 0 THEN 'positive' WHEN 1 THEN 'negative' ELSE 'neutral' END AS label",
            "concat('人', id % 11) AS name",
            "concat('人', id % 11) AS author",
            # Some are null, as where a text has no words of tone.
            "CASE WHEN id % 13 = 0 THEN NULL ELSE CAST(((id * 7919) % 20011) - 10005 AS DOUBLE) / 10000 END AS score",
            "CAST((id * 104729) % 10001 AS DOUBLE) / 10000 AS confidence",
            "CASE WHEN id % 4 = 0 THEN CAST(id - 1 AS STRING) END AS replyTo",
            "id AS `order`",
            *("id % 5 AS up", "id % 2 AS down", "id % 3 AS replies", "id % 80 AS characters"),
        ).withColumn("sentiment", F.col("score")).withColumn("sentimentLabel", F.col("label"))
        scores = [row.score for row in made.orderBy("unit").select("score").collect() if row.score is not None]
        halves = scores[0::2], scores[1::2]
        self.assertNotEqual(sum(scores), sum(halves[0]) + sum(halves[1]), "these floats do not show what is tested")
        queries = {name: read(f"test/spark/aggregates/{name}.sql") for name in ("names", "tone")}
        queries["authors"] = read("data/sql/authors.sql")
        told = {}
        for partitions in (1, 2, 8):
            # By a hash of the row: each number of partitions has them in another order.
            spread = made.repartition(partitions, F.xxhash64("unit", F.lit(partitions)))
            self.assertEqual(spread.rdd.getNumPartitions(), partitions)
            for view in ("tones", "mentions", "comments"):
                spread.createOrReplaceTempView(view)
            told[partitions] = {name: sorted(map(str, self.spark.sql(query).collect())) for name, query in queries.items()}
        self.assertEqual({name: len(found) for name, found in told[1].items()}, {"names": 33, "tone": 21, "authors": 77})
        self.assertEqual(told[2], told[1])
        self.assertEqual(told[8], told[1])
        exact = sum(decimal.Decimal(f"{score:.4f}") for score in scores)
        made.createOrReplaceTempView("tones")
        (whole,) = self.spark.sql("SELECT sum(CAST(score AS DECIMAL(9, 4))) AS score FROM tones").collect()
        self.assertEqual(whole.score, exact)

    def test_an_error_of_the_command_reaches_who_asked(self):
        made = yoron_spark.annotate(self.df, layers=["dates"], arguments=["--gazetteer", "/nowhere.tsv"], home=ROOT)
        with self.assertRaisesRegex(Exception, r"does not work: it ended with status \d; .*nowhere\.tsv"):
            made.collect()


if __name__ == "__main__":
    unittest.main()
