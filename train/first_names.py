"""Writes the names of the United States into lexicon/first-names.txt, from the census of 1990 as the package `names` has it.

    python3 -m venv VENV && VENV/bin/pip install names && VENV/bin/python train/first_names.py lexicon/first-names.txt

A name is a man's or a woman's where at least nine in ten of those who bear it are; names that are seldom a given one where
the family name comes first ("Kim Jong Un"), or that another part of the file has, are left out. Only that part is rewritten.
"""
from __future__ import annotations

import re
import sys
import textwrap
import unicodedata
from pathlib import Path

import names

PART = "## United States"
SURE = 0.9
BOTH = "Andrea Ariel Dominique Jan Jean Joan Kiran Michele Nicola Nour Suman Tal Yuki Yuval"  # of men elsewhere, or of women
FAMILY = """An Chan Chang Chen Cheng Cho Choi Chong Chu Chun Chung Dong Fang Feng Fu Guo Han He Ho Hong Hu Huang Hwang Hyun In Jang
Jin Jung Kang Kim Kong Kwon Le Lee Li Liang Lim Lin Ling Liu Luo Ma Man Min Ming Moon Na Oh Pa Park Ping Qian See Seo Shin So
Son Song Soo Su Suk Sun Sung Tran Un Wan Wang Wei Wu Xi Xiao Xu Yan Yang Yee Yi Ying Yoon Young Yu Yuan Yun Yung Zhang Zhao Zhou"""


def plain(name: str) -> str:
    """As readout compares names: without accents, in small letters."""
    return "".join(c for c in unicodedata.normalize("NFD", name.lower()) if not unicodedata.combining(c))


def shares(path: str) -> dict[str, float]:
    """A name and how many of a hundred have it."""
    rows = (line.split() for line in Path(path).read_text().splitlines())
    return {row[0].capitalize(): float(row[1]) for row in rows if row}


def sorted_out(female: dict[str, float], male: dict[str, float]) -> dict[str, list[str]]:
    """The names that tell a gender."""
    found: dict[str, list[str]] = {"f": [], "m": []}
    for name in sorted({*female, *male}):
        of_women, of_men = female.get(name, 0.0), male.get(name, 0.0)
        share = of_women / (of_women + of_men) if of_women + of_men else float(name in female)
        if of_women + of_men == 0 and name in female and name in male:
            continue
        if share >= SURE or share <= 1 - SURE:
            found["f" if share >= SURE else "m"].append(name)
    return found


def rest_of(text: str) -> tuple[str, str]:
    """What stands before and behind the part."""
    before, _, behind = text.partition(PART)
    _, mark, others = behind.partition("\n## ")
    return before, mark.lstrip("\n") + others


def main() -> None:
    path = Path(sys.argv[1])
    before, others = rest_of(path.read_text())
    had = {plain(name) for name in [*re.findall(r"[\w'-]+", others), *FAMILY.split(), *BOTH.split()]}
    found = sorted_out(shares(names.FILES["first:female"]), shares(names.FILES["first:male"]))
    lines = [line for gender, all_of in found.items()
             for line in textwrap.wrap(" ".join(name for name in all_of if plain(name) not in had), 114,
                                       initial_indent=f"{gender} | ", subsequent_indent=f"{gender} | ")]
    path.write_text(before + "\n".join([PART, *lines]) + "\n\n" + others)


if __name__ == "__main__":
    main()
