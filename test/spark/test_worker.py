"""What runs in a worker, with the real command and without Spark: types, hard texts, errors as a column."""

import hashlib
import json
import os
import re
import subprocess
import tempfile
import unittest

import pyarrow as pa
from real import FIVE, ROOT, canonical, cli

import yoron_spark
from yoron_spark import layer_names, table_names
from yoron_spark.errors import YoronError
from yoron_spark.home import find_home
from yoron_spark.schemas import check_names
from yoron_spark.verify import damaged
from yoron_spark.worker import ROWS, Plan, annotated, close_kept, fields

TEXTS = [
    "彼女は公共投資に賛成だ。でも予算が足りない！",
    "山田太郎知事は「値上げはしない」と2024年4月に述べた（港町新聞）。",
    "",
    "最高😂だ。𠮷野家にも行った。",
    "一行目\n二行目\tと\u0001印 \u2028 と \\ と \"引用\"",
    "ﾃﾞｰﾀと髙橋さん https://example.org/a も見て",
]


def plan(**changes) -> Plan:
    usual = {
        "kept": (("id", "id"),),
        "asked": (("text", "text"),),
        "always": (),
        "layers": ("sentences",),
        "tables": (),
        "arguments": (),
        "home": ROOT,
        "max_error_share": 0.1,
        "patience": 120.0,
        "heap_megabytes": 1024,
    }
    return Plan(**{**usual, **changes})


def batch(texts, ids=None) -> pa.RecordBatch:
    column = texts if isinstance(texts, pa.Array) else pa.array(texts, pa.string())
    return pa.RecordBatch.from_arrays([pa.array(range(len(column)) if ids is None else ids), column], ["id", "text"])


def raw(*texts: bytes) -> pa.Array:
    """Returns bytes as a column of texts, as Spark sends what it never looked at."""
    return pa.Array.from_buffers(pa.string(), len(texts), pa.array(list(texts)).buffers())


def rows(batches, **changes):
    made = list(annotated(batches, plan(**changes)))
    return [row for one in made for row in one.to_pylist()]


def memory_of(pid: int, name: str) -> int:
    """Returns memory of a process as the system counts it, in MB."""
    with open(f"/proc/{pid}/status", encoding="ascii", errors="replace") as file:
        (line,) = (line for line in file if line.startswith(f"{name}:"))
    return int(line.split()[1]) // 1024


