# SPDX-License-Identifier: GPL-3.0-or-later
"""What every end-to-end test needs: the built executables, bounded runs, a free port, the data."""
import json
import os
import pathlib
import socket
import subprocess
import sys
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
CTL = os.environ.get("BELLWETHERCTL", "")
WINDOW = os.environ.get("BELLWETHER", "")

needs_shared_data = unittest.skipUnless(
    (SHARED / "data" / "online_boutique.ndjson.gz").exists(), "the recorded shop is not beside this checkout")
needs_window = unittest.skipUnless(WINDOW, "the desktop was not built")


def ctl(*arguments, timeout=120, **options):
    """Runs bellwetherctl to its end; the result has returncode, stdout, stderr as text."""
    return subprocess.run([CTL, *map(str, arguments)], capture_output=True, text=True, timeout=timeout, **options)


def start(program, *arguments, **options):
    """Starts a program in the background. Callers stop it, best by addCleanup(stop, process)."""
    options.setdefault("stdout", subprocess.PIPE)
    options.setdefault("stderr", subprocess.PIPE)
    return subprocess.Popen([program, *map(str, arguments)], text=True, **options)


def stop(process):
    if process.poll() is None:
        process.kill()
    process.communicate(timeout=10)


def report(*arguments, **options):
    """The report as parsed JSON; a failing run fails the test with what it said."""
    result = ctl("report", *arguments, **options)
    if result.returncode != 0:
        raise AssertionError(f"report ended with {result.returncode}: {result.stderr}")
    return json.loads(result.stdout)


def free_endpoint():
    """A loopback endpoint whose port was free a moment ago."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"tcp://127.0.0.1:{probe.getsockname()[1]}"


def wait_for_listener(endpoint, seconds=60):
    """Until somebody listens at a loopback endpoint: what was sent to nobody before is in no account."""
    address = int.from_bytes(socket.inet_aton("127.0.0.1"), sys.byteorder)
    local = f"{address:08X}:{int(endpoint.rsplit(':', 1)[1]):04X}"
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        rows = [line.split() for line in pathlib.Path("/proc/net/tcp").read_text().splitlines()[1:]]
        if any(row[1] == local and row[3] == "0A" for row in rows):  # 0A: it listens
            return
        time.sleep(0.05)
    raise AssertionError(f"nobody listens at {endpoint} after {seconds} s")


def main():
    """Like unittest.main, but exits with 77 where every test was skipped, so that CTest shows it."""
    program = unittest.main(module="__main__", verbosity=2, exit=False)
    result = program.result
    if not result.wasSuccessful():
        sys.exit(1)
    sys.exit(77 if result.testsRun == len(result.skipped) else 0)
