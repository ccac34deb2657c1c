#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The layering check is green on the tree, and red on each planted offence."""
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
CHECK = pathlib.Path(__file__).with_name("check_layering.py")


def check(root):
    return subprocess.run([sys.executable, str(CHECK), str(root)], capture_output=True, text=True, timeout=60)


class Layering(unittest.TestCase):
    def test_the_tree_points_one_way(self):
        result = check(ROOT)
        self.assertEqual(result.returncode, 0, result.stdout)

    def planted(self, name, text):
        with tempfile.TemporaryDirectory() as folder:
            for layer in ("ingest/transport", "models", "widgets", "app"):
                (pathlib.Path(folder) / layer).mkdir(parents=True)
            path = pathlib.Path(folder) / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
            return check(folder)

    def test_an_upward_include_is_red(self):
        for name, text in [
            ("ingest/engine.cpp", '#include "models/format.h"\n'),
            ("models/format.cpp", '#include "widgets/theme.h"\n'),
            ("widgets/theme.cpp", '#  include "app/desktop/main_window.h"\n'),
            ("ingest/engine.h", "#include <QString>\n"),
            ("models/format.h", "#include <QColor>\n"),
            ("ingest/engine.cpp", "#include <zmq.hpp>\n"),
        ]:
            with self.subTest(file=name, text=text):
                result = self.planted(name, text)
                self.assertEqual(result.returncode, 1)
                self.assertIn(name, result.stdout)

    def test_a_downward_include_is_green(self):
        self.assertEqual(self.planted("widgets/a.h", '#include "ingest/snapshot.h"\n').returncode, 0)


if __name__ == "__main__":
    unittest.main(verbosity=2)
