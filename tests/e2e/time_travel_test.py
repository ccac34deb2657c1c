#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was recorded can be looked at again: the window opened on a recording shows, byte for byte, what
bellwetherctl reports of it as of the same instant; a capsule is the report of its span's messages."""
import datetime
import json
import os
import pathlib
import subprocess
import tempfile
import time
import unittest

from support import CTL, ROOT, WINDOW, ctl, free_endpoint, main, needs_window, start, stop

SIGNALS = ROOT / "resources" / "bellwether.toml"
BEGIN = datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.timezone.utc)
SPAN = 240  # seconds


def at(seconds):
    return (BEGIN + datetime.timedelta(seconds=seconds)).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def lines(begin, end):
    """A recording of two payments a second, some refused, and what a page took to load."""
    yield {"recording": "bellwether", "version": 1, "started": at(begin), "part": 1}
    for second in range(begin, end):
        for part in (0.25, 0.75):
            i = int(2 * (second + part))
            kind = ["payment.approved", "payment.failed", "page.loaded", "order.completed"][i % 7 % 4]
            event = {"type": kind, "source": "/shop/web", "epoch": "a", "sequence": i + 1, "session": f"s{i % 40}",
                     "time": at(second + part - i % 3), "data": {"amount": i % 90 + 0.5, "currency": "EUR",
                                                                 "lcp_ms": i % 4000, "country": "DE"}}
            yield {"at": at(second + part), "from": "tcp://127.0.0.1:5556", "parts": 1, "event": event}


