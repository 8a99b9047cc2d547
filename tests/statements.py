"""How good statements are, beyond `make score`: statements.py PROGRAM SHARED [--write]

By PolNeAR, whose statements count as right where at least half of the content and of the source is. How often each rule of
src/statements/rules.c is right, on the train folder and the tune part of dev, with no model; how often statements of each
score are right, on the check part of dev; and figures by publisher, form and gender of the source on all of dev. The latter
two are written into docs/models.md and models/README.md with --write.
"""
from __future__ import annotations

import argparse
import collections
import csv
import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MALE, FEMALE = re.compile(r"\b(he|him|his|Mr)\b", re.I), re.compile(r"\b(she|her|hers|Mrs|Ms)\b", re.I)


class Gold:
    """The scorer of PolNeAR, and the program."""

    def __init__(self, program, shared):
        sys.path.insert(0, str(shared / "score"))
        import attribution
        import common
        self.attribution, self.common, self.program, self.shared = attribution, common, program, shared

    def pairs(self, name, part, *options):
        """[(document, gold, predicted statements as items, {predicted: gold that it finds})] of a folder."""
        folder = self.shared / "data/polnear" / name
        done = subprocess.run([self.program, "code", "--format", "jsonl", *options, str(folder)], check=True,
                              capture_output=True)
        records = {record["id"]: record for record in map(json.loads, done.stdout.splitlines())}
        for document, article in self.attribution.read_gold(folder).items():
            if self.common.in_part(document, part):
                yield document, article, *self.found(article, records[document])

    def found(self, article, record):
        attribution = self.attribution
        items = [item for item in record["statements"] if item["within"] is None]
        predicted = [attribution.read_statement(item, article.text) for item in items]
        gold = [statement for statement in article.statements if statement.content]
        right = {p: g for g, p in attribution.match(gold, predicted)
                 if attribution.jaccard(gold[g].content, predicted[p].content) >= 0.5 and
                 attribution.jaccard(gold[g].source, predicted[p].source) >= 0.5}
        return gold, items, right


def rules(gold):
    """Lines: how often the statements of each rule are right, by their scores, which name them."""
    made, right = collections.Counter(), collections.Counter()
    for name, part in (("train", "all"), ("dev", "tune")):
        for _, _, _, items, found in gold.pairs(name, part, "--model", "none"):
            made.update(item["score"] for item in items)
            right.update(items[p]["score"] for p in found)
    return [f"rule of score {score:.2f}: {right[score]} of {made[score]} right, {right[score] / made[score]:.2f}"
            for score in sorted(made, reverse=True)]


def reliability(gold):
    """A table: of the statements of each tenth of scores, how many are right."""
    made, right, sums = collections.Counter(), collections.Counter(), collections.Counter()
    for _, _, _, items, found in gold.pairs("dev", "check", "--min-score", "0"):
        for p, item in enumerate(items):
            tenth = min(9, int(10 * item["score"]))
            made[tenth] += 1
            sums[tenth] += item["score"]
            right[tenth] += p in found
    lines = ["| score | statements | mean score | right |", "| --- | ---: | ---: | ---: |"]
    return lines + [f"| {t / 10:.1f} to {t / 10 + 0.1:.1f} | {made[t]} | {sums[t] / made[t]:.2f} | {right[t] / made[t]:.2f} |"
                    for t in range(10) if made[t]]


def words(text, offsets):
    return "".join(text[i] if i in offsets else " " for i in range(min(offsets, default=0), max(offsets, default=-1) + 1))


def groups(gold):
    """A table: precision, recall and F1 by publisher; recall by form and by the gender that a source's words tell."""
    with open(gold.shared / "data/polnear/metadata.tsv", encoding="utf-8") as file:
        publishers = {row["filename"]: row["publisher"] for row in csv.DictReader(file, delimiter="\t")}
    made, true, right = collections.Counter(), collections.Counter(), collections.Counter()
    for document, article, statements, items, found in gold.pairs("dev", "all"):
        publisher, inside = publishers.get(document, document.partition("_")[0]), gold.attribution.quoted(article.text)
        made[publisher] += len(items)
        names = []
        for statement in statements:
            source = words(article.text, statement.source)
            male, female = bool(MALE.search(source)), bool(FEMALE.search(source))
            names.append([publisher, gold.attribution.form_of(article.text, statement.content, inside),
                          *(["he, him, his, Mr."] if male and not female else []),
                          *(["she, her, hers, Mrs., Ms."] if female and not male else [])])
        true.update(name for own in names for name in own)
        right.update(name for g in found.values() for name in names[g])
    lines = ["| statements of | gold | precision | recall | F1 |", "| --- | ---: | ---: | ---: | ---: |"]
    for name in sorted(true, key=lambda name: (name not in made, name)):
        recall, precision = right[name] / true[name], right[name] / made[name] if made[name] else None
        both = ["", ""] if precision is None else [f"{100 * precision:.1f}", f"{200 * right[name] / (made[name] + true[name]):.1f}"]
        lines.append(f"| {name} | {true[name]} | {both[0]} | {100 * recall:.1f} | {both[1]} |")
    return lines


def put(path, name, lines):
    """Put lines between the markers of a document."""
    text = path.read_text(encoding="utf-8")
    begin, end = f"<!-- {name} -->\n", f"<!-- end of {name} -->"
    before, rest = text.split(begin)
    path.write_text(before + begin + "\n".join(lines) + "\n" + end + rest.split(end)[1], encoding="utf-8")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program")
    parser.add_argument("shared", type=Path)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    if not (arguments.shared / "score").is_dir():
        print(f"no gold data at {arguments.shared}: nothing is counted")
        return
    gold = Gold(arguments.program, arguments.shared)
    scores, by_group = reliability(gold), groups(gold)
    print("\n".join([*rules(gold), "", *scores, "", *by_group]))
    if arguments.write:
        put(ROOT / "docs/models.md", "reliability", scores)
        put(ROOT / "models/README.md", "statements", by_group)


if __name__ == "__main__":
    main()
