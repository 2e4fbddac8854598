#!/usr/bin/env python3
"""Makes the faces of the window anew from the packages that carry them whole.

    pip install fonttools brotli
    assets/fonts/make.py [folder for the packages]

It needs npm, apt-get and dpkg-deb. What each face is for and under which licence it comes stands in README.md beside this file.
Run it after a text has brought a character that `cargo test --test glyphs` misses, and commit what it wrote.
"""
import glob
import os
import subprocess
import sys
import tarfile
import tempfile

from fontTools import merge, subset
from fontTools.ttLib import TTFont

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
NPM = ["@expo-google-fonts/eb-garamond@0.4.3", "@expo-google-fonts/im-fell-english-sc@0.4.0",
       "@expo-google-fonts/atkinson-hyperlegible-next@0.4.1", "@fontsource/yuji-boku@5.3.0"]
DEB = ["fonts-noto-cjk", "fonts-lxgw-wenkai"]
# Latin with the marks of pinyin and of the languages we may be translated into, punctuation, arrows, signs of the trade.
LATIN = [(0x20, 0x7E), (0xA0, 0x17F), (0x1CD, 0x1DC), (0x218, 0x21B), (0x2BC, 0x2BC), (0x300, 0x304), (0x30C, 0x30C),
         (0x2010, 0x2027), (0x2030, 0x203A), (0x2044, 0x2044), (0x20AC, 0x20AC), (0x2150, 0x215E), (0x2190, 0x2193),
         (0x2212, 0x2212), (0x2248, 0x2248), (0x2260, 0x2265), (0x25A0, 0x25CF), (0xFB00, 0xFB04)]
FACE_TC = 3  # of the Noto collection: Japan, Korea, mainland, Taiwan, Hong Kong


def fetch(folder):
    """Brings the packages into the folder, unless they are there."""
    for package in NPM:
        name = package[1:].rsplit("@", 1)[0].replace("/", "-")
        to = os.path.join(folder, name)
        if not os.path.isdir(to):
            done = subprocess.run(["npm", "pack", package], cwd=folder, check=True, capture_output=True, text=True)
            with tarfile.open(os.path.join(folder, done.stdout.split()[-1])) as tar:
                tar.extractall(to, filter="data")
    for package in DEB:
        to = os.path.join(folder, package)
        if not os.path.isdir(to):
            subprocess.run(["apt-get", "download", package], cwd=folder, check=True)
            deb = glob.glob(os.path.join(folder, package + "_*.deb"))[0]
            subprocess.run(["dpkg-deb", "-x", deb, to], check=True)


def used():
    """Every character that the shipped texts use, and that the panels draw by themselves."""
    found = set("一二三四五六七八九十百千萬〇零議令財人盟史典鑑圖江山御書戰和廷議朱批")
    for pattern in ("scenarios/**/*.ron", "assets/lang/**/*.ftl", "assets/calendar/*.csv", "src/panels/**/*.rs"):
        for path in glob.glob(os.path.join(ROOT, pattern), recursive=True):
            with open(path, encoding="utf-8") as file:
                found |= set(file.read())
    return {c for c in found if ord(c) >= 0x2E80}


def wide():
    """The frequent half of Big5: what a writer of scenarios will want beyond what the shipped ones use."""
    found = set("，。、；：？！「」『』（）《》〈〉【】·—…　〇")
    for lead in range(0xA4, 0xC7):
        for trail in [*range(0x40, 0x7F), *range(0xA1, 0xFF)]:
            try:
                found.add(bytes([lead, trail]).decode("big5"))
            except UnicodeDecodeError:
                pass
    return found


def options(features):
    made = subset.Options()
    made.layout_features = features
    made.hinting = False
    made.notdef_outline = True
    made.name_IDs = ["*"]
    made.drop_tables += ["DSIG", "vhea", "vmtx", "BASE", "VORG"] + ([] if features else ["GPOS", "GSUB", "GDEF"])
    return made


