#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A service that has nothing of ours, Debian's python3-zmq and flat JSON in a PUB socket, is
understood without configuration."""
import json
import time
import unittest

import support

try:
    import zmq
except ImportError:
    zmq = None

JOURNEYS = 200
FAILING_EVERY = 5
PRICE = 19.99


def flat_events():
    for number in range(JOURNEYS):
        session = f"s-{number}"
        yield {"event": "page.loaded", "session": session, "load_ms": 100 + number}
        yield {"event": "cart.item_added", "session": session}
        if number % FAILING_EVERY == 0:
            yield {"event": "payment.failed", "session": session, "reason": "declined", "provider": "acme"}
            continue
        yield {"event": "payment.approved", "session": session, "provider": "acme"}
        yield {"event": "order.completed", "session": session, "total": PRICE, "currency": "EUR"}


@unittest.skipUnless(zmq, "python3-zmq is not installed")
class Stranger(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with zmq.Context() as context, context.socket(zmq.XPUB) as publisher:
            publisher.linger = 5_000
            port = publisher.bind_to_random_port("tcp://127.0.0.1")
            listener = support.start(support.CTL, "report", "--connect", f"tcp://127.0.0.1:{port}",
                                     "--until-idle", 2)
            cls.addClassCleanup(support.stop, listener)
            # A PUB forgets what it sends before somebody listens; an XPUB is a PUB that can wait.
            if not publisher.poll(20_000):
                raise AssertionError("nobody subscribed")
            publisher.recv()
            for event in flat_events():
                publisher.send_json({**event, "service": "python-shop", "ts": time.time()})
            output, errors = listener.communicate(timeout=60)
        if listener.returncode != 0:
            raise AssertionError(errors)
        cls.report = json.loads(output)
        cls.signals = cls.report["signals"]

    def test_every_event_is_counted(self):
        sent = len(list(flat_events()))
        self.assertEqual(self.report["ledger"]["received"], sent)
        self.assertEqual(self.report["ledger"]["accepted"], sent)
        self.assertEqual([row["source"] for row in self.report["sources"]], ["python-shop"])

    def test_loss_is_said_to_be_unknown(self):
        self.assertIsNone(self.report["sources"][0]["lost"])
        self.assertFalse(self.report["ledger"]["lossKnown"])

    def test_the_signals_are_suggested(self):
        self.assertTrue(self.report["suggested"])
        failing = JOURNEYS // FAILING_EVERY
        ratio = self.signals["payment_success"]
        self.assertEqual((ratio["good"], ratio["bad"]), (JOURNEYS - failing, failing))
        self.assertEqual(self.signals["active_journeys"]["count"], JOURNEYS)
        self.assertEqual(self.signals["page.loaded"]["count"], JOURNEYS)

    def test_the_way_to_the_order_is_the_funnel(self):
        steps = self.signals["conversion"]["steps"]
        self.assertEqual([(step["name"], step["journeys"]) for step in steps],
                         [("page.loaded", JOURNEYS), ("cart.item_added", JOURNEYS),
                          ("payment.approved", JOURNEYS * 4 // 5), ("order.completed", JOURNEYS * 4 // 5)])

    def test_money_and_latency_are_read(self):
        cents = round(PRICE * 100) * JOURNEYS * 4 // 5
        self.assertEqual(self.signals["revenue"]["minor"], {"EUR": cents})
        self.assertEqual(self.signals["page.loaded.load_ms"]["maxMs"], 100 + JOURNEYS - 1)

    def test_failures_become_categories(self):
        self.assertEqual([(row["category"], row["count"]) for row in self.report["categories"]],
                         [("declined", JOURNEYS // FAILING_EVERY)])


if __name__ == "__main__":
    support.main()
