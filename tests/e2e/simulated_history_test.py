#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A simulated past: what the shop writes into a store is whole, and agrees with itself."""
import pathlib
import sqlite3
import tempfile
import unittest

import support

SECONDS = 2 * 3600
CONFIG = support.ROOT / "resources" / "bellwether.toml"


class SimulatedHistoryTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.store = pathlib.Path(folder.name) / "history.db"
        cls.result = support.ctl("shop", "--store", cls.store, "--config", CONFIG, "--for", SECONDS,
                                 "--rate", 20, "--pace", 20, "--seed", 3)
        cls.rows = sqlite3.connect(cls.store)
        cls.addClassCleanup(cls.rows.close)

    def sums(self, signal, resolution):
        """{slot: (n, bad, sum_minor)} over all spans of that width, not broken down."""
        return {slot: rest for slot, *rest in self.rows.execute(
            "SELECT slot, sum(n), sum(bad), sum(sum_minor) FROM rollup"
            " WHERE signal = ? AND res_s = ? AND attrs = '' GROUP BY slot", (signal, resolution))}

    def test_it_says_how_much_was_simulated(self):
        self.assertEqual(self.result.returncode, 0, self.result.stderr)
        self.assertRegex(self.result.stderr, r"shop: \d{5,} messages simulated into .*history\.db")

    def test_every_second_was_observed(self):
        # It ends now, within a second, and so it begins within one.
        self.assertAlmostEqual(self.sums("bellwether.observed", 60)[""][0], SECONDS, delta=1)
        self.assertAlmostEqual(self.sums("bellwether.observed", 3600)[""][0], SECONDS, delta=1)

    def test_hours_hold_what_their_minutes_hold(self):
        signals = [name for name, in self.rows.execute("SELECT DISTINCT signal FROM rollup")]
        self.assertGreater(len(signals), 5)
        for signal in signals:
            kinds = {slot for slot, in self.rows.execute(
                "SELECT DISTINCT slot FROM rollup WHERE signal = ? AND uniques IS NOT NULL", (signal,))}
            if kinds:
                continue  # a journey is in several minutes
            self.assertEqual(self.sums(signal, 60), self.sums(signal, 3600), signal)
            self.assertGreater(sum(n for n, _, _ in self.sums(signal, 60).values()), 0, signal)

    def test_a_store_that_cannot_be_written_is_said(self):
        store = CONFIG / "history.db"  # in a file, as if it were a folder
        result = support.ctl("shop", "--store", store, "--config", CONFIG, "--for", 60)
        self.assertEqual(result.returncode, 1)
        self.assertIn(str(store.parent), result.stderr)


if __name__ == "__main__":
    support.main()
