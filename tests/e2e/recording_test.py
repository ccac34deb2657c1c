# SPDX-License-Identifier: GPL-3.0-or-later
"""A recording says what was live: the same report byte for byte, over real sockets, with disorder, loss,
refused bytes and a publisher that restarts; and a killed recorder loses at most the last second."""
import json
import os
import pathlib
import random
import signal
import subprocess
import tempfile
import time
import unittest

import zmq

from support import CTL, ROOT, WINDOW, ctl, free_endpoint, main, needs_window, start, stop, wait_for_listener

SIGNALS = ROOT / "resources" / "bellwether.toml"
REDACTING = '[record]\nredact = ["/data/email"]\n'
SEED = 20261123


class Publisher:
    """A service that loses some events, swaps others and sends nonsense."""

    def __init__(self, endpoint, epoch, chance):
        self.socket = zmq.Context.instance().socket(zmq.PUSH)
        self.socket.linger = 5000
        self.socket.connect(endpoint)
        self.epoch, self.chance, self.sequence, self.held = epoch, chance, 0, None

    def event(self):
        self.sequence += 1
        kind = self.chance.choice(["page.loaded", "payment.approved", "payment.failed", "order.completed"])
        return {"type": kind, "source": "/shop/web", "epoch": self.epoch, "sequence": self.sequence,
                "session": f"s{self.chance.randrange(60)}", "time": time.time() - self.chance.random() * 40,
                "data": {"amount": self.chance.randrange(1, 9000) / 100, "currency": "EUR",
                         "lcp_ms": self.chance.randrange(1, 5000), "email": "ann@example.org"}}

    def send(self, count):
        for _ in range(count):
            event = self.event()
            if self.chance.random() < 0.03:
                continue  # lost
            if self.held is None and self.chance.random() < 0.2:
                self.held = event
                continue
            self.socket.send_multipart([event["type"].encode(), json.dumps(event).encode()])
            if self.held is not None:
                self.socket.send(json.dumps([self.held, self.event()]).encode())
                self.held = None
            if self.chance.random() < 0.02:
                self.socket.send(self.chance.choice([b"{\"type\":\"x\"", b"\xff\xfe", b"", b"{\"a\":1}\n{\"b\":2}"]))


    def close(self):
        goodbye = {"type": "bellwether.goodbye", "source": "/shop/web", "epoch": self.epoch, "sequence": self.sequence}
        self.socket.send_multipart([b"bellwether.goodbye", json.dumps(goodbye).encode()])
        self.socket.close()


class RecordingTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.recording = self.folder / "recording"
        self.endpoint = free_endpoint()

    def record(self, *arguments):
        process = start(CTL, "report", "--bind", self.endpoint, "--pattern", "pull", "--record", self.recording,
                        *arguments)
        self.addCleanup(stop, process)
        return process

    def publish(self):
        print("seed", SEED)
        chance = random.Random(SEED)
        for epoch in ("first", "second"):
            publisher = Publisher(self.endpoint, epoch, chance)
            for _ in range(4):
                publisher.send(150)
                time.sleep(0.3)
            publisher.close()

    def lines(self):
        text = subprocess.run(f"zstdcat {self.recording}/*.ndjson.zst", shell=True, capture_output=True, timeout=60)
        return [json.loads(line) for line in text.stdout.splitlines()]

    def test_its_report_is_the_live_report_byte_for_byte(self):
        live = self.record("--config", SIGNALS, "--until-idle", "2")
        self.publish()
        shown, errors = live.communicate(timeout=90)
        self.assertEqual(live.returncode, 0, errors)
        replayed = ctl("report", "--config", SIGNALS, self.recording)
        self.assertEqual(replayed.returncode, 0, replayed.stderr)
        self.assertEqual(replayed.stdout, shown)
        self.assertNotEqual(ctl("report", "--config", SIGNALS, "--arrival", "own", self.recording).stdout, shown)
        report = json.loads(shown)
        self.assertGreater(sum(report["ledger"]["malformed"].values()), 0)
        shop = next(source for source in report["sources"] if source["source"] == "/shop/web")
        self.assertGreater(shop["lost"], 0)
        self.assertEqual(shop["restarts"], 1)
        as_of = json.loads(ctl("report", "--config", SIGNALS, "--as-of", report["asOf"], self.recording).stdout)
        self.assertEqual(as_of, report)

    @needs_window
    def test_what_the_window_recorded_gives_the_figures_it_showed(self):
        out = self.folder / "shown.json"
        pull = self.folder / "pull.toml"
        pull.write_text(SIGNALS.read_text().replace('pattern = "sub" ', 'pattern = "pull"')
                        .replace("tcp://127.0.0.1:5556", self.endpoint))
        window = start(WINDOW, "--config", pull, "--record", self.recording, "--no-store", "--window", "1h",
                       "--for", "7", "--report", out, env={**os.environ, "XDG_CONFIG_HOME": str(self.folder)})
        self.addCleanup(stop, window)
        self.publish()
        _, errors = window.communicate(timeout=60)
        self.assertEqual(window.returncode, 0, errors)
        shown = json.loads(out.read_text())
        replayed = ctl("report", "--config", pull, "--window", "1h", "--as-of", shown["asOf"], self.recording)
        self.assertEqual(replayed.returncode, 0, replayed.stderr)
        again = json.loads(replayed.stdout)
        self.assertGreater(shown["ledger"]["accepted"], 1000)
        for key in ("asOf", "ledger", "windowLedger", "signals", "categories", "sources"):
            self.assertEqual(again[key], shown[key], key)

    def test_jq_can_read_it_and_what_is_redacted_is_not_in_it(self):
        redacting = self.folder / "redacting.toml"
        redacting.write_text(REDACTING)
        live = self.record("--config", redacting, "--until-idle", "1")
        self.publish()
        live.communicate(timeout=90)
        lines = self.lines()
        self.assertEqual(lines[0]["recording"], "bellwether")
        events = [line["event"] for line in lines if isinstance(line.get("event"), dict) and "data" in line["event"]]
        self.assertGreater(len(events), 500)
        self.assertEqual({event["data"]["email"] for event in events}, {"[redacted]"})
        self.assertNotIn("ann@example", json.dumps(lines))

    def test_a_killed_recorder_loses_at_most_the_last_second(self):
        live = self.record("--until-idle", "60")
        publisher = Publisher(self.endpoint, "only", random.Random(SEED))
        self.addCleanup(publisher.socket.close, 0)
        end = time.monotonic() + 2.5
        while time.monotonic() < end:
            publisher.send(20)
            time.sleep(0.01)
        killed = time.time()
        live.send_signal(signal.SIGKILL)
        live.communicate(timeout=30)
        replayed = ctl("report", self.recording)
        self.assertIn(replayed.returncode, (0, 1))
        self.assertGreater(json.loads(replayed.stdout)["ledger"]["received"], 100)
        # Its whole lines end less than a second before the kill.
        last = [line["at"] for line in self.lines() if "at" in line][-1]
        self.assertLess(killed - time.mktime(time.strptime(last[:19] + "UTC", "%Y-%m-%dT%H:%M:%S%Z")) + time.timezone
                        - float("0" + last[19:-1]), 1.0)

    def test_a_replay_sends_what_was_recorded(self):
        live = self.record("--config", SIGNALS, "--until-idle", "1")
        self.publish()
        shown = json.loads(live.communicate(timeout=90)[0])
        endpoint = free_endpoint()
        receiver = start(CTL, "report", "--config", SIGNALS, "--bind", endpoint, "--until-idle", "2")
        self.addCleanup(stop, receiver)
        wait_for_listener(endpoint)
        sent = ctl("replay", self.recording, "--to", endpoint, "--speed", "4")
        self.assertEqual(sent.returncode, 0, sent.stderr)
        again = json.loads(receiver.communicate(timeout=90)[0])
        for key in ("received", "accepted", "lost"):
            self.assertEqual(again["ledger"][key], shown["ledger"][key], key)


if __name__ == "__main__":
    main()
