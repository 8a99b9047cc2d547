"""Score the program against gold data, and hold the figures to tests/thresholds.toml.

    score.py PROGRAM SHARED [--part tune] [--document README.md [--write]] [--keep FOLDER]

SHARED holds data/ and the scorers, score/*.py; they are no part of this repository. Where SHARED is absent this says
so and ends well. The figures are of all documents, and beside them of check, the half that nothing was built on; --part
tune is for building: it keeps the other half and holds nothing. The figures between the markers of a document must be
these; --write puts them there. Ends with 1 where a figure is below its threshold, the document tells others, or a record
breaks its contract.
"""
from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

FOLDER = Path(__file__).resolve().parent
BEGIN, END = "<!-- figures: written by `make score-write` -->", "<!-- end of figures -->"
SEED = {"hanoi": "hanoi", "variant-a": "variants/variant-a", "variant-b": "variants/variant-b",
        "variant-c": "variants/variant-c"}

MARKED = {  # sets of marked passages in tests/data, and the figures of each
    "accounts": ("nesting_f1", "addressee_f1", "setting_f1", "time_f1", "statement_f1"),
    "positions": ("position_f1", "position_precision", "position_recall", "extent_of_pairs", "toward_of_pairs", "exchange_f1"),
    "disputes": ("dispute_precision", "dispute_recall", "near_misses_kept")}


class Scoring:
    """The program, the scorers and where the records go."""

    def __init__(self, program, shared, records, part):
        self.program, self.shared, self.records, self.part = program, shared, records, part
        self.broken = []

    def code(self, name, *arguments):
        """The file of the records that the program writes."""
        path = self.records / f"{name}.jsonl"
        with path.open("wb") as out:
            done = subprocess.run([self.program, "code", "--format", "jsonl", "--tokens", *map(str, arguments)],
                                  stdout=out, stderr=subprocess.PIPE, text=True)
        if done.returncode:
            sys.exit(f"{self.program} code ended with {done.returncode}:\n{done.stderr}")
        return path

    def score(self, script, *arguments):
        """The figures that a scorer prints."""
        command = [sys.executable, str(self.shared / "score" / script), *map(str, arguments), "--json"]
        return json.loads(subprocess.run(command, check=True, capture_output=True).stdout)

    def validate(self, records, texts):
        """Note records that break the contract."""
        command = [sys.executable, str(self.shared / "score/validate.py"), str(records), str(texts)]
        done = subprocess.run(command, capture_output=True, text=True)
        if done.returncode:
            told = done.stdout[:2000] + done.stderr[-2000:]
            self.broken.append(f"records that break the contract, {records.name}:\n{told}")

    def polnear(self):
        gold = self.shared / "data/polnear/dev"
        records = self.code("polnear", gold)
        self.validate(records, gold)
        figures = self.score("attribution.py", records, gold, "--part", self.part)
        names = ("recall_direct", "recall_mixed", "recall_indirect", "attribution_precision", "attribution_recall",
                 "attribution", "source_f1", "cue_f1", "content_f1", "content_soft")
        return {name: figures[name] for name in names}

    def treebank(self, name):
        gold, texts = self.shared / f"data/ud/{name}/dev.conllu", self.records / name
        self.score("syntax.py", "extract", gold, texts)
        records = self.code(f"ud-{name}", texts)
        self.validate(records, texts)
        figures = self.score("syntax.py", "score", records, gold, "--part", self.part)
        names = ("tokens", "sentences", "upos", "xpos", "lemmas", "uas", "las")
        return {f"{figure}_{name}": figures[figure] for figure in names}

    def times(self):
        gold, texts = self.shared / "data/timeml/aquaint", self.records / "aquaint-texts.jsonl"
        self.score("times.py", "extract", gold, texts)
        records = self.code("aquaint", texts)
        self.validate(records, texts)
        figures = self.score("times.py", "score", records, gold, "--part", self.part)
        return {f"times_{name}": figures[name] for name in ("strict_f1", "relaxed_f1")} | {"value_f1": figures["value_f1"]}

    def actors(self):
        """Names and who is who: the records of GUM, as the syntax of them, and those of GAP."""
        gold, records = self.shared / "data/ud/gum/dev.conllu", self.code("ud-gum", self.records / "gum")
        figures = self.score("entities.py", records, gold, "--part", self.part)
        out = {"named_f1": figures["named_f1"]}
        figures = self.score("coref.py", "score", records, gold, "--part", self.part)
        out["conll"] = figures["conll"]
        gold, texts = self.shared / "data/gap/gap-development.tsv", self.records / "gap-texts.jsonl"
        self.score("coref.py", "gap-extract", gold, texts)
        records = self.code("gap", texts)
        self.validate(records, texts)
        figures = self.score("coref.py", "gap", records, gold, "--part", self.part)
        return out | {name: figures[name] for name in ("gap_f1", "gap_joined")}

    def events(self):
        """PLOVER events of the gold standard records and of PLV, PETRARCH's codings under its own dictionaries."""
        data, out = self.shared / "data", {}
        for name, script, gold, figures in (
                ("gsr", "events.py", "plover/gsr_dev.json", ("event_f1", "triple_f1", "triple_recall_at_3")),
                ("plv", "pairs.py", "plv/dev.tsv", ("pairs_found", "quad_accuracy", "root_macro_f1", "root_precision", "root_f1")),
                ("petrarch", "petrarch.py", "petrarch/unittest_dev.xml", ("actors_exact", "records_exact"))):
            texts, options = self.records / f"{name}-texts.jsonl", ()
            if name == "petrarch":
                options = tuple(f"--{form}={data}/petrarch/dictionaries/PETR.Validate.{form}.txt"
                                for form in ("actors", "agents", "discards", "verbs"))
            self.score(script, "extract", data / gold, texts)
            records = self.code(name, *options, texts)
            self.validate(records, texts)
            scored = self.score(script, records, data / gold, "--part", self.part)
            out.update({figure: scored[figure] for figure in figures})
        return out

    def marked(self, name, half):
        """Of one half of a set of passages in tests/data, by the scorer there."""
        folder = FOLDER / "data" / name
        passages, scorer = folder / f"{half}.txt", [sys.executable, str(folder / "score.py")]
        texts = self.records / f"{name}-{half}-texts.jsonl"
        with texts.open("wb") as out:
            subprocess.run([*scorer, "texts", str(passages)], check=True, stdout=out)
        records = self.code(f"{name}-{half}", texts)
        self.validate(records, texts)
        lines = subprocess.run([*scorer, "score", str(records), str(passages)], check=True, capture_output=True,
                               text=True).stdout
        figures = dict(line.split() for line in lines.splitlines())
        return {figure: float(figures[figure]) for figure in MARKED[name]}

    def all_marked(self, half):
        return {figure: value for name in MARKED for figure, value in self.marked(name, half).items()}

    def wikinews(self):
        path = self.shared / "data/wikinews/2019.jsonl"
        self.validate(self.code("wikinews", path), path)
        return {}

    def seed(self):
        """Checks passed of the whole record of one article; later stages fill more of it."""
        figures = {}
        for name, stem in SEED.items():
            text, expected = (self.shared / f"seed/{stem}{suffix}" for suffix in (".txt", ".expected.json"))
            published = json.loads(expected.read_text(encoding="utf-8"))["published"]
            records = self.code(name, "--date", published, text)
            self.validate(records, text.parent)
            check = [sys.executable, str(self.shared / "seed/check.py"), str(records), str(expected), str(text)]
            last = subprocess.run(check, capture_output=True, text=True).stdout.split()[-1]
            figures[f"seed_{name}"] = 100 * int(last.split("/")[0]) / int(last.split("/")[1])
        return figures

    def gold(self):
        return {**self.polnear(), **self.times(), **self.treebank("ewt"), **self.treebank("gum"), **self.actors(),
                **self.events()}

    def all(self):
        if self.part == "all":
            return {**self.gold(), **self.all_marked("measure"), **self.wikinews(), **self.seed()}
        more = {f"more_{name}": value for name, value in self.marked("accounts", "more").items()}
        return {**self.gold(), **self.all_marked("build"), **more, **self.seed()}


