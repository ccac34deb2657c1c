#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Finds every translatable string of the desktop with its context, as Qt will look it up.

lupdate does not see through our `tr()` of free functions, which names its context once per file.
Run it to add what is new to every .ts file beside it (unfinished) and to drop what is gone.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as ElementTree

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
FOLDERS = {"models": "models", "widgets": "widgets", "app/desktop": "app"}
LITERAL = r'"(?:[^"\\\n]|\\.)*"'
LITERALS = rf"{LITERAL}(?:\s*{LITERAL})*"
PLURAL = " / "  # between the forms of a text with %n, as read() gives them and write() takes them
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\", "r": "\r"}


def text_of(literals):
    joined = "".join(part[1:-1] for part in re.findall(LITERAL, literals))

    def unescape(match):
        code = match.group(1)
        return chr(int(code[1:], 16)) if code[0] == "u" else ESCAPES[code]

    return re.sub(r"\\(u[0-9a-fA-F]{4}|.)", unescape, joined)


def class_at(source, place):
    """The class whose member function, or whose body, `place` lies in."""
    found = None
    for match in re.finditer(r"^(?!\s|#|//)[^\n;]*?\b(\w+)::~?\w+\(|^class (\w+)[^;{]*\{", source[:place], re.M):
        found = match.group(1) or match.group(2)
    return found


def strings_of(path, namespace):
    """(context, text, line) of every string; None as a context where it cannot be told."""
    source = path.read_text(encoding="utf-8")
    helpers = dict(re.findall(
        r'QString (\w+)\(const char \*\w+(?:, int \w+ = -1)?\)\s*\{\s*return QCoreApplication::translate\(\s*"([^"]+)"',
        source))

    def line(match):
        return source.count("\n", 0, match.start()) + 1

    for match in re.finditer(rf'(?:QCoreApplication::translate|QT_TRANSLATE_NOOP)\(\s*"([^"]+)",\s*({LITERALS})', source):
        yield match.group(1), text_of(match.group(2)), line(match)
    names = "|".join(["tr", *helpers])
    for match in re.finditer(rf"(?:(\w+)::)?\b({names})\(\s*({LITERALS})?", source):
        if match.group(3) is None:
            continue
        if match.group(1):
            context = "QObject" if match.group(1) == "QObject" else f"{namespace}::{match.group(1)}"
        elif match.group(2) in helpers:
            context = helpers[match.group(2)]
        else:
            owner = class_at(source, match.start())
            context = f"{namespace}::{owner}" if owner else None
        yield context, text_of(match.group(3)), line(match)


def all_strings(root=ROOT):
    """{(context, text): "file:line"}"""
    found = {}
    for folder, namespace in FOLDERS.items():
        for path in sorted((root / folder).glob("*.[ch]*")):
            for context, text, line in strings_of(path, namespace):
                found.setdefault((context, text), f"{path.relative_to(root)}:{line}")
    return found


def read(file):
    """{(context, text): translation, None where unfinished}"""
    messages = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [form.text or "" for form in translation.iter("numerusform")]
            text = PLURAL.join(forms) if forms else translation.text
            finished = translation.get("type") is None and text
            messages[(context.findtext("name"), message.findtext("source"))] = text if finished else None
    return messages


def write(file, language, messages):
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts = {}
    for context, text in sorted(messages):
        if context not in contexts:
            contexts[context] = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(contexts[context], "name").text = context
        message = ElementTree.SubElement(contexts[context], "message")
        ElementTree.SubElement(message, "source").text = text
        translation = ElementTree.SubElement(message, "translation")
        if messages[(context, text)] and "%n" in text:
            message.set("numerus", "yes")
            for form in messages[(context, text)].split(PLURAL):
                ElementTree.SubElement(translation, "numerusform").text = form
        elif messages[(context, text)]:
            translation.text = messages[(context, text)]
        else:
            translation.set("type", "unfinished")
    ElementTree.indent(root, " ")
    body = ElementTree.tostring(root, encoding="unicode")
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{body}\n', encoding="utf-8")


def needed_in(file, wanted):
    """Those of `wanted` that the file translates: into English only what counts, "1 event" and "2 events"."""
    return {key: place for key, place in wanted.items() if file.stem != "bellwether_en" or "%n" in key[1]}


def main():
    wanted = all_strings()
    for file in HERE.glob("*.ts"):
        known = read(file)
        needed = needed_in(file, wanted)
        write(file, file.stem.split("_")[1], {key: known.get(key) for key in needed})
        open_ = sum(1 for key in needed if not known.get(key))
        print(f"{file.name}: {len(needed)} strings, {open_} to translate")
    return 0


if __name__ == "__main__":
    sys.exit(main())