class WorkerTest(unittest.TestCase):
    def tearDown(self):
        close_kept()

    def test_every_layer_is_what_the_command_says(self):
        extra = {"always": ('"targets":["公共投資"]', '"propositions":["公共投資を増やすこと"]')}
        found = rows([batch(TEXTS)], layers=tuple(layer_names()), **extra)
        asked = [{"text": text, "targets": ["公共投資"], "propositions": ["公共投資を増やすこと"]} for text in TEXTS]
        self.assertEqual(canonical(found), canonical(cli(asked)))

    def test_every_table_is_what_the_command_says(self):
        names = table_names()
        asked = [{"text": text, "unit": f"u{n}", "discussion": "d"} for n, text in enumerate(TEXTS)]
        given = pa.RecordBatch.from_pylist([{"id": n, **one} for n, one in enumerate(asked)])
        found = rows([given], layers=(), tables=tuple(names), asked=tuple((key, key) for key in ("text", "unit", "discussion")))
        expected = [{"id": one["id"], **one["tables"]} for one in cli(asked, "--tables", ",".join(names))]
        self.assertEqual(canonical(found), canonical(expected))
        self.assertEqual({row["unit"] for one in found for row in one["sentences"]}, {"u0", "u1", "u3", "u4", "u5"})

    def test_types_are_those_that_are_declared_even_where_all_is_null(self):
        for texts in (TEXTS, [None], [""]):
            wanted = plan(layers=tuple(layer_names()), max_error_share=1)
            (made,) = annotated([batch(texts)], wanted)
            self.assertEqual([field.type for field in made.schema][1:], [field.type for field in fields(wanted)])

    def test_no_text_is_an_error_and_an_empty_one_is_none(self):
        found = rows([batch(["雨。", None, ""])], layers=("sentences", "sentiment"))
        self.assertEqual([row["error"] and row["error"]["code"] for row in found], [None, "bad-value", None])
        self.assertIsNone(found[1]["sentences"])
        self.assertEqual(found[2]["sentences"], [])
        self.assertEqual((found[2]["sentiment"]["score"], found[2]["sentiment"]["label"]), (0.0, "neutral"))

    def test_bytes_that_are_no_text_are_an_error_of_their_row(self):
        broken = raw(b"\xe9\x9b\xa8\xe3\x80\x82", b"\xed\xa0\x80", b"\xff\xfe", b"\xe9\x9b\xaa")
        found = rows([batch(broken)])
        self.assertEqual([row["error"] and row["error"]["code"] for row in found], [None, "undecodable", "undecodable", None])
        self.assertEqual([row["sentences"] for row in found], [[{"start": 0, "end": 2}], None, None, [{"start": 0, "end": 1}]])

    def test_phrases_and_days_of_a_row_are_its_own(self):
        import datetime

        phrases = pa.ListArray.from_arrays([0, 1, 1, 2], raw("公共投資".encode(), b"\xff"))
        days = pa.array([datetime.date(2024, 4, 15), None, None])
        given = pa.RecordBatch.from_arrays(
            [pa.array([1, 2, 3]), pa.array(["昨日の公共投資は最高だ。"] * 3), phrases, days], ["id", "text", "targets", "day"]
        )
        asked = (("text", "text"), ("targets", "targets"), ("published", "day"))
        found = rows([given], asked=asked, layers=("targets", "dates"))
        self.assertEqual([row["error"] and row["error"]["code"] for row in found], [None, None, "undecodable"])
        self.assertEqual([row["targets"] and row["targets"][0]["target"] for row in found], ["公共投資", [], None])
        self.assertEqual([row["dates"] and row["dates"][0]["value"] for row in found], ["2024-04-14", None, None])

    def test_half_a_character_in_an_answer_becomes_one_mark_of_the_same_length(self):
        from yoron_spark.answers import read_answers
        from yoron_spark.schemas import layer_type

        answers = [b'{"id":0,"claims":[{"text":"a\\ud83d\\u3042","start":0}]}', b'{"id":1,"claims":[]}']
        (claims,) = read_answers(answers, [pa.field("claims", layer_type("claims"))])
        self.assertEqual(claims.to_pylist()[0][0]["text"], "a\ufffdあ")

    def test_a_text_of_300000_characters_among_short_ones(self):
        long = ("町の図書館は狭い。" * 40_000)[:300_000]
        found = rows([batch(["雨。", long, "雪。"])], layers=("sentences",))
        self.assertEqual([row["error"] for row in found], [None] * 3)
        self.assertEqual(found[1]["sentences"][-1]["end"], 300_000)
        self.assertEqual(len(found[1]["sentences"]), 33_334)

    def test_batches_of_any_size_give_rows_in_order(self):
        texts = [f"雨が{n}回降った。" for n in range(ROWS + 300)]
        one = rows([batch(texts)], layers=("entities",))
        parts = [batch(texts[:1], [0]), batch([], []), batch(texts[1:900], range(1, 900)), batch(texts[900:], range(900, len(texts)))]
        parts[1] = parts[0].slice(0, 0)
        self.assertEqual(canonical(rows(parts, layers=("entities",))), canonical(one))
        self.assertEqual([row["id"] for row in one], list(range(len(texts))))

    def test_a_task_fails_above_the_share_of_errors_alone(self):
        texts = ["雨。"] * 80 + [None] * 40
        broken = raw(*[b"\xff"] * 20)
        given = [batch(texts), batch(broken)]
        self.assertEqual(sum(row["error"] is not None for row in rows(given, max_error_share=0.2)), 60)
        with self.assertRaisesRegex(YoronError, r"20 of the 100 texts of this task failed, more than the share of 0\.19 .* \[undecodable\]"):
            rows(given, max_error_share=0.19)
        few = [batch(["雨。", *texts[:1]]), batch(broken.slice(0, 2))]
        self.assertEqual(len(rows(few)), 4)
        with self.assertRaisesRegex(YoronError, "2 of the 4 texts"):
            rows(few, max_error_share=0)

    def test_a_task_that_is_given_up_kills_its_child_and_the_next_has_its_own_answers(self):
        import yoron_spark.worker as worker

        texts = [f"雨が{n}回降った。" for n in range(3 * ROWS)]
        early = annotated([batch(texts)], plan())
        next(early)
        early.close()
        self.assertEqual(worker._kept, {})
        self.assertEqual(canonical(rows([batch(TEXTS)], layers=tuple(FIVE))), canonical(cli(TEXTS, "--layers", ",".join(FIVE))))

    def test_a_child_serves_one_task_after_another(self):
        import yoron_spark.worker as worker

        rows([batch(TEXTS)])
        (first,) = worker._kept.values()
        pid = first.pid
        rows([batch(TEXTS)])
        self.assertEqual([kept.pid for kept in worker._kept.values()], [pid])
        rows([batch(TEXTS)], layers=("tokens",))
        self.assertEqual(len(worker._kept), 1)

    def test_a_child_stays_within_the_memory_that_is_set_aside_for_it(self):
        """It is no part of the executor's: what docs/cluster.md tells to set aside must hold it, after many texts too."""
        import yoron_spark.worker as worker

        with open(os.path.join(ROOT, "docs", "cluster.md"), encoding="utf-8") as file:
            (aside,) = re.findall(r"`spark\.executor\.memoryOverhead` needs some (\d+) MB for each core", file.read())
        tsx = os.path.join(ROOT, "node_modules", ".bin", "tsx")
        printed = subprocess.run([tsx, "workshop/bench/big-page/print-comments.ts", "5000"], cwd=ROOT, stdout=subprocess.PIPE, check=True)
        texts = [json.loads(line)["text"] for line in printed.stdout.splitlines()]
        self.assertEqual((len(texts), len(set(texts)) > 4_500), (5_000, True))
        for layers in (FIVE, layer_names()):
            batches = (batch(texts[start : start + 1_000]) for start in range(0, len(texts), 1_000))
            answered = sum(made.num_rows for made in annotated(batches, plan(layers=tuple(layers))))
            self.assertEqual(answered, len(texts))
            (kept,) = worker._kept.values()
            most, now = (memory_of(kept.pid, name) for name in ("VmHWM", "VmRSS"))
            print(f"\na child takes {now} MB after {answered} comments, {most} MB at most; layers {','.join(layers)}", flush=True)
            # No child takes less: what is measured is one.
            self.assertGreater(now, 50)
            self.assertLess(most, int(aside))

    def test_names_that_are_not_known_are_told_with_those_that_are(self):
        with self.assertRaisesRegex(YoronError, 'there is no layer "tone"; known layers: sentences, tokens'):
            check_names("layers", ["tone"])
        with self.assertRaisesRegex(YoronError, 'table "dates" is asked for twice'):
            check_names("tables", ["dates", "dates"])

    def test_an_archive_of_another_version_or_machine_and_a_damaged_one_are_told(self):
        with tempfile.TemporaryDirectory() as folder:
            os.makedirs(os.path.join(folder, "dist", "cli"))

            def write(name, content):
                with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                    file.write(content)

            write("dist/cli/main.js", "")
            write("package.json", '{"version":"0.0.1"}')
            with self.assertRaisesRegex(YoronError, r"is yoron 0\.0\.1, this yoron_spark \d"):
                find_home(folder)
            write("package.json", json.dumps({"version": yoron_spark.__version__}))
            self.assertEqual(find_home(folder), folder)
            good = hashlib.sha256(b"").hexdigest()
            files = [{"path": "dist/cli/main.js", "sha256": good}, {"path": "gone", "sha256": good}]
            write("manifest.json", json.dumps({"platform": "linux-riscv64", "files": files}))
            with self.assertRaisesRegex(YoronError, "is packed for linux-riscv64, this machine is "):
                find_home(folder)
            self.assertEqual(damaged(folder), ["gone"])
            write("dist/cli/main.js", " ")
            self.assertEqual(damaged(folder), ["dist/cli/main.js", "gone"])

    def test_a_folder_without_yoron_is_told_with_the_next_step(self):
        with self.assertRaisesRegex(YoronError, "there is no yoron in /nowhere; give --archives"):
            rows([batch(TEXTS)], home="/nowhere")


if __name__ == "__main__":
    unittest.main()
