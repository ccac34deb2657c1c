#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the wall to the failing provider, one affected journey and its events, with a real pointer
on a virtual screen: the shop's payments fail, and two clicks lead to why and to whom."""
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import time
import unittest

from support import CTL, ROOT, WINDOW, free_endpoint, main, needs_window, start, stop

PROVIDER = "acme-pay"
SCREEN = (1600, 900)
MOST_CLICKS = 3
PATIENCE = 40  # seconds; how long an answer takes is not measured here, a busy machine is slow
missing = [tool for tool in ("Xvfb", "xdotool") if not shutil.which(tool)]


@needs_window
@unittest.skipIf(missing, f"not installed: {', '.join(missing)}")
class IncidentDrill(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.report = self.folder / "shown.json"
        self.said = open(self.folder / "said.txt", "w+")
        self.addCleanup(self.said.close)
        self.clicks = 0
        self.screen()

    def screen(self):
        """A virtual screen of our own, whose number nobody else has."""
        reading, writing = os.pipe()
        screen = start("Xvfb", "-displayfd", writing, "-screen", "0", "%dx%dx24" % SCREEN, "-nolisten", "tcp",
                       pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.addCleanup(stop, screen)
        os.close(writing)
        with os.fdopen(reading) as number:
            display = ":" + number.readline().strip()
        self.environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "QT_SCALE_FACTOR": "1",
                            "XDG_CONFIG_HOME": self.folder, "XDG_DATA_HOME": self.folder}

    def click(self, across, down):
        """At a place of the screen, as shares of its width and height."""
        self.clicks += 1
        x, y = round(across * SCREEN[0]), round(down * SCREEN[1])
        subprocess.run(["xdotool", "mousemove", str(x), str(y), "click", "1"], env=self.environment,
                       check=True, timeout=10)

    def shown(self, what, holds):
        """What the window shows, once it does; what it showed instead fails the test."""
        last = {}
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            self.assertIsNone(self.window.poll(), f"the window ended; it said: {self.words()}")
            if self.report.exists():
                last = json.loads(self.report.read_text())
                if holds(last):
                    return last
            time.sleep(0.1)
        last = {key: last.get(key) for key in ("asOf", "page", "incidents")}
        self.fail(f"not within {PATIENCE} s: {what}; shown instead: {json.dumps(last)[:3000]}; "
                  f"the window said: {self.words()}")

    def words(self):
        """What the window and the shop wrote to their standard error, its end."""
        self.said.seek(0)
        return self.said.read()[-2000:]

    def begin(self):
        """The shop, whose payments soon fail, and a wall on which trouble is an incident at once."""
        config = self.folder / "shop.toml"
        config.write_text((ROOT / "resources" / "bellwether.toml").read_text()
                          .replace('opens_after = "2m"', 'opens_after = "2s"')
                          # Within two seconds the few checkouts of a quiet hour may fail by chance.
                          .replace('bad = ["checkout.failed"]', 'bad = ["checkout.failed"]\nlimit = 0.5'))
        endpoint = free_endpoint()
        self.window = start(WINDOW, "--wall", "--bind", endpoint, "--config", config, "--window", "1m",
                            "--no-store", "--report", self.report, env=self.environment,
                            stdout=subprocess.DEVNULL, stderr=self.said)
        self.addCleanup(stop, self.window)
        shop = start(CTL, "shop", "--connect", endpoint, "--scenario", "payment-outage", "--after", "6",
                     "--rate", "1500", "--pace", "100", "--for", str(3 * PATIENCE), "--seed", "7",
                     stdout=subprocess.DEVNULL, stderr=self.said)
        self.addCleanup(stop, shop)

    def test_three_clicks_lead_from_the_wall_to_one_affected_journey(self):
        self.begin()
        wall = self.shown("an incident on the wall", lambda seen: any(i["open"] for i in seen["incidents"]))
        self.assertEqual(wall["page"]["key"], "", "the wall stands for the window")
        self.assertEqual([i["subject"] for i in wall["incidents"]], ["payment_success"])

        self.click(0.5, 0.5)
        triage = self.shown("the failing provider", self.names_the_provider)["page"]["shown"]
        self.assertGreaterEqual(triage["whatChanged"]["failures"], 30)
        self.assertIn(PROVIDER, triage["whatChanged"]["verdict"])
        self.assertEqual(triage["about"], "Payment success")

        self.click(0.8, 0.56)  # a row of the samples
        journey = self.journey(self.shown("one journey", lambda seen: self.journey(seen)["chosen"]))
        failed = [event for event in journey["events"] if event["failing"]]
        self.assertIn("payment.failed", [event["label"] for event in failed])
        self.assertGreater(len(journey["events"]), len(failed), "what came before, from other services")
        self.assertGreater(len({event["source"] for event in journey["events"]}), 1)
        self.assertTrue(journey["key"])
        self.assertLessEqual(self.clicks, MOST_CLICKS)

    @staticmethod
    def names_the_provider(seen):
        rows = seen["page"]["shown"].get("whatChanged", {}).get("rows", [])
        return bool(rows) and rows[0]["named"] and rows[0]["traits"].get("provider") == PROVIDER

    @staticmethod
    def journey(seen):
        return seen["page"]["shown"]["journey"]


if __name__ == "__main__":
    main()
