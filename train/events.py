"""Fit the score of events: how likely one is right, from the features of src/events/score.h.

    events.py PROGRAM MODEL SHARED JUDGED

PROGRAM is train-events; JUDGED a table of judged events (tests/data/events/judged.tsv), SHARED holds the articles: wikinews/2019.jsonl
and polnear/train. Prints the weights as src/events/score.c has them, and how well they do on articles that they are not fitted to
(five folds by article): the share that is right of those above each score. Plain Python.
"""
from __future__ import annotations

import csv
import hashlib
import json
import math
import subprocess
import sys
import tempfile
from pathlib import Path

FEATURES, FOLDS, ROUNDS, RATE, DECAY = 28, 5, 3000, 0.5, 0.01


def articles(shared, names):
    """{name: text} of those that are judged."""
    texts = {}
    for line in (shared / "data/wikinews/2019.jsonl").open(encoding="utf-8"):
        article = json.loads(line)
        if article["id"] in names:
            texts[article["id"]] = article["text"]
    for path in (shared / "data/polnear/train").glob("*.txt"):
        if path.stem in names:
            texts[path.stem] = path.read_text(encoding="utf-8")
    return texts


def features(program, model, texts):
    """{(name, begin, end, code): features}, begin and end in code points."""
    found = {}
    with tempfile.TemporaryDirectory() as folder:
        names = sorted(texts)
        paths = [Path(folder) / f"{number}.txt" for number in range(len(names))]
        for path, name in zip(paths, names):
            path.write_bytes(texts[name].encode("utf-8"))
        out = subprocess.run([program, model], input="".join(f"{path}\n" for path in paths), check=True, text=True,
                             capture_output=True).stdout
    lines = iter(out.splitlines())
    for name in names:
        data = texts[name].encode("utf-8")
        for _ in range(int(next(lines))):
            begin, end, code, bits = next(lines).split()
            begin, end = (len(data[:int(byte)].decode("utf-8")) for byte in (begin, end))
            found[name, begin, end, code] = int(bits)
    return found


def fit(rows):
    """Weights, the last the bias, of a logistic regression with a penalty on large ones."""
    weights = [0.0] * (FEATURES + 1)
    for _ in range(ROUNDS):
        slopes = [DECAY * weight for weight in weights[:-1]] + [0.0]
        for bits, right in rows:
            error = (probability(weights, bits) - right) / len(rows)
            for number in bits:
                slopes[number] += error
            slopes[-1] += error
        weights = [weight - RATE * slope for weight, slope in zip(weights, slopes)]
    return weights


def probability(weights, bits):
    return 1 / (1 + math.exp(-weights[-1] - sum(weights[number] for number in bits)))


def main():
    program, model, shared, judged = sys.argv[1:]
    with open(judged, encoding="utf-8", newline="") as source:
        table = list(csv.DictReader(source, delimiter="\t"))
    found = features(program, model, articles(Path(shared), {row["article"] for row in table}))
    rows, folds = [], []
    for row in table:
        bits = found.get((row["article"], int(row["begin"]), int(row["end"]), row["code"]))
        if bits is None:
            continue  # coded otherwise since
        rows.append(([number for number in range(FEATURES) if bits >> number & 1], row["verdict"] == "right"))
        folds.append(int(hashlib.sha256(row["article"].encode()).hexdigest(), 16) % FOLDS)
    tested = []
    for fold in range(FOLDS):
        weights = fit([row for row, own in zip(rows, folds) if own != fold])
        tested += [(probability(weights, bits), right) for (bits, right), own in zip(rows, folds) if own == fold]
    print(f"{len(rows)} of {len(table)} judged events are still coded so, {sum(right for _, right in rows)} are right")
    for least in (0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7):
        kept = [right for score, right in tested if score >= least]
        print(f"score {least:.1f}: {len(kept)} events, {100 * sum(kept) / max(1, len(kept)):.0f} % right")
    weights = fit(rows)
    print("{" + ", ".join(f"{weight:.2f}" for weight in weights[:-1]) + f"}}, bias = {weights[-1]:.2f};")


if __name__ == "__main__":
    main()
