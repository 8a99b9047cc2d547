"""Train the heads of statements of a model: statements.py --shared SHARED --tool train-statements --model MODEL
--work FOLDER --out MODEL

The rest of the model stays as it is. Most articles of PolNeAR's train folder and passages of our own (accounts.py) train the heads; other
articles tell how often a
statement that the heads read is right, from which its score comes. Also written: tests/data/parity-statements.txt. Seeds are fixed.
"""
from __future__ import annotations

import argparse
import hashlib
import json
import time
from pathlib import Path

import numpy as np
import torch

import accounts
import articles
import attribution
import export
import parity
from fit import run

EPOCHS, RATE = 6, 2e-3
ROOT = Path(__file__).resolve().parent.parent
HELD = 10       # each so many-th article is held out for the score
LEAST = 0.3     # a statement with a lower score is not written: best F1 on the tune part


def log(line):
    print(time.strftime("%H:%M:%S"), line, flush=True)


def sources(known, shared, paths):
    """The sources of a model with the annotations of these articles: JSON, {file: sha256}."""
    files = {str(path.relative_to(shared).with_suffix(".ann")): path.with_suffix(".ann") for path in paths}
    files[str(accounts.PASSAGES.relative_to(ROOT))] = accounts.PASSAGES
    return json.dumps(json.loads(known) | {name: hashlib.sha256(path.read_bytes()).hexdigest()
                                           for name, path in files.items()}, sort_keys=True)


def words_of(ranges):
    return {word for begin, end in ranges for word in range(begin, end)}


def overlap(one, other):
    """The Jaccard index; two empty sets agree."""
    return len(one & other) / len(one | other) if one or other else 1.0


def is_right(article, ranges):
    """Whether a statement of the article has half of the source and half of the content in common with a candidate."""
    source, content = words_of(ranges[:1]), words_of(ranges[1:])
    return any(overlap(content, set(words[articles.CONTENT].tolist())) >= 0.5 and
               overlap(source, set(words.get(articles.SOURCE, np.zeros(0)).tolist())) >= 0.5
               for words in article.statements.values())


def score_weights(held):
    """Weights of a logistic regression from features to whether a candidate is right, the last the bias; by Newton."""
    features = np.array([row for article in held for _, row in article.candidates], dtype=np.float64)
    right = np.array([is_right(article, ranges) for article in held for ranges, _ in article.candidates], dtype=float)
    features = np.concatenate([features, np.ones((len(features), 1))], 1)
    weights, ridge = np.zeros(features.shape[1]), 1e-2 * np.eye(features.shape[1])
    for _ in range(30):
        share = 1 / (1 + np.exp(-features @ weights))
        slope = features.T @ (right - share) - ridge @ weights
        weights += np.linalg.solve((features * (share * (1 - share))[:, None]).T @ features + ridge, slope)
    log(f"score: {len(right)} candidates of {len(held)} articles, {right.mean():.1%} right")
    return weights.astype(np.float32)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the folder that holds data/")
    parser.add_argument("--tool", required=True, help="the program train-statements")
    parser.add_argument("--model", type=Path, required=True, help="the model that gets heads")
    parser.add_argument("--work", type=Path, required=True, help="what is kept between the steps")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    arguments.work.mkdir(parents=True, exist_ok=True)
    tensors, metadata = export.read(arguments.model, ("statements", "roles"))
    paths = sorted((arguments.shared / "data/polnear/train").glob("*.txt"))
    trained = [path for number, path in enumerate(paths) if number % HELD]
    read = articles.read(arguments.tool, str(arguments.model), trained)
    relations = metadata["labels.deprel"].split(" ")
    read += accounts.read(arguments.tool, str(arguments.model), arguments.work, relations)
    relations = len(relations)
    data = attribution.Data(read, relations, 1 / tensors["input.quant"], 1 / tensors["syntax.quant"])
    log(f"{len(read)} articles, {len(data.vectors):,} words, {sum(example[-1] for example in data.examples):,} "
        f"statements, {len(data.examples):,} examples")
    torch.manual_seed(1)
    heads = attribution.Heads(data.words.shape[1], data.vectors.shape[1], relations)
    run(heads, data.plan, lambda model, batch: attribution.loss(model, data.gather(batch)), epochs=EPOCHS,
        rates=[(heads.parameters(), RATE)], seed=1, checkpoint=arguments.work / "statements.checkpoint", log=log)
    tensors |= export.statements(heads, data)
    metadata |= {"sources": sources(metadata["sources"], arguments.shared / "data", paths),
                 "statements.dilations": " ".join(map(str, attribution.WORDS)),
                 "roles.dilations": " ".join(map(str, attribution.ROLE_LAYERS)), "min-score.statement": str(LEAST)}
    tensors["statements.score"] = np.zeros(articles.FEATURES + 1, dtype=np.float32)
    draft = arguments.work / "statements.safetensors"
    export.write(draft, tensors, metadata)
    tensors["statements.score"] = score_weights(articles.read(arguments.tool, str(draft), paths[::HELD]))
    [summit] = articles.read(arguments.tool, str(draft), [ROOT / "examples/summit.txt"])
    parity.write_statements(ROOT / "tests/data/parity-statements.txt", heads, summit, data.word_scale, data.vector_scale,
                            relations)
    log(f"{arguments.out}: {export.write(arguments.out, tensors, metadata) / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
