"""A local session: what the data frames hold, and what is told where they cannot be made."""

import contextlib
import io
import os
import re
import sys
import unittest
import warnings
from types import SimpleNamespace
from unittest import mock

import pyarrow as pa
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

    def test_an_error_of_the_command_reaches_who_asked(self):
        made = yoron_spark.annotate(self.df, layers=["dates"], arguments=["--gazetteer", "/nowhere.tsv"], home=ROOT)
        with self.assertRaisesRegex(Exception, r"does not work: it ended with status \d; .*nowhere\.tsv"):
            made.collect()


if __name__ == "__main__":
    unittest.main()