def cut(font, wanted, features=()):
    """Leaves only the wanted code points in a font; gives those it has."""
    here = set(font.getBestCmap())
    worker = subset.Subsetter(options(list(features)))
    worker.populate(unicodes=wanted & here)
    worker.subset(font)
    return wanted & here


def rename(font, family):
    """Gives a font another name, where its licence reserves the old one for what was not changed."""
    names = font["name"]
    for index, value in ((1, family), (3, family + " subset"), (4, family), (6, family.replace(" ", "")), (16, family)):
        for record in [r for r in names.names if r.nameID == index]:
            names.setName(value, index, record.platformID, record.platEncID, record.langID)
    if "CFF " in font:
        font["CFF "].cff.fontNames[0] = family.replace(" ", "")


def save(font, name):
    font["head"].created = font["head"].modified = 0  # the same bytes from the same packages
    font.recalcTimestamp = False
    font.save(os.path.join(HERE, name))
    print(f"{name}: {os.path.getsize(os.path.join(HERE, name)) // 1024} KiB, {len(font.getBestCmap())} characters")


def slices(pattern, wanted):
    """Puts the slices of a web font together, as far as they are wanted."""
    parts, missing = [], set(wanted)
    with tempfile.TemporaryDirectory() as folder:
        for path in sorted(glob.glob(pattern)):
            font = TTFont(path)
            take = set(font.getBestCmap()) & missing
            if not take:
                continue
            font.flavor = None
            cut(font, take)
            missing -= take
            parts.append(os.path.join(folder, f"{len(parts):03}.ttf"))
            font.save(parts[-1])
        return merge.Merger().merge(parts)


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else tempfile.mkdtemp()
    folder = os.path.abspath(folder)
    os.makedirs(folder, exist_ok=True)
    fetch(folder)
    latin = {c for first, last in LATIN for c in range(first, last + 1)}
    running = {ord(c) for c in used() | wide()}
    features = ["kern", "liga", "mark", "mkmk", "ccmp", "locl"]

    garamond = os.path.join(folder, "expo-google-fonts-eb-garamond/package/{0}/EBGaramond_{0}.ttf")
    plain = os.path.join(folder, "expo-google-fonts-atkinson-hyperlegible-next/package/{0}/AtkinsonHyperlegibleNext_{0}.ttf")
    for path, weight, name in (
        (garamond, "500Medium", "eb-garamond-medium.ttf"),
        (garamond, "600SemiBold", "eb-garamond-semibold.ttf"),
        (garamond, "500Medium_Italic", "eb-garamond-medium-italic.ttf"),
        (plain, "400Regular", "atkinson-next-regular.ttf"),
        (plain, "600SemiBold", "atkinson-next-semibold.ttf"),
        (plain, "400Regular_Italic", "atkinson-next-italic.ttf"),
    ):
        font = TTFont(path.format(weight))
        cut(font, latin, features)
        save(font, name)

    font = TTFont(os.path.join(folder, "expo-google-fonts-im-fell-english-sc/package/400Regular/IMFellEnglishSC_400Regular.ttf"))
    cut(font, latin, features)
    rename(font, "Rivers Old Capitals")
    save(font, "old-capitals.ttf")

    noto = os.path.join(folder, "fonts-noto-cjk/usr/share/fonts/opentype/noto/NotoSerifCJK-{}.ttc")
    for weight, name in (("Regular", "noto-serif-tc.otf"), ("Bold", "noto-serif-tc-bold.otf")):
        font = TTFont(noto.format(weight), fontNumber=FACE_TC)
        cut(font, running)
        save(font, name)

    # The brush is heavy: only what the game itself shows. Behind it stands a lighter one with the wide range.
    save(slices(os.path.join(folder, "fontsource-yuji-boku/package/files/yuji-boku-*-400-normal.woff2"),
                {ord(c) for c in used()}), "yuji-boku.ttf")
    font = TTFont(os.path.join(folder, "fonts-lxgw-wenkai/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Bold.ttf"))
    cut(font, running)
    rename(font, "Rivers Brush Kai")
    save(font, "brush-kai.ttf")


if __name__ == "__main__":
    main()
