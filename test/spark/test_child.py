"""The conversation with a child, without Spark: what stands still, what is left over, what dies."""

import os
import sys
import tempfile
import threading
import unittest

from yoron_spark.child import Child
from yoron_spark.conversation import DEAD_LINES, WINDOW_LINES, Conversation
from yoron_spark.errors import YoronError

FAKE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "fake_child.py")


def asked(*texts: str) -> bytes:
    return [b'"text":"%b"' % text.encode() for text in texts]


def within(seconds: float, act):
    """Returns what is done, or fails where it stands still."""
    found = {}

    def run():
        try:
            found["made"] = act()
        except BaseException as error:  # noqa: BLE001 - told by the test
            found["error"] = error

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    thread.join(seconds)
    if thread.is_alive():
        raise AssertionError(f"it stands still for {seconds} s")
    if "error" in found:
        raise found["error"]
    return found["made"]


class ChildTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        self.addCleanup(self.folder.cleanup)
        self.started = os.path.join(self.folder.name, "starts")

    def talk(self, kind: str, patience: float = 60) -> Conversation:
        command = [sys.executable, FAKE, kind, self.started]
        conversation = Conversation(lambda: Child(command, patience=patience))
        self.addCleanup(conversation.close)
        return conversation

    def test_a_batch_larger_than_both_pipes_is_answered(self):
        """Who writes all of it before reading stands still: the child waits to write, the parent waits to write."""
        texts = ["長い文" * 3_000] * 300
        answers = within(60, lambda: list(self.talk("long").answers([asked(*texts)])))
        self.assertEqual(len(answers), 300)
        self.assertGreater(sum(map(len, answers)), 1 << 20)

    def test_answers_come_in_order_over_batches(self):
        answers = list(self.talk("echo").answers([asked("a", "bb"), asked(), asked("ccc")]))
        self.assertEqual([answer.split(b'"end":')[1][:1] for answer in answers], [b"1", b"2", b"3"])

    def test_no_more_than_a_window_is_asked_ahead(self):
        taken = 0

        def lines():
            nonlocal taken
            for _ in range(10 * WINDOW_LINES):
                taken += 1
                yield b'"text":"a"'

        answers = self.talk("echo").answers([lines()])
        next(answers)
        self.assertLessEqual(taken, WINDOW_LINES + 1)
        answers.close()

    def test_answers_that_were_left_are_nobody_elses(self):
        conversation = self.talk("long")
        early = conversation.answers([asked(*["a"] * 100)])
        next(early)
        early.close()
        with self.assertRaisesRegex(YoronError, r"asked line \d+, but the answer is"):
            list(conversation.answers([asked("b")]))

    def test_an_answer_that_is_missing_is_told(self):
        with self.assertRaisesRegex(YoronError, r"asked line 4, but the answer is"):
            list(self.talk("skips").answers([asked(*["a"] * 9)]))

    def test_a_child_that_dies_once_leaves_no_trace(self):
        expected = list(self.talk("echo").answers([asked(*["い" * n for n in range(200)])]))
        os.remove(self.started)
        conversation = self.talk("dies-once")
        self.assertEqual(list(conversation.answers([asked(*["い" * n for n in range(200)])])), expected)
        self.assertEqual(conversation.restarts, 1)

    def test_a_text_that_kills_is_an_error_and_the_others_are_answered(self):
        texts = ["い"] * 20 + ["毒"] + ["ろ"] * 20
        answers = list(self.talk("dies-of-poison").answers([asked(*texts)]))
        self.assertEqual([b"child-died" in answer for answer in answers], [False] * 20 + [True] + [False] * 20)
        self.assertIn(b"it ended with status 9", answers[20])

    def test_a_text_that_is_never_answered_is_an_error(self):
        answers = within(120, lambda: list(self.talk("hangs", patience=4).answers([asked("い", "毒", "ろ")])))
        self.assertEqual([b"child-died" in answer for answer in answers], [False, True, False])
        self.assertIn(b"no answer for 4 seconds", answers[1])

    def test_a_child_that_always_dies_ends_the_task(self):
        with self.assertRaisesRegex(YoronError, f"{DEAD_LINES + 1} texts one after another"):
            list(self.talk("dies-always").answers([asked(*["い"] * 50)]))

    def test_a_child_that_cannot_start_is_told_with_its_own_words(self):
        with self.assertRaisesRegex(YoronError, "it ended with status 3; dictionary is missing"):
            self.talk("mute")
        with self.assertRaisesRegex(YoronError, "cannot start /nowhere/node"):
            Child(["/nowhere/node"])

    def test_much_on_stderr_stops_nothing(self):
        answers = within(30, lambda: list(self.talk("loud").answers([asked("い")])))
        self.assertEqual(len(answers), 1)


if __name__ == "__main__":
    unittest.main()
