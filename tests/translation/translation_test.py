#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every string of the desktop has a finished translation that says the same placeholders."""
import pathlib
import re
import sys
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TRANSLATIONS = ROOT / "resources" / "translations"
sys.path.insert(0, str(TRANSLATIONS))
import strings  # noqa: E402

HINT = ("run resources/translations/strings.py, then write what it leaves unfinished into the .ts file")
# tr() of the desktop's console output and the like, where nothing but a text follows.
HELPERS = ROOT / "models", ROOT / "widgets", ROOT / "app" / "desktop"


class TranslationTest(unittest.TestCase):
    wanted = strings.all_strings()

    def test_every_string_belongs_to_a_context(self):
        lost = [f"{place}: {text}" for (context, text), place in self.wanted.items() if context is None]
        self.assertEqual(lost, [])

    def test_every_string_is_translated(self):
        for file in TRANSLATIONS.glob("*.ts"):
            known = strings.read(file)
            missing = [f"{place}: {text!r}" for (key, place) in strings.needed_in(file, self.wanted).items()
                       for text in [key[1]] if not known.get(key)]
            self.assertEqual(missing, [], f"\nnot translated in {file.name}; {HINT}")

    def test_nothing_is_kept_that_is_gone(self):
        for file in TRANSLATIONS.glob("*.ts"):
            gone = [key for key in strings.read(file) if key not in strings.needed_in(file, self.wanted)]
            self.assertEqual(gone, [], f"\nno longer in the sources, but in {file.name}; {HINT}")

    def test_translations_keep_placeholders_and_what_stands_around_them(self):
        for file in TRANSLATIONS.glob("*.ts"):
            for (_, text), translation in strings.read(file).items():
                if translation is None:
                    continue
                forms = translation.split(strings.PLURAL) if "%n" in text else [translation]
                self.assertEqual(len(forms), 2 if "%n" in text else 1, f"{text!r}: a singular and a plural")
                for form in forms:
                    self.assertEqual(sorted(re.findall(r"%[\dn]", text)), sorted(re.findall(r"%[\dn]", form)),
                                     f"{text!r} -> {form!r}")
                for sign in ("\n", "\t", ";;"):
                    self.assertEqual(text.count(sign), translation.count(sign), f"{text!r} -> {translation!r}")

    def test_it_finds_a_call_of_tr_wherever_one_is_made(self):
        count = sum(len(re.findall(rf'\b(?:tr|\w+Tr)\(\s*{strings.LITERAL}', path.read_text(encoding="utf-8")))
                    for folder in HELPERS for path in folder.glob("*.cpp"))
        self.assertGreater(count, 400)
        found = sum(1 for folder, namespace in strings.FOLDERS.items()
                    for path in (ROOT / folder).glob("*.cpp")
                    for _ in re.finditer(r'\b(?:tr|\w+Tr)\(\s*"', path.read_text(encoding="utf-8")))
        listed = sum(1 for folder, namespace in strings.FOLDERS.items()
                     for path in (ROOT / folder).glob("*.cpp")
                     for item in strings.strings_of(path, namespace))
        self.assertGreaterEqual(listed, found)


if __name__ == "__main__":
    unittest.main()
