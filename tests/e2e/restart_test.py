#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window ended, or killed, and started again goes on: customers who were on their way before the restart and
order after it have ordered, and every count is that of one run that never stopped."""
import json
import os
import pathlib
import tempfile
import time
import unittest

from support import ROOT, WINDOW, ctl, free_endpoint, main, needs_window, report, start, stop

CONFIG = ROOT / "resources" / "bellwether.toml"
SECONDS = 120
SEED = 5


def journeys(shown):
    return [step["journeys"] for step in shown["signals"]["checkout"]["steps"]]


@needs_window
class RestartTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.environment = {**os.environ, "XDG_CONFIG_HOME": folder.name, "XDG_DATA_HOME": folder.name}
        self.store = self.folder / "history.db"
        self.state = self.folder / "history.db.state"
        self.shown = self.folder / "shown.json"
        self.whole = self.folder / "shop.ndjson"
        # Slow and many enough that some are on their way at the seam, at whatever time of the day this runs.
        made = ctl("shop", "--out", self.whole, "--for", SECONDS, "--rate", 60, "--pace", 5, "--seed", SEED,
                   "--start", int(time.time()) - SECONDS - 10)
        self.assertEqual(made.returncode, 0, made.stderr)
        lines = self.whole.read_text().splitlines(keepends=True)
        self.halves = [self.folder / "before.ndjson", self.folder / "after.ndjson"]
        for file, part in zip(self.halves, (lines[:len(lines) // 2], lines[len(lines) // 2:])):
            file.write_text("".join(part))
        self.expected = report("--config", CONFIG, "--window", "1h", self.whole)

    def window(self, file, *arguments):
        """A window that is sent the file."""
        endpoint = free_endpoint()
        process = start(WINDOW, "--bind", endpoint, "--config", CONFIG, "--store", self.store, "--window", "1h",
                        "--report", self.shown, *arguments, env=self.environment)
        self.addCleanup(stop, process)
        sent = ctl("publish", file, "--to", endpoint, "--rate", "5000")
        self.assertEqual(sent.returncode, 0, sent.stderr)
        return process

    def accepted(self):
        try:
            return json.loads(self.shown.read_text())["ledger"]["accepted"]
        except (OSError, ValueError):
            return 0  # being written

    def wait_for(self, holds):
        deadline = time.monotonic() + 60
        while not holds() and time.monotonic() < deadline:
            time.sleep(0.05)
        self.assertTrue(holds())

    def check_goes_on(self):
        self.shown.unlink()
        process = self.window(self.halves[1], "--for", 5)
        _, errors = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 0, errors)
        shown = json.loads(self.shown.read_text())
        apart = [journeys(report("--config", CONFIG, "--window", "1h", half)) for half in self.halves]
        self.assertGreater(journeys(self.expected)[-1], apart[0][-1] + apart[1][-1], "some cross the seam")
        self.assertEqual(journeys(shown), journeys(self.expected))
        self.assertEqual(shown["ledger"]["accepted"], self.expected["ledger"]["accepted"])
        self.assertEqual(shown["signals"]["payment_success"]["good"],
                         self.expected["signals"]["payment_success"]["good"])
        self.assertEqual(shown["signals"]["revenue"]["minor"], self.expected["signals"]["revenue"]["minor"])

    def test_after_a_clean_end(self):
        process = self.window(self.halves[0], "--for", 4)
        _, errors = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 0, errors)
        self.check_goes_on()

    def test_after_it_was_killed(self):
        sent = report("--config", CONFIG, self.halves[0])["ledger"]["accepted"]
        process = self.window(self.halves[0])
        self.wait_for(lambda: self.accepted() == sent)
        counted = time.time()
        self.wait_for(lambda: self.state.exists() and self.state.stat().st_mtime > counted)
        process.kill()
        process.wait(timeout=10)
        self.check_goes_on()


if __name__ == "__main__":
    main()
