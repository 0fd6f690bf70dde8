"""A real master with two workers, which have nothing of yoron but the archive: the same bytes whatever happens."""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import unittest

import pyarrow.parquet as parquet
from cluster import Cluster, seconds_of, wait_for
from pyspark.sql import functions as F
from real import FIVE, MAIN, NODE, ROOT, canonical
from session import session

import yoron_spark

COMMENTS = int(os.environ.get("YORON_SPARK_COMMENTS", "20000"))
HALF = COMMENTS // 2
#: For what does not hang on how many there are.
SOME = max(COMMENTS // 5, 1_000)
HERE = os.path.dirname(os.path.abspath(__file__))
AGGREGATES = ["names", "tone"]


class ClusterTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp(prefix="yoron-cluster-")
        cls.addClassCleanup(shutil.rmtree, cls.folder, ignore_errors=True)
        archive = os.path.join(cls.folder, "yoron-spark.tar.gz")
        subprocess.run([NODE, MAIN, "pack", "--spark", "-q", "-o", archive], check=True)
        cls.comments = os.path.join(cls.folder, "comments.jsonl")
        with open(cls.comments, "wb") as file:
            tsx = os.path.join(ROOT, "node_modules", ".bin", "tsx")
            subprocess.run([tsx, "workshop/bench/big-page/print-comments.ts", str(COMMENTS)], cwd=ROOT, stdout=file, check=True)
        cls.cluster = Cluster(cls.folder)
        cls.addClassCleanup(cls.cluster.stop)
        os.environ["PYSPARK_PYTHON"] = sys.executable
        cls.spark = session(
            cls.cluster.url,
            **{
                "spark.archives": f"{archive}#yoron",
                "spark.executor.memory": "1g",
                "spark.executor.cores": "1",
                "spark.cores.max": "2",
                "spark.task.maxFailures": "4",
            },
        )
        cls.addClassCleanup(cls.spark.stop)
        cls.df = cls.spark.read.schema("id long, discussion string, text string").json(cls.comments)
        cls.answers, _ = cls.command(COMMENTS)

    @classmethod
    def command(cls, count: int):
        """Returns what two commands answer, each to half of the first lines, and the processor and wall time that they take."""
        with open(cls.comments, "rb") as file:
            lines = file.readlines()[:count]
        half = (len(lines) + 1) // 2
        started = time.monotonic()
        before = os.times()
        running = []
        for number, part in enumerate((lines[:half], lines[half:])):
            asked, answered = (os.path.join(cls.folder, f"{name}-{number}.jsonl") for name in ("asked", "answered"))
            with open(asked, "wb") as file:
                file.writelines(part)
            with open(asked, "rb") as source, open(answered, "wb") as target:
                running.append(subprocess.Popen([NODE, MAIN, "annotate", "--layers", ",".join(FIVE)], stdin=source, stdout=target))
        for process in running:
            assert process.wait() == 0
        after = os.times()
        wall = time.monotonic() - started
        processor = after.children_user + after.children_system - before.children_user - before.children_system
        answers = os.path.join(cls.folder, f"answers-{count}.jsonl")
        with open(answers, "wb") as target:
            for number in (0, 1):
                with open(os.path.join(cls.folder, f"answered-{number}.jsonl"), "rb") as source:
                    shutil.copyfileobj(source, target)
        return answers, (processor, wall)

    def expected(self, count: int = COMMENTS) -> bytes:
        with open(self.answers, "rb") as file:
            return canonical([json.loads(line) for line, _ in zip(file, range(count))])

    def written(self, df, place: str = "") -> bytes:
        """Returns the rows of a frame as they lie on the disk, by their ids."""
        place = place or tempfile.mkdtemp(dir=self.folder)
        df.write.mode("overwrite").parquet(place)
        return canonical(parquet.read_table(place).sort_by("id").to_pylist())

    def annotated(self, df, partitions: int, **options):
        return yoron_spark.annotate(df, layers=FIVE, partitions=partitions, **options)

    def busy_child(self) -> int:
        """Returns a child that is at work: it took more time since now than its start takes."""
        before = {pid: seconds_of(pid) for pid in self.cluster.children()}
        found = []

        def is_there() -> bool:
            found[:] = [pid for pid in self.cluster.children() if seconds_of(pid) - before.get(pid, 0) > 1.2]
            return bool(found)

        wait_for("a child at work", is_there)
        self.assertRegex(os.readlink(f"/proc/{found[0]}/exe"), r"/yoron/bin/node$")
        return found[0]

    def meanwhile(self, act):
        """Starts something beside the job that follows; returns what to call for its end."""
        failed = []

        def run():
            try:
                act()
            except BaseException as error:  # noqa: BLE001 - told by the test
                failed.append(error)

        thread = threading.Thread(target=run, daemon=True)
        thread.start()

        def joined():
            thread.join(600)
            if failed:
                raise failed[0]

        return joined

    def test_1_the_same_bytes_for_the_command_duckdb_and_1_2_and_8_partitions(self):
        expected = self.expected()
        for partitions in (8, 1, 2):
            with self.subTest(partitions=partitions):
                place = os.path.join(self.folder, f"annotated-{partitions}")
                self.assertTrue(self.written(self.annotated(self.df, partitions), place) == expected, "rows differ")
        made = self.spark.read.parquet(place).join(self.df.select("id", "discussion"), "id")
        made.select(F.col("id").alias("unit"), F.explode("entities").alias("e")).select("unit", "e.*").createOrReplaceTempView("mentions")
        made.select("discussion", "sentiment.label", "sentiment.score").createOrReplaceTempView("tones")
        for name in AGGREGATES:
            with self.subTest(aggregate=name):
                query = os.path.join(HERE, "aggregates", f"{name}.sql")
                command = [NODE, os.path.join(HERE, "duckdb.mjs"), self.answers, self.comments, query]
                told = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode()
                with open(query, encoding="utf-8") as file:
                    rows = self.spark.sql(file.read()).collect()
                self.assertGreater(len(rows), 3)
                self.assertEqual("".join(",".join(map(str, row)) + "\n" for row in rows), told)

    def test_2_a_child_that_is_killed_changes_no_byte(self):
        killed = []

        def kill():
            pid = self.busy_child()
            os.kill(pid, 9)
            killed.append(pid)

        ended = self.meanwhile(kill)
        written = self.written(self.annotated(self.df.where(F.col("id") < HALF), 8))
        ended()
        self.assertEqual(len(killed), 1)
        self.assertNotIn(killed[0], self.cluster.children())
        self.assertTrue(written == self.expected(HALF), "rows differ")

    def test_3_poisoned_rows_are_errors_of_their_own_and_fail_the_job_above_a_share_alone(self):
        texts = self.df.where(F.col("id") < SOME)
        day = F.when(F.col("id") % 50 == 7, "2024-02-30").otherwise("2024-05-01")
        poisoned = texts.withColumn("day", day).withColumn(
            "text", F.when(F.col("id") % 100 == 9, F.expr("CAST(unhex('E99BA8FF') AS STRING)")).otherwise(F.col("text"))
        )
        made = yoron_spark.annotate(poisoned, layers=["dates"], published="day", partitions=2)
        codes = {(row.code, row.n) for row in made.groupBy("error.code").agg(F.count("*").alias("n")).collect()}
        bad, undecodable = sum(n % 50 == 7 for n in range(SOME)), sum(n % 100 == 9 for n in range(SOME))
        self.assertEqual(codes, {(None, SOME - bad - undecodable), ("bad-value", bad), ("undecodable", undecodable)})
        strict = yoron_spark.annotate(poisoned, layers=["dates"], published="day", partitions=2, max_error_share=0.01)
        with self.assertRaisesRegex(Exception, r"more than the share of 0\.01 that max_error_share allows"):
            strict.write.format("noop").mode("overwrite").save()

    def test_4_ten_rows_and_then_the_whole(self):
        made = self.annotated(self.df.where(F.col("id") < SOME), 2)
        self.assertEqual(len(made.limit(10).collect()), 10)
        self.assertEqual(len(made.limit(10).collect()), 10)
        self.assertTrue(self.written(made) == self.expected(SOME), "rows differ")

    def test_5_one_giant_thread_is_spread_over_all_tasks(self):
        skewed = self.df.where(F.col("id") < SOME).withColumn(
            "thread", F.when(F.col("id") % 20 > 0, F.lit("giant")).otherwise(F.concat(F.lit("t"), F.col("id")))
        )
        by_thread = skewed.repartition(8, "thread")
        largest = max(row.n for row in by_thread.groupBy(F.spark_partition_id()).agg(F.count("*").alias("n")).collect())
        self.assertGreater(largest, SOME * 0.9)
        made = self.annotated(by_thread, 8, keep=["thread"]).withColumn("task", F.spark_partition_id()).persist()
        counts = [row.n for row in made.groupBy("task").agg(F.count("*").alias("n")).collect()]
        self.assertEqual(len(counts), 8)
        self.assertLess(max(counts), 1.5 * SOME / 8)
        plain = "SELECT thread, count(*) AS comments, sum(CAST(sentiment.score AS DECIMAL(9, 4))) AS score FROM made GROUP BY thread"
        salted = f"""SELECT thread, sum(comments) AS comments, sum(score) AS score FROM (
            SELECT thread, id % 16 AS salt, count(*) AS comments, sum(CAST(sentiment.score AS DECIMAL(9, 4))) AS score
            FROM made GROUP BY thread, id % 16) GROUP BY thread"""
        made.createOrReplaceTempView("made")
        told = [sorted(map(str, self.spark.sql(query).collect())) for query in (plain, salted)]
        self.assertEqual(told[0], told[1])
        self.assertTrue(self.written(made.drop("thread", "task")) == self.expected(SOME), "rows differ")
        made.unpersist()

    def test_6_throughput_is_at_least_four_fifths_of_two_commands(self):
        made = self.annotated(self.df.where(F.col("id") < HALF), 2)
        # The first job on a cluster starts what the second finds.
        made.limit(10).collect()
        before, started = self.cluster.seconds(), time.monotonic()
        made.write.format("noop").mode("overwrite").save()
        processor, wall = self.cluster.seconds() - before, time.monotonic() - started
        memory = self.cluster.memory()
        _, (alone, alone_wall) = self.command(HALF)
        print(
            f"\n{HALF} comments, layers {','.join(FIVE)}: two commands {alone:.1f} s of processor time ({alone_wall:.1f} s), "
            f"Spark with two executors {processor:.1f} s ({wall:.1f} s): "
            f"{alone / processor:.2f} of the throughput by processor time, {alone_wall / wall:.2f} by the clock; "
            f"a child takes at most {max(memory)} MB",
            flush=True,
        )
        # What docs/cluster.md has set aside for each of them.
        self.assertLess(max(memory), 400)
        # By processor time: the clock tells what else the machine does.
        self.assertGreaterEqual(alone / processor, 0.8)

    def test_7_a_worker_that_is_killed_changes_no_byte(self):
        def kill():
            self.busy_child()
            self.cluster.kill_worker()

        made = self.annotated(self.df.where(F.col("id") < HALF), 8)
        ended = self.meanwhile(kill)
        written = self.written(made)
        ended()
        self.assertIsNotNone(self.cluster.workers[0].poll())
        self.assertTrue(written == self.expected(HALF), "rows differ")


if __name__ == "__main__":
    unittest.main()
