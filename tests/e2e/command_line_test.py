#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The command line keeps its promises: exit status, results on standard output, words on standard
error, and files in every form."""
import gzip
import json
import os
import pathlib
import subprocess
import tempfile
import unittest

import support

EVENTS = "".join(json.dumps({"type": "page.loaded", "session": f"s{second}", "load_ms": 10 * second,
                             "time": f"2026-11-23T08:10:{second:02}Z"}) + "\n" for second in range(1, 31))
RATE = '[[signal]]\nname = "pages"\nkind = "rate"\nevents = ["page.*"]\n'


class CommandLine(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.events = self.write("events.ndjson", EVENTS)
        self.rate = self.write("rate.toml", RATE)

    def write(self, name, text):
        file = self.folder / name
        file.write_text(text, encoding="utf-8")
        return file

    def assert_ends(self, status, *arguments, says=(), **options):
        result = support.ctl(*arguments, **options)
        self.assertEqual(result.returncode, status, result.stderr)
        for words in says:
            self.assertIn(words, result.stderr)
        return result

    def test_help_and_version_are_no_errors(self):
        self.assertIn("report", self.assert_ends(0, "--help").stdout)
        self.assertIn("bellwetherctl ", self.assert_ends(0, "--version").stdout)
        for command in ("report", "publish", "shop", "check-config"):
            self.assertTrue(self.assert_ends(0, command, "--help").stdout, command)

    def test_wrong_usage_ends_with_2(self):
        for arguments in ((), ("frobnicate",), ("report",), ("report", self.events, "--window", "2h"),
                          ("report", self.events, "--as-of", "yesterday"), ("publish", self.events),
                          ("report", "--connect", "tcp://127.0.0.1:1")):
            with self.subTest(arguments=arguments):
                result = self.assert_ends(2, *arguments)
                self.assertEqual(result.stdout, "")
                self.assertNotEqual(result.stderr, "")

    def test_a_missing_or_broken_file_ends_with_1_and_is_named(self):
        missing = self.folder / "absent.ndjson"
        self.assert_ends(1, "report", missing, says=[str(missing)])
        broken = self.folder / "broken.ndjson.gz"
        broken.write_bytes(gzip.compress(EVENTS.encode())[:-12])
        result = self.assert_ends(1, "report", broken, says=[str(broken)])
        self.assertEqual(json.loads(result.stdout)["ledger"]["received"], 30)

    def test_a_wrong_configuration_ends_with_2_and_says_where(self):
        wrong = self.write("wrong.toml", RATE + 'evnts = ["x"]\n\n[limits]\nmemory = "lots"\n')
        for command in (("check-config", wrong), ("report", self.events, "--config", wrong)):
            with self.subTest(command=command[0]):
                self.assert_ends(2, *command, says=[f"{wrong}:5:1: found key 'evnts', expected 'events'?",
                                                    f"{wrong}:8:10: found memory = the string \"lots\""])

    def test_check_config_accepts_what_is_right(self):
        self.assert_ends(0, "check-config", self.rate)
        self.assert_ends(0, "check-config", support.ROOT / "resources" / "bellwether.toml")
        self.assert_ends(2, "check-config", self.folder / "absent.toml", says=["absent.toml"])

    def test_every_form_of_a_file_gives_the_same_report(self):
        plain = support.report(self.events, "--config", self.rate)
        self.assertEqual(plain["signals"]["pages"]["count"], 30)
        packed = self.folder / "events.ndjson.gz"
        packed.write_bytes(gzip.compress(EVENTS.encode()))
        self.assertEqual(support.report(packed, "--config", self.rate)["signals"], plain["signals"])
        self.assertEqual(support.report("-", "--config", self.rate, input=EVENTS)["signals"], plain["signals"])

    def test_several_files_are_one_stream(self):
        lines = EVENTS.splitlines(keepends=True)
        first, second = self.write("1.ndjson", "".join(lines[:11])), self.write("2.ndjson", "".join(lines[11:]))
        self.assertEqual(support.report(first, second, "--config", self.rate)["signals"],
                         support.report(self.events, "--config", self.rate)["signals"])

    def test_as_of_counts_what_had_arrived_by_then(self):
        got = support.report(self.events, "--config", self.rate, "--as-of", "2026-11-23T08:10:12Z")
        self.assertEqual(got["asOf"], "2026-11-23T08:10:12Z")
        self.assertEqual(got["signals"]["pages"]["count"], 12)
        self.assertEqual(got["ledger"]["received"], 12)

    def test_a_window_ends_at_the_last_event(self):
        late = json.dumps({"type": "page.loaded", "time": "2026-11-23T08:11:20Z"}) + "\n"
        file = self.write("late.ndjson", EVENTS + late)
        got = support.report(file, "--config", self.rate, "--window", "1m")
        self.assertEqual(got["window"], "1m")
        self.assertEqual(got["signals"]["pages"]["count"], 11)  # those in (08:10:20, 08:11:20]

    def test_buckets_add_the_series(self):
        self.assertNotIn("buckets", support.report(self.events, "--config", self.rate)["signals"]["pages"])
        got = support.report(self.events, "--config", self.rate, "--window", "1m", "--buckets", "1s")
        points = got["signals"]["pages"]["buckets"]["points"]
        self.assertEqual(sum(point or 0 for point in points), 30)

    def test_buckets_are_as_wide_as_asked(self):
        for window in ["1m", "5m", "15m", "1h", "all"]:
            for width, seconds in [("1s", 1), ("1m", 60)]:
                got = support.report(self.events, "--config", self.rate, "--window", window, "--buckets", width)
                pages = got["signals"]["pages"]["buckets"]
                self.assertEqual(pages["stepSeconds"], seconds, f"{window} by {width}")
                self.assertEqual(sum(point or 0 for point in pages["points"]), 30, f"{window} by {width}")
        by_minute = support.report(self.events, "--config", self.rate, "--window", "24h", "--buckets", "1m")
        self.assertEqual(len(by_minute["signals"]["pages"]["buckets"]["points"]), 24 * 60 + 1)

    def test_seconds_of_a_whole_day_are_not_kept(self):
        self.assert_ends(2, "report", self.events, "--window", "24h", "--buckets", "1s", says=["one hour", "1m"])

    def test_what_is_no_event_is_counted_by_reason(self):
        file = self.write("mixed.ndjson", EVENTS + 'nonsense\n{"session":"x"}\n[1]\n')
        malformed = support.report(file, "--config", self.rate)["ledger"]["malformed"]
        self.assertEqual({name: count for name, count in malformed.items() if count},
                         {"not-json": 1, "no-type": 1, "not-object": 1})

    def test_publish_says_that_an_endpoint_cannot_be_used(self):
        self.assert_ends(1, "publish", self.events, "--to", "nowhere", says=["nowhere"])


@support.needs_window
class WindowWithoutAScreen(unittest.TestCase):
    def run_window(self, *arguments):
        screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
        return subprocess.run([support.WINDOW, *arguments], capture_output=True, text=True, timeout=60,
                              env={name: value for name, value in os.environ.items() if name not in screens})

    def test_help_and_version_need_none(self):
        self.assertIn("--screenshot", self.run_window("--help").stdout)
        version = self.run_window("--version")
        self.assertEqual((version.returncode, version.stdout[:10]), (0, "bellwether"))

    def test_its_absence_is_said_in_words(self):
        result = self.run_window()
        self.assertEqual(result.returncode, 1)
        self.assertIn("QT_QPA_PLATFORM=offscreen", result.stderr)


if __name__ == "__main__":
    support.main()
