#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""kill -9, again and again: the ingest loop under load at random instants of its run, then a store that does nothing
but commit. After each the store must open, be whole, and hold everything that anybody had read from it or was told is
written; and the state for the next start must be usable. Started by ./dev soak kills.

usage: kills.py BIN [RUNS] [COMMITS]"""
import json
import pathlib
import random
import sqlite3
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "e2e"))
from support import free_endpoint  # noqa: E402

CONFIG = ROOT / "resources" / "bellwether.toml"
COMMIT_TEST = "HistoryStoreTest.HoldsWhatWasAcknowledgedAfterKillAtRandomPoints"
KILLS_A_TEST = 40
RATE = 2000  # events a second


def read(store, question):
    if not store.exists():
        return []
    connection = sqlite3.connect(f"file:{store}?mode=ro", uri=True, timeout=5)
    try:
        return connection.execute(question).fetchall()
    except sqlite3.OperationalError:
        return []  # not all there yet
    finally:
        connection.close()


def rows(store):
    """{key: (rev, n)} of everything written."""
    return {tuple(key): (rev, n) for *key, rev, n in read(
        store, "SELECT signal, slot, res_s, t0, attrs, part, rev, n FROM rollup WHERE res_s < 3600"
               " AND t0 > (SELECT max(t0) - 120 FROM rollup)")}


def seconds_observed(store):
    found = read(store, "SELECT count(*) FROM rollup WHERE signal = 'bellwether.observed' AND res_s = 1")
    return found[0][0] if found else 0


def kill_loops(binaries, folder, runs, chance):
    """How many rows anybody had read were checked. Raises where something is gone."""
    store = folder / "history.db"
    endpoint = free_endpoint()
    shop = subprocess.Popen([binaries / "bellwetherctl", "shop", "--connect", endpoint, "--rate", str(RATE)],
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    checked = 0
    loop = None
    try:
        for run in range(runs):
            began = time.time() + 1
            loop = subprocess.Popen([binaries / "kept_loop", CONFIG, endpoint, store])
            time.sleep(chance.uniform(0.1, 4.0))
            seen = rows(store)
            time.sleep(chance.uniform(0.0, 1.0))
            assert loop.poll() is None, f"run {run}: the loop ended by itself: {loop.returncode}"
            loop.kill()
            loop.wait()
            whole = read(store, "PRAGMA integrity_check")
            assert not seen or whole == [("ok",)], f"run {run}: {whole}"
            after = rows(store)
            newest = max((key[3] for key in after), default=0)
            for key, (rev, n) in seen.items():
                # Beyond what rows() reads; nothing, which a second written again has no row for; or of the
                # run before: this one goes on from its last state, and replaces what came after that.
                if key[3] <= newest - 120 or n == 0 or rev <= began:
                    continue
                assert key in after and after[key][0] >= rev, f"run {run}: {key} was {rev, n}, is {after.get(key)}"
                checked += 1
            for gone in ("history.db.state.refused", "history.db.damaged-*"):
                assert not list(folder.glob(gone)), f"run {run}: {gone}"
    finally:
        for process in filter(None, (loop, shop)):
            process.kill()
            process.wait()
    return checked, seconds_observed(store)


def main():
    binaries = pathlib.Path(sys.argv[1]).resolve()
    runs = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    commits = int(sys.argv[3]) if len(sys.argv) > 3 else 500
    seed = random.randrange(1 << 32)
    print(f"seed {seed}", flush=True)
    with tempfile.TemporaryDirectory() as folder:
        checked, observed = kill_loops(binaries, pathlib.Path(folder), runs, random.Random(seed))
    print(json.dumps({"loopsKilled": runs, "rowsStillThere": checked, "secondsObserved": observed}), flush=True)
    repeats = -(-commits // KILLS_A_TEST)
    subprocess.run([binaries / "ingest_tests", f"--gtest_filter={COMMIT_TEST}", f"--gtest_repeat={repeats}",
                    "--gtest_break_on_failure"], check=True, stdout=subprocess.DEVNULL)
    print(json.dumps({"killedWhileCommitting": repeats * KILLS_A_TEST}))


if __name__ == "__main__":
    main()
