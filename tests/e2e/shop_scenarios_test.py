#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Each scenario of the simulated shop shows in the report as what it is, held against the shop's
own record of what it did, sent and planted."""
import datetime
import json
import pathlib
import tempfile
import unittest

import support

START = 1_790_000_000  # 2026-09-21T14:13:20Z
STEPS = ["session.started", "product.viewed", "cart.item_added", "checkout.started",
         "payment.submitted", "payment.approved", "order.completed"]
CONFIGURATION = f"""
[[signal]]
name = "checkout"
kind = "funnel"
steps = {json.dumps(STEPS)}
within = "4h"

[[signal]]
name = "payment_success"
kind = "ratio"
good = ["payment.approved"]
bad = ["payment.failed"]
by = ["provider"]

[[signal]]
name = "page_lcp"
kind = "latency"
events = ["page.loaded"]
field = "lcp_ms"
by = ["app_version"]

[[signal]]
name = "revenue"
kind = "sum"
events = ["order.completed"]
field = "amount"

[[signal]]
name = "sessions"
kind = "rate"
events = ["session.started"]

[[signal]]
name = "checkouts"
kind = "ratio"
good = ["checkout.started"]
bad = ["checkout.failed"]
by = ["app_version"]

[[marker]]
events = ["deployment.finished"]
kind = "deploy"
title = "{{service}} {{version}}"

[[marker]]
events = ["campaign.started"]
kind = "campaign"
title = "{{name}}"
"""


def at(seconds):
    """The instant so many seconds after the shop's start, as RFC 3339."""
    moment = datetime.datetime.fromtimestamp(START + seconds, datetime.timezone.utc)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


