"""Figures by genre, for the model card: genres.py PROGRAM SHARED [--write models/README.md]

The dev documents of UD English-EWT and GUM, cut by what their names say of their genre, scored from raw text as
tests/score.py scores the whole.
"""
import argparse
import re
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

from score import Scoring

FIGURES = ("tokens", "sentences", "upos", "lemmas", "las")
BEGIN, END = "<!-- genres -->", "<!-- end of genres -->"


def by_genre(conllu):
    """{genre: the documents of the file, as text}"""
    genres = defaultdict(list)
    for document in re.split(r"^(?=# newdoc id)", conllu.read_text(encoding="utf-8"), flags=re.MULTILINE):
        name = re.match(r"# newdoc id = (?:GUM_)?([a-z]+)", document)
        if name:
            genres[name[1]].append(document)
    return {genre: "".join(documents) for genre, documents in sorted(genres.items())}


def table(scoring, shared, folder):
    """Lines of a Markdown table."""
    yield "| genre | words | " + " | ".join(FIGURES) + " |"
    yield "| --- |" + " ---: |" * (1 + len(FIGURES))
    for name in ("ewt", "gum"):
        for genre, documents in by_genre(shared / f"data/ud/{name}/dev.conllu").items():
            gold, texts = folder / f"{name}-{genre}.conllu", folder / f"{name}-{genre}"
            gold.write_text(documents, encoding="utf-8")
            scoring.score("syntax.py", "extract", gold, texts)
            figures = scoring.score("syntax.py", "score", scoring.code(f"{name}-{genre}", texts), gold)
            cells = " | ".join(f"{figures[figure]:.1f}" for figure in FIGURES)
            yield f"| {name.upper()}, {genre} | {figures['gold_tokens']:,} | {cells} |"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("shared", type=Path)
    parser.add_argument("--write", type=Path, metavar="FILE")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        scoring = Scoring(arguments.program, arguments.shared, Path(folder), "all")
        lines = list(table(scoring, arguments.shared, Path(folder)))
    print("\n".join(lines))
    if arguments.write:
        text = arguments.write.read_text(encoding="utf-8")
        before, rest = text.split(BEGIN)
        arguments.write.write_text(before + BEGIN + "\n" + "\n".join(lines) + "\n" + END + rest.split(END)[1],
                                   encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
