#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Builds the shipped fonts from Debian's fonts-inter and fonts-jetbrains-mono.

usage: build_fonts.py [OUTPUT_DIR]   (needs python3-fonttools)

Bellwether Sans is Inter with its tabular figures (feature tnum) mapped onto the digits in the
cmap, because QFont::setFeature exists only from Qt 6.7; it has a name of its own, so that an
installed Inter does not shadow it. Both are cut down to Latin, Greek, Cyrillic and symbols.
"""
import pathlib
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

INTER = pathlib.Path("/usr/share/fonts/opentype/inter")
MONO = pathlib.Path("/usr/share/fonts/truetype/jetbrains-mono/JetBrainsMono-Regular.ttf")
WEIGHTS = {"Regular": 400, "Medium": 500, "SemiBold": 600, "Bold": 700}
RANGES = [(0x20, 0x17F), (0x18F, 0x18F), (0x192, 0x192), (0x1A0, 0x1B0), (0x1CD, 0x1DC),
          (0x218, 0x21B), (0x237, 0x237), (0x2B9, 0x2DD), (0x300, 0x33F), (0x370, 0x3FF),
          (0x400, 0x4FF), (0x1E00, 0x1EFF), (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF),
          (0x2100, 0x214F), (0x2150, 0x218F), (0x2190, 0x21FF), (0x2200, 0x22FF), (0x2300, 0x23FF),
          (0x25A0, 0x25FF), (0x2713, 0x2717)]


def cut(font: TTFont, features: list[str]) -> None:
    options = subset.Options()
    options.layout_features = features
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    options.hinting = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[code for low, high in RANGES for code in range(low, high + 1)])
    cutter.subset(font)


def rename(font: TTFont, family: str, style: str) -> None:
    names = {1: family, 2: style, 3: f"{family} {style}", 4: f"{family} {style}",
             6: f"{family.replace(' ', '')}-{style}"}
    for record in font["name"].names:
        if record.nameID in names:
            record.string = names[record.nameID]
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [names[6]]
        cff.topDictIndex[0].FamilyName = family
        cff.topDictIndex[0].FullName = names[4]


def tabular_figures(font: TTFont) -> dict[str, str]:
    gsub = font["GSUB"].table
    mapping = {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for table in gsub.LookupList.Lookup[index].SubTable:
                    mapping.update(getattr(table, "ExtSubTable", table).mapping)
    return mapping


def main() -> int:
    out = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else pathlib.Path(__file__).parent
    for style, weight in WEIGHTS.items():
        font = TTFont(INTER / f"Inter-{style}.otf", recalcTimestamp=False)
        tabular = tabular_figures(font)
        assert len(tabular) == 15, tabular
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap = {code: tabular.get(glyph, glyph) for code, glyph in table.cmap.items()}
        # The heavier weights were interpolated: their 4 is a few units narrower than the rest.
        digits = [font.getBestCmap()[code] for code in range(0x30, 0x3A)]
        width = max(font["hmtx"][glyph][0] for glyph in digits)
        for glyph in digits:
            font["hmtx"][glyph] = (width, font["hmtx"][glyph][1])
        cut(font, ["kern", "mark", "mkmk", "ccmp", "locl"])
        rename(font, "Bellwether Sans", style)
        font["OS/2"].usWeightClass = weight
        font.save(out / f"BellwetherSans-{style}.otf", reorderTables=True)
    mono = TTFont(MONO, recalcTimestamp=False)
    cut(mono, ["kern", "mark", "mkmk", "ccmp", "locl"])
    mono.save(out / "JetBrainsMono-Regular.ttf", reorderTables=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
