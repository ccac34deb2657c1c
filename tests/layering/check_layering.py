#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that includes point one way: app -> widgets -> models -> ingest.

usage: check_layering.py ROOT
Exit status 0 when they do, 1 with one line per offence. Also holds: ingest never includes Qt,
models include Qt Core alone, and exactly one file includes zmq.hpp.
"""
import pathlib
import re
import sys

# A folder may include itself and what stands to its left.
ORDER = ["ingest", "models", "widgets", "app"]
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')
SUFFIXES = {".h", ".cpp", ".hpp", ".cc"}
# Qt Core's headers that models use; anything of Gui, Widgets or Charts is an offence.
QT_ABOVE_CORE = re.compile(
    r"^(QtGui|QtWidgets|QtCharts|QtSvg|QColor|QFont|QPainter|QPixmap|QImage|QIcon|QBrush|QPen|"
    r"QWidget|QApplication|QGuiApplication|QChart|QPalette|QStandardItemModel)")


def offences(root: pathlib.Path):
    zmq_includers = []
    for rank, layer in enumerate(ORDER):
        for path in sorted((root / layer).rglob("*")):
            if path.suffix not in SUFFIXES:
                continue
            where = path.relative_to(root)
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                match = INCLUDE.match(line)
                if not match:
                    continue
                target = match.group(2)
                folder = target.split("/")[0]
                if folder in ORDER[rank + 1:]:
                    yield f"{where}:{number}: {layer} includes {target}, which lies above it"
                if match.group(1) == "<" and layer == "ingest" and re.match(r"^Q[A-Z]", target):
                    yield f"{where}:{number}: ingest includes {target}: the core never knows Qt"
                if layer == "models" and QT_ABOVE_CORE.match(target):
                    yield f"{where}:{number}: models include {target}: Qt Core alone is theirs"
                if target == "zmq.hpp":
                    zmq_includers.append(where)
                    if layer != "ingest" or where.parts[1] != "transport":
                        yield f"{where}:{number}: zmq.hpp belongs in ingest/transport"
    if len(zmq_includers) > 1:
        names = ", ".join(str(name) for name in zmq_includers)
        yield f"zmq.hpp is included by {len(zmq_includers)} files, expected one: {names}"


def main() -> int:
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    found = list(offences(pathlib.Path(sys.argv[1])))
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
