# SPDX-License-Identifier: GPL-3.0-or-later
"""The window shows the numbers of the report: the same events through the desktop and bellwetherctl."""
import json
import os
import pathlib
import random
import tempfile
import time
import unittest

from support import WINDOW, ctl, free_endpoint, main, needs_window, start, stop

SPACE = "\u202f"
CONFIGURATION = """
[[signal]]
name = "checkout"
kind = "funnel"
steps = ["session.started", "order.completed"]
within = "1s"
[[signal]]
name = "payment_success"
kind = "ratio"
good = ["payment.approved"]
bad = ["payment.failed"]
[[signal]]
name = "page_lcp"
kind = "latency"
events = ["page.loaded"]
field = "lcp_ms"
[[signal]]
name = "order_value"
kind = "sum"
events = ["order.completed"]
field = "amount"
[[signal]]
name = "active_journeys"
kind = "uniques"
[experience]
conversion = "checkout"
success = "payment_success"
revenue = "order_value"
latency = "page_lcp"
active = "active_journeys"
"""
SEED = 20231114


def events():
    """401 journeys: some fail to pay, the others order at once."""
    chance = random.Random(SEED)
    for i in range(401):
        common = {"source": "/shop", "session": f"s-{i}", "time": time.time() - 30}
        yield {**common, "type": "session.started"}
        yield {**common, "type": "page.loaded", "lcp_ms": chance.randint(400, 4000)}
        if chance.random() < 0.2:
            yield {**common, "type": "payment.failed", "error": {"category": "declined"}}
        else:
            yield {**common, "type": "payment.approved"}
            yield {**common, "type": "order.completed", "time": common["time"] + 0.5,
                   "amount": round(10 + 0.01 * i, 2), "currency": "EUR"}


def percent(share):
    return f"{100 * share:.{2 if 100 * share < 9.995 else 1}f}{SPACE}%"


def amount(text):
    """The number in "\u20ac9.7 k" or "92"."""
    number, _, unit = text.lstrip("\u20ac").partition(SPACE)
    return float(number.replace(",", "")) * {"": 1, "k": 1e3, "M": 1e6}[unit]


@needs_window
class WindowTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        # The window keeps its settings and what it counted: here, not in the home of whoever runs the test,
        # where the history of an earlier run would be joined to this one.
        self.environment = {**os.environ, "XDG_CONFIG_HOME": folder.name, "XDG_DATA_HOME": folder.name}
        self.config = self.folder / "shop.toml"
        self.config.write_text(CONFIGURATION)
        self.file = self.folder / "events.ndjson"
        self.file.write_text("\n".join(map(json.dumps, events())))

    def shown(self, endpoint):
        """What the window showed of the file, sent over a socket."""
        out = self.folder / "shown.json"
        window = start(WINDOW, "--bind", endpoint, "--config", self.config, "--window", "1h",
                       "--for", "8", "--report", out, env=self.environment)
        self.addCleanup(stop, window)
        sent = ctl("publish", self.file, "--to", endpoint, "--rate", "2000")
        self.assertEqual(sent.returncode, 0, sent.stderr)
        _, errors = window.communicate(timeout=60)
        self.assertEqual(window.returncode, 0, errors)
        return json.loads(out.read_text())

    def test_every_tile_says_what_the_report_says(self):
        print("seed", SEED)
        shown = self.shown(free_endpoint())
        of_file = ctl("report", "--config", self.config, "--window", "1h", self.file)
        self.assertEqual(of_file.returncode, 0, of_file.stderr)
        expected = json.loads(of_file.stdout)
        tiles = {tile["key"]: tile for tile in shown["tiles"]}
        self.assertEqual(set(tiles), {"conversion", "success", "revenue", "failures", "latency", "active"})
        self.assertEqual(shown["ledger"]["accepted"], expected["ledger"]["accepted"])

        funnel = shown["signals"]["checkout"]
        steps = [step["journeys"] for step in expected["signals"]["checkout"]["steps"]]
        self.assertEqual([step["journeys"] for step in funnel["steps"]], steps)
        self.assertEqual(tiles["conversion"]["text"], percent(steps[1] / steps[0]))
        ratio = expected["signals"]["payment_success"]
        self.assertEqual(ratio["good"] + ratio["bad"], 401)
        self.assertEqual(tiles["success"]["text"], percent(ratio["value"]))
        p75 = expected["signals"]["page_lcp"]["p75Ms"]
        self.assertEqual(tiles["latency"]["text"], f"{p75 / 1000:.2f}{SPACE}s")
        self.assertEqual(tiles["active"]["text"], "401")
        self.check_rates(tiles, expected)

    def check_rates(self, tiles, expected):
        """Rates are per minute of what was observed, which the two tiles share: it cancels out."""
        failed = sum(category["count"] for category in expected["categories"])
        cents = expected["signals"]["order_value"]["minor"]["EUR"]
        self.assertEqual(tiles["failures"]["note"], f"{failed} in the window")
        self.assertEqual(tiles["revenue"]["note"], f"{401 - failed} orders")
        shown = amount(tiles["revenue"]["text"]) / amount(tiles["failures"]["text"])
        self.assertAlmostEqual(shown / (cents / 100 / failed), 1, delta=0.04)  # two or three digits

    def test_without_events_no_tile_makes_up_a_number(self):
        out = self.folder / "empty.json"
        window = start(WINDOW, "--bind", free_endpoint(), "--for", "2", "--report", out, env=self.environment)
        self.addCleanup(stop, window)
        _, errors = window.communicate(timeout=60)
        self.assertEqual(window.returncode, 0, errors)
        for tile in json.loads(out.read_text())["tiles"]:
            self.assertEqual((tile["text"], tile["word"]), ("\u2013", "No data"), tile["key"])

    def test_a_wrong_argument_is_refused_with_what_was_expected(self):
        for arguments in (["--theme", "pink"], ["--page", "launch"], ["--window", "2h"], ["--for", "soon"]):
            window = start(WINDOW, *arguments, env=self.environment)
            self.addCleanup(stop, window)
            _, errors = window.communicate(timeout=30)
            self.assertEqual(window.returncode, 2, arguments)
            self.assertIn("expected", errors)


if __name__ == "__main__":
    main()