def table(figures, check, thresholds):
    """Lines of figure, value, value on the check part, threshold."""
    lines = [f"{'figure':<24}{'reached':>9}{'check':>9}{'held':>9}"]
    for name, value in figures.items():
        held = thresholds.get(name)
        columns = [value, check.get(name), held]
        mark = "  BELOW" if held is not None and value < held else ""
        row = "".join(f"{'' if column is None else format(column, '.2f'):>9}" for column in columns)
        lines.append((f"{name:<24}" + row + mark).rstrip())
    return lines


def with_figures(text, lines):
    """A document's text with the figures between its markers."""
    before, rest = text.split(BEGIN)
    after = rest.split(END)[1]
    return before + BEGIN + "\n```\n" + "\n".join(lines) + "\n```\n" + END + after


def compare(figures, thresholds):
    """What is below its threshold, or was not measured."""
    return [f"{name} is below {held}" for name, held in thresholds.items() if figures.get(name, -1) < held]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("shared", type=Path)
    parser.add_argument("--part", choices=("all", "tune"), default="all")
    parser.add_argument("--document", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the records there")
    arguments = parser.parse_args()
    if not (arguments.shared / "score").is_dir():
        print(f"no gold data at {arguments.shared}: nothing is scored")
        return 0

    held = tomllib.loads((FOLDER / "thresholds.toml").read_text(encoding="utf-8"))
    thresholds = {name: value for issue in held.values() for name, value in issue.items()}
    with tempfile.TemporaryDirectory() as temporary:
        records = arguments.keep or Path(temporary)
        records.mkdir(parents=True, exist_ok=True)
        scoring = Scoring(arguments.program, arguments.shared, records, arguments.part)
        figures = scoring.all()
        whole = arguments.part == "all"
        check = Scoring(arguments.program, arguments.shared, records, "check").gold() if whole else {}
    lines = table(figures, check, thresholds if whole else {})
    wrong = scoring.broken + (compare(figures, thresholds) if whole else [])
    if arguments.document and whole:
        text = arguments.document.read_text(encoding="utf-8")
        new = with_figures(text, lines)
        if arguments.write:
            arguments.document.write_text(new, encoding="utf-8")
        elif text != new:
            wrong.append(f"{arguments.document} tells other figures: make score-write")
    print("\n".join(lines + wrong))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
