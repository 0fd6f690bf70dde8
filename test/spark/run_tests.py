"""Runs modules of tests and prints their names: run_tests.py COUNTS MODULE…; passed, failed and skipped are added to the file COUNTS."""

import signal
import sys
import unittest

# Who is told to stop stops what it started.
signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))

counts, *modules = sys.argv[1:]
result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(unittest.defaultTestLoader.loadTestsFromNames(modules))
failed = len(result.failures) + len(result.errors)
skipped = len(result.skipped)
with open(counts, "a", encoding="ascii") as file:
    file.write(f"{max(result.testsRun - failed - skipped, 0)} {failed} {skipped}\n")
sys.exit(0 if result.wasSuccessful() else 1)
