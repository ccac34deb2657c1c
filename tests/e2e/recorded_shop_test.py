#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The recorded online shop: read from its file, and published over sockets at full speed, it gives
the figures that a separate brute-force program computed from the same events."""
import json
import pathlib
import tempfile
import unittest

import support

RECORDING = support.SHARED / "data" / "online_boutique.ndjson.gz"
EXPECTED = support.SHARED / "data" / "online_boutique.expected.json"
QUANTILE_ERROR = 0.0055


def configuration(expected):
    rates = "".join(f'[[signal]]\nname = "{name}"\nkind = "rate"\nevents = ["{name}"]\n'
                    for name in expected["by_type"])
    return rates + f"""
[[signal]]
name = "checkout"
kind = "funnel"
steps = {json.dumps(expected["funnel"]["steps"])}
within = "{expected["funnel"]["window"]}"

[[signal]]
name = "page_served_ms"
kind = "latency"
events = ["page.served"]
field = "duration_ms"

[[signal]]
name = "journeys"
kind = "uniques"
"""


@support.needs_shared_data
class RecordedShop(unittest.TestCase):
    def setUp(self):
        self.expected = json.loads(EXPECTED.read_text(encoding="utf-8"))
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.configuration = pathlib.Path(folder.name) / "boutique.toml"
        self.configuration.write_text(configuration(self.expected), encoding="utf-8")

    def from_file(self):
        return support.report(RECORDING, "--config", self.configuration)

    def over_sockets(self, listen, send):
        endpoint = support.free_endpoint()
        listener = support.start(support.CTL, "report", "--config", self.configuration, "--arrival", "own",
                                 "--until-idle", 2, *listen(endpoint))
        self.addCleanup(support.stop, listener)
        sent = support.ctl("publish", RECORDING, "--to", endpoint, "--max", *send)
        self.assertEqual(sent.returncode, 0, sent.stderr)
        self.assertIn(f"{self.expected['events']} events of 2 sources", sent.stderr)
        output, errors = listener.communicate(timeout=60)
        self.assertEqual(listener.returncode, 0, errors)
        return json.loads(output)

    def assert_same_figures(self, got):
        """All but what depends on how the events came: when, and in which messages."""
        file = self.from_file()
        self.assertEqual(got["signals"], file["signals"])
        self.assertEqual(got["categories"], file["categories"])
        self.assertEqual(got["asOf"], file["asOf"])
        self.assertEqual(got["ledger"], file["ledger"])
        for over, read in zip(got["sources"], file["sources"], strict=True):
            for key in ("source", "epoch", "received", "lost", "tailUnknown", "restarts"):
                self.assertEqual(over[key], read[key], key)

    def test_the_file_gives_the_expected_figures(self):
        got, expected = self.from_file(), self.expected
        ledger, signals = got["ledger"], got["signals"]
        self.assertEqual(ledger["received"], expected["events"])
        self.assertEqual(ledger["accepted"], expected["events"])
        self.assertEqual(sum(ledger["malformed"].values()), 0)
        self.assertEqual((ledger["duplicate"], ledger["lost"], ledger["lossKnown"]), (0, 0, True))
        self.assertEqual([step["journeys"] for step in signals["checkout"]["steps"]], expected["funnel"]["journeys"])
        self.assertEqual({name: signals[name]["count"] for name in expected["by_type"]}, expected["by_type"])
        self.assertEqual({row["source"]: row["received"] for row in got["sources"]}, expected["by_source"])
        self.assertEqual(signals["journeys"], {"kind": "uniques", "count": expected["journeys_distinct"],
                                               "exact": True})

    def test_the_file_gives_the_expected_quantiles(self):
        latency, exact = self.from_file()["signals"]["page_served_ms"], self.expected["page_served_ms_nearest_rank"]
        self.assertEqual(latency["count"], exact["count"])
        self.assertEqual(latency["maxMs"], exact["max"])
        for quantile in ("p50", "p75", "p95", "p99"):
            self.assertAlmostEqual(latency[quantile + "Ms"], exact[quantile], delta=exact[quantile] * QUANTILE_ERROR)

    def test_without_a_configuration_its_checkout_is_found(self):
        got = support.report(RECORDING)
        self.assertTrue(got["suggested"])
        signals = got["signals"]
        self.assertEqual([step["name"] for step in signals["conversion"]["steps"]], self.expected["funnel"]["steps"])
        self.assertEqual([step["journeys"] for step in signals["conversion"]["steps"]],
                         self.expected["funnel"]["journeys"])
        self.assertEqual(signals["page.served.duration_ms"]["count"], self.expected["by_type"]["page.served"])

    def test_published_with_pub_and_sub_it_gives_the_same(self):
        got = self.over_sockets(lambda endpoint: ("--bind", endpoint), ())
        self.assert_same_figures(got)

    def test_published_with_a_binding_pub_it_gives_the_same(self):
        got = self.over_sockets(lambda endpoint: ("--connect", endpoint), ("--bind",))
        self.assert_same_figures(got)

    def test_published_with_push_and_pull_it_gives_the_same(self):
        got = self.over_sockets(lambda endpoint: ("--bind", endpoint, "--pattern", "pull"), ("--pattern", "push"))
        self.assert_same_figures(got)

    def test_published_in_packs_it_gives_the_same(self):
        got = self.over_sockets(lambda endpoint: ("--bind", endpoint, "--pattern", "pull"),
                                ("--pattern", "push", "--pack", 50))
        self.assert_same_figures(got)


if __name__ == "__main__":
    support.main()