class TimeTravelTest(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.recording = self.folder / "20261123T120000.000000Z-000001.ndjson.zst"
        self.write(self.recording, lines(0, SPAN))

    def write(self, file, entries):
        text = "".join(json.dumps(entry, separators=(",", ":")) + "\n" for entry in entries)
        subprocess.run(["zstd", "-q", "-o", str(file)], input=text.encode(), check=True, timeout=60)

    def window(self, *arguments, seconds=4):
        """What the window showed, as its report without what stands before bellwetherctl's; and its process."""
        out = self.folder / "shown.json"
        process = start(WINDOW, "open", *arguments, "--window", "5m", "--for", seconds, "--report", out,
                        env={**os.environ, "XDG_CONFIG_HOME": str(self.folder), "XDG_DATA_HOME": str(self.folder)})
        self.addCleanup(stop, process)
        _, errors = process.communicate(timeout=60)
        self.assertEqual(process.returncode, 0, errors)
        shown = out.read_text().split("\n")
        self.assertEqual([line.split('"')[1] for line in shown[1:4]], ["page", "incidents", "tiles"][::-1])
        return "\n".join(shown[:1] + shown[4:])

    def report(self, *arguments):
        result = ctl("report", "--window", "5m", *arguments)
        self.assertEqual(result.returncode, 0, result.stderr)
        return result.stdout

    @needs_window
    def test_the_window_shows_byte_for_byte_what_is_reported_of_that_instant(self):
        for seconds in (60, 150):
            shown = self.window(self.recording, "--config", SIGNALS, "--at", at(seconds))
            self.assertEqual(shown, self.report("--config", SIGNALS, "--as-of", at(seconds), self.recording))
            self.assertEqual(json.loads(shown)["ledger"]["received"], 2 * seconds)

    @needs_window
    def test_without_an_instant_it_is_the_end(self):
        self.assertEqual(self.window(self.folder, "--config", SIGNALS),
                         self.report("--config", SIGNALS, self.folder))

    @needs_window
    def test_a_plain_file_of_events_opens_as_well(self):
        plain = self.folder / "events.ndjson"
        plain.write_text("".join(json.dumps(line["event"]) + "\n" for line in lines(0, SPAN) if "event" in line))
        shown = self.window(plain, "--config", SIGNALS, "--at", at(100))
        self.assertEqual(shown, self.report("--config", SIGNALS, "--as-of", at(100), plain))

    @needs_window
    def test_it_listens_to_nothing_and_writes_nothing(self):
        data = self.folder / "data"
        process = start(WINDOW, "open", self.recording, "--for", "4",
                        env={**os.environ, "XDG_CONFIG_HOME": str(self.folder), "XDG_DATA_HOME": str(data)})
        self.addCleanup(stop, process)
        with self.assertRaises(subprocess.TimeoutExpired):
            process.wait(timeout=2)
        sockets = set()
        for number in os.listdir(f"/proc/{process.pid}/fd"):
            target = os.readlink(f"/proc/{process.pid}/fd/{number}")
            if target.startswith("socket:["):
                sockets.add(target[8:-1])
        inet = {line.split()[9] for line in pathlib.Path("/proc/net/tcp").read_text().splitlines()[1:]}
        self.assertEqual(sockets & inet, set())
        process.communicate(timeout=30)
        self.assertFalse(data.exists(), "a history was written")

    def capsule(self, begin, end, *arguments):
        file = self.folder / f"{begin}.bwcap"
        result = ctl("capsule", self.recording, "--from", at(begin), "--to", at(end), "--out", file, *arguments)
        self.assertEqual(result.returncode, 0, result.stderr)
        return file

    def test_a_capsules_report_is_that_of_its_spans_messages(self):
        capsule = self.capsule(60, 180, "--config", SIGNALS)
        cut = self.folder / "cut.ndjson.zst"
        self.write(cut, lines(60, 180))
        expected = self.report("--config", SIGNALS, "--as-of", at(180), cut)
        self.assertEqual(self.report(capsule), expected)  # with the configuration it came with
        self.assertEqual(json.loads(expected)["ledger"]["received"], 240)

    @needs_window
    def test_a_capsule_opens_elsewhere_with_the_same_figures(self):
        capsule = self.capsule(60, 180, "--config", SIGNALS)
        self.recording.unlink()
        self.assertEqual(self.window(capsule), self.report(capsule))

    def test_a_capsule_is_redacted_and_reads_with_jq(self):
        redacting = self.folder / "redacting.toml"
        redacting.write_text('[record]\nredact = ["/data/country"]\n')
        capsule = self.capsule(0, 60, "--config", redacting)
        text = subprocess.run(["zstdcat", str(capsule)], capture_output=True, text=True, timeout=60).stdout
        entries = [json.loads(line) for line in text.splitlines()]
        self.assertEqual(entries[0]["capsule"], "1")
        countries = {entry["event"]["data"]["country"] for entry in entries if "event" in entry}
        self.assertEqual(countries, {"[redacted]"})

    def test_what_cannot_be_used_is_refused_in_words(self):
        capsule = self.capsule(0, 60)
        damaged = self.folder / "damaged.bwcap"
        damaged.write_bytes(capsule.read_bytes()[:-20])
        nonsense = self.folder / "nonsense.bwcap"
        nonsense.write_text("{}\n")
        gone = self.folder / "gone"
        for file, word in [(damaged, "not whole"), (nonsense, "no head of a capsule")]:
            result = ctl("report", file)
            self.assertEqual(result.returncode, 1)
            self.assertIn(word, result.stderr)
        again = ctl("capsule", self.recording, "--from", at(0), "--to", at(60), "--out", capsule)
        self.assertEqual(again.returncode, 1)
        self.assertIn("already", again.stderr)
        if WINDOW:
            for arguments, status, word in [([damaged], 1, "not whole"), ([gone], 1, "expected a recording"),
                                            ([self.recording, "--at", "teatime"], 2, "expected a time"),
                                            ([self.recording, "--record", self.folder], 2, "expected one or the other")]:
                process = start(WINDOW, "open", *arguments)
                self.addCleanup(stop, process)
                _, errors = process.communicate(timeout=30)
                self.assertEqual((process.returncode, word in errors), (status, True), errors)

    def test_a_start_after_the_instant_does_not_move_it(self):
        later = self.folder / "20261123T130000.000000Z-000001.ndjson.zst"
        self.write(later, lines(3600, 3660))
        report = json.loads(self.report("--config", SIGNALS, "--as-of", at(100), self.folder))
        self.assertEqual(report["asOf"], "2026-11-23T12:01:40Z")

    @needs_window
    def test_a_recording_opens_while_it_is_being_written(self):
        endpoint = free_endpoint()
        recording = self.folder / "live"
        live = start(CTL, "report", "--config", SIGNALS, "--bind", endpoint, "--pattern", "pull", "--record", recording,
                     "--until-idle", "12")
        self.addCleanup(stop, live)
        sent = ctl("publish", self.recording_as_events(), "--to", endpoint, "--pattern", "push", "--max")
        self.assertEqual(sent.returncode, 0, sent.stderr)
        end = time.monotonic() + 20  # until it has been counted and written
        while time.monotonic() < end and f'"received": {2 * SPAN},' not in ctl("report", recording).stdout:
            time.sleep(0.1)
        shown = self.window(recording, "--config", SIGNALS, seconds=3)  # while it is being written
        self.assertEqual(json.loads(shown)["ledger"]["accepted"], 2 * SPAN)
        counted = json.loads(live.communicate(timeout=60)[0])
        self.assertEqual(counted["ledger"]["accepted"], 2 * SPAN)

    def recording_as_events(self):
        plain = self.folder / "sent.ndjson"
        plain.write_text("".join(json.dumps(line["event"]) + "\n" for line in lines(0, SPAN) if "event" in line))
        return plain


if __name__ == "__main__":
    main()