class Scenarios(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.configuration = self.folder / "shop.toml"
        self.configuration.write_text(CONFIGURATION, encoding="utf-8")

    def play(self, scenario, seconds=1200, after=600, lasting=300, rate=60, seed=7, pace=1):
        events, truth = self.folder / "events.ndjson", self.folder / "truth.json"
        result = support.ctl("shop", "--scenario", scenario, "--out", events, "--for", seconds, "--after", after,
                             "--lasting", lasting, "--rate", rate, "--seed", seed, "--start", START,
                             "--pace", pace, "--ground-truth", truth)
        self.assertEqual(result.returncode, 0, result.stderr)
        self.events = events
        return json.loads(truth.read_text(encoding="utf-8"))

    def report(self, *arguments):
        return support.report("--config", self.configuration, *arguments, self.events)

    def test_normal_is_counted_to_the_last_event(self):
        truth = self.play("normal")
        got = self.report()
        self.assertEqual(got["ledger"]["received"], truth["sent"])
        self.assertEqual(got["ledger"]["accepted"], truth["sent"])
        self.assertEqual(got["ledger"]["lost"], 0)
        self.assertTrue(got["ledger"]["lossKnown"])
        signals = got["signals"]
        self.assertEqual([step["journeys"] for step in signals["checkout"]["steps"]], truth["funnel"]["journeys"])
        self.assertEqual(signals["payment_success"]["good"], truth["byType"]["payment.approved"])
        self.assertEqual(signals["payment_success"]["bad"], truth["byType"]["payment.failed"])
        self.assertEqual(signals["revenue"]["minor"], truth["revenueMinor"])
        self.assertEqual({row["category"]: row["count"] for row in got["categories"]}, truth["byCategory"])
        for quantile in ("p50", "p75", "p95", "p99"):
            exact = truth["lcpMs"][quantile]
            self.assertAlmostEqual(signals["page_lcp"][quantile + "Ms"], exact, delta=exact * 0.0055)
        self.assertEqual(signals["page_lcp"]["count"], truth["lcpMs"]["count"])
        self.assertEqual(signals["page_lcp"]["maxMs"], truth["lcpMs"]["max"])

    def test_the_same_seed_gives_the_same_shop(self):
        self.play("normal", seconds=60)
        first = self.events.read_bytes()
        self.play("normal", seconds=60)
        self.assertEqual(self.events.read_bytes(), first)

    def test_a_quicker_pace_shortens_the_steps_and_leaves_the_rest(self):
        self.play("normal")
        usual = self.report()["signals"]
        self.play("normal", pace=20)
        quick = self.report()["signals"]
        for before, after in zip(usual["checkout"]["steps"][1:], quick["checkout"]["steps"][1:]):
            self.assertAlmostEqual(after["medianSeconds"] * 20, before["medianSeconds"],
                                   delta=0.25 * before["medianSeconds"], msg=before["name"])
        self.assertAlmostEqual(quick["payment_success"]["value"], usual["payment_success"]["value"], delta=0.05)

    def test_payment_outage_shows_the_failing_provider(self):
        truth = self.play("payment-outage")
        before = self.report("--window", "5m", "--as-of", at(600))["signals"]["payment_success"]
        during = self.report("--window", "5m", "--as-of", at(900))["signals"]["payment_success"]
        providers = during["by"]["provider"]
        self.assertGreater(before["value"], 0.9)
        self.assertLess(during["value"], before["value"] - 0.2)
        self.assertLess(providers[truth["planted"]["provider"]]["value"], 0.2)
        for name, row in providers.items():
            if name != truth["planted"]["provider"]:
                self.assertGreater(row["value"], 0.85, name)
        counts = {row["category"]: row["count"] for row in self.report()["categories"]}
        self.assertEqual(counts, truth["byCategory"])
        self.assertGreater(counts[truth["planted"]["category"]], 20)

    def test_bad_deploy_shows_the_version_that_loses_checkouts_and_slows_pages(self):
        truth = self.play("bad-deploy", seconds=1500, after=300, lasting=900, rate=120)
        bad = truth["planted"]["app_version"]
        signals = self.report("--window", "15m", "--as-of", at(1200))["signals"]
        latency, checkouts = signals["page_lcp"]["by"]["app_version"], signals["checkouts"]["by"]["app_version"]
        self.assertGreater(latency[bad]["p75Ms"], 1.8 * latency["4.2.0"]["p75Ms"])
        self.assertLess(checkouts[bad]["value"], 0.6)
        self.assertGreater(checkouts["4.2.0"]["value"], 0.85)
        counts = {row["category"]: row["count"] for row in self.report()["categories"]}
        self.assertEqual(counts["render_crash"], truth["byCategory"]["render_crash"])
        self.assertEqual(truth["byType"]["deployment.finished"], 1)
        whole = self.report()
        self.assertEqual(whole["markers"], [{"at": at(300), "kind": "deploy", "title": f"app-ios {bad}"}])
        self.assertEqual(whole["ledger"]["accepted"], truth["sent"])
        self.assertEqual([step["journeys"] for step in whole["signals"]["checkout"]["steps"]],
                         truth["funnel"]["journeys"])
        self.assertEqual(self.report("--as-of", at(299))["markers"], [])

    def test_flash_sale_is_ten_times_the_traffic(self):
        truth = self.play("flash-sale", rate=30)
        before = self.report("--window", "5m", "--as-of", at(600))["signals"]["sessions"]["perSecond"]
        during = self.report("--window", "5m", "--as-of", at(900))["signals"]["sessions"]["perSecond"]
        self.assertAlmostEqual(during / before, truth["planted"]["traffic"], delta=1.5)
        self.assertEqual(self.report()["markers"], [{"at": at(600), "kind": "campaign", "title": "Flash sale"}])

    def test_flaky_publisher_every_event_is_counted_lost_or_in_an_unknown_tail(self):
        endpoint = support.free_endpoint()
        truth_file = self.folder / "truth.json"
        listener = support.start(support.CTL, "report", "--config", self.configuration, "--bind", endpoint,
                                 "--until-idle", 3)
        self.addCleanup(support.stop, listener)
        support.wait_for_listener(endpoint)
        shop = support.ctl("shop", "--connect", endpoint, "--scenario", "flaky-publisher", "--for", 25, "--after", 4,
                           "--lasting", 18, "--rate", 400, "--ground-truth", truth_file)
        self.assertEqual(shop.returncode, 0, shop.stderr)
        output, errors = listener.communicate(timeout=60)
        self.assertEqual(listener.returncode, 0, errors)
        got, truth = json.loads(output), json.loads(truth_file.read_text(encoding="utf-8"))

        self.assertEqual(truth["scenario"], "flaky-publisher")
        self.assertGreater(len(truth["services"][truth["planted"]["source"]]), 1)
        sources = {row["source"]: row for row in got["sources"]}
        for name, epochs in truth["services"].items():
            row = sources[name]
            handed_over = sum(epoch["handedOver"] for epoch in epochs)
            tail = handed_over - row["received"] - row["lost"]
            killed = [epoch for epoch in epochs if not epoch["goodbye"]]
            self.assertEqual(row["restarts"], len(epochs) - 1, name)
            self.assertEqual(row["tailUnknown"], bool(killed), name)
            if not killed:
                self.assertEqual(tail, 0, name)
            # A heartbeat a second announces all but the last second before each kill.
            self.assertGreaterEqual(tail, 0, name)
            self.assertLessEqual(tail, 100 * len(killed), name)
        self.assertEqual(got["ledger"]["received"], got["ledger"]["accepted"])


if __name__ == "__main__":
    support.main()
