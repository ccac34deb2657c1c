#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop costs at 1,000 events a second, as a share of one core: the whole process, the
ingest thread included, over a minute (once a minute the state is saved), with the Experience page
visible at the 1 h window and minimised. On a virtual screen, after an hour of the shop was loaded;
the time each thread ran is read from the kernel.
usage: desktop_bench.py FOLDER_OF_THE_EXECUTABLES [SECONDS [JSON FILE]]"""
import ctypes
import json
import os
import pathlib
import socket
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
EVENTS_A_SECOND = 1000
LIMITS = {"visible": 10, "minimised": 3}  # percent of a core
ICONIC = 3  # of WM_STATE, ICCCM 4.1.3.1


def free_endpoint():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"tcp://127.0.0.1:{probe.getsockname()[1]}"


def machine():
    """As tests/bench/machine.h has it."""
    with open("/proc/cpuinfo", encoding="utf-8") as cpus:
        models = [line.partition(":")[2].strip() for line in cpus if line.startswith("model name")]
    return f"{os.cpu_count()} x {models[0] if models else ''}, Linux {os.uname().release}"


def virtual_screen():
    reading, writing = os.pipe()
    screen = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1920x1080x24", "-nolisten", "tcp"],
                              pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    with os.fdopen(reading) as number:
        return screen, ":" + number.readline().strip()


def minimise(display, window):
    """What a window manager does: there is none on the virtual screen."""
    x = ctypes.CDLL("libX11.so.6")
    x.XOpenDisplay.restype = ctypes.c_void_p
    x.XInternAtom.restype = ctypes.c_ulong
    screen = ctypes.c_void_p(x.XOpenDisplay(display.encode()))
    state = ctypes.c_ulong(x.XInternAtom(screen, b"WM_STATE", 0))
    values = (ctypes.c_ulong * 2)(ICONIC, 0)
    x.XChangeProperty(screen, ctypes.c_ulong(window), state, state, 32, 0, values, 2)
    x.XUnmapWindow(screen, ctypes.c_ulong(window))
    x.XSync(screen, 0)
    x.XCloseDisplay(screen)


def ran(process):
    """Seconds that each thread of a process ran until now, by the thread's name."""
    threads = {}
    for task in pathlib.Path(f"/proc/{process}/task").iterdir():
        name = f"{(task / 'comm').read_text().strip()} {task.name}"
        threads[name] = int((task / "schedstat").read_text().split()[0]) / 1e9
    return threads


def measure(process, seconds):
    """Percent of one core, in all and by thread; threads that ended meanwhile count nothing."""
    before, start = ran(process), time.monotonic()
    time.sleep(seconds)
    after, took = ran(process), time.monotonic() - start
    shares = {name: 100 * (spent - before.get(name, 0)) / took for name, spent in after.items()}
    return sum(shares.values()), {name: round(share, 2) for name, share in shares.items() if share >= 0.05}


def rate_for(ctl, wanted):
    """The shop's mean rate that gives `wanted` events a second at this time of the day."""
    out = subprocess.run([ctl, "shop", "--out", os.devnull, "--for", "60", "--rate", "1000", "--start",
                          str(int(time.time()))], capture_output=True, text=True, check=True).stderr
    return 1000 * wanted * 60 / int(out.split()[1])


def run(folder, seconds):
    ctl, program = folder / "bellwetherctl", folder / "bellwether"
    screen, display = virtual_screen()
    started = [screen]
    results = {}
    with tempfile.TemporaryDirectory() as scratch:
        try:
            environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XDG_CONFIG_HOME": scratch,
                           "XDG_DATA_HOME": scratch, "QT_SCALE_FACTOR": "1"}
            endpoint = free_endpoint()
            window = subprocess.Popen([program, "--bind", endpoint, "--config", ROOT / "resources" / "bellwether.toml",
                                       "--window", "1h", "--size", "1920x1080", "--page", "experience", "--store",
                                       f"{scratch}/history.db"], env=environment)
            started.append(window)
            hour = pathlib.Path(scratch) / "hour.ndjson"
            subprocess.run([ctl, "shop", "--out", hour, "--for", "3600", "--rate", "100", "--start",
                            str(int(time.time()) - 3600)], check=True, stderr=subprocess.DEVNULL)
            subprocess.run([ctl, "publish", hour, "--to", endpoint, "--rate", "20000"], check=True,
                           stderr=subprocess.DEVNULL)
            hour.unlink()
            shop = subprocess.Popen([ctl, "shop", "--connect", endpoint, "--rate",
                                     str(rate_for(ctl, EVENTS_A_SECOND))], stderr=subprocess.DEVNULL)
            started.append(shop)
            time.sleep(10)
            results["visible"] = measure(window.pid, seconds)
            found = subprocess.run(["xdotool", "search", "--onlyvisible", "--pid", str(window.pid)],
                                   env=environment, capture_output=True, text=True, check=True).stdout.split()
            for one in found:
                minimise(display, int(one))
            time.sleep(3)
            results["minimised"] = measure(window.pid, seconds)
            if window.poll() is not None or shop.poll() is not None:
                raise SystemExit("the window or the shop ended while it was measured")
        finally:
            for process in reversed(started):
                process.terminate()
                process.wait(timeout=20)
    return results


def main():
    folder = pathlib.Path(sys.argv[1])
    seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 60
    print(f"{EVENTS_A_SECOND} events a second, {seconds:g} s each; load of the machine {os.getloadavg()[0]:.1f}")
    results = run(folder, seconds)
    for state, (total, threads) in results.items():
        judged = "met" if total <= LIMITS[state] else "MISSED"
        print(f"{state:10} {total:6.2f} % of a core (at most {LIMITS[state]}: {judged})")
        for name, share in sorted(threads.items(), key=lambda item: -item[1]):
            print(f"    {share:6.2f} %  {name}")
    if len(sys.argv) > 3:
        measured = {state: {"percent": total, "threads": threads} for state, (total, threads) in results.items()}
        pathlib.Path(sys.argv[3]).write_text(json.dumps({"machine": machine()} | measured, indent=1))


if __name__ == "__main__":
    main()
