"""Learn who pronouns are: coreference.py --shared SHARED --tool train-antecedents --model MODEL --work FOLDER

Each pronoun chooses among the clusters before it and none of them (Denis and Baldridge 2008: ranking), by a score that is linear in
the features of src/actors/antecedents.h. Learned from GUM's train file; written to src/actors/antecedent_weights.h.
"""
from __future__ import annotations

import argparse
import subprocess
from pathlib import Path

import numpy as np
import torch

import entities
from data import byte_to_character, trees

ROOT = Path(__file__).resolve().parent.parent
KINDS, RIDGE, LEAST_SHARE = ("he and she", "it", "they"), 0.02, 0.5


def choices(tool, model, work, gold):
    """[(kind, features [candidates, n], [whether each is right])] of all pronouns."""
    work.mkdir(parents=True, exist_ok=True)
    paths = {}
    for name, (text, _, _) in gold.items():
        paths[str(work / f"{name}.txt")] = name
        (work / f"{name}.txt").write_bytes(text.encode("utf-8"))
    raw = subprocess.run([tool, str(model)], input="".join(f"{path}\n" for path in paths), capture_output=True, text=True,
                         check=True).stdout
    out = []
    for block in raw.split("TEXT ")[1:]:
        path, _, rest = block.partition("\n")
        out += read_document(rest, *gold[paths[path]])
    return out


def read_document(block, text, words, found):
    to_character = byte_to_character(text)
    entity_of = {}
    for head, mention in entities.by_head(found).items():
        if mention.type in ("person", "organization", "place"):
            entity_of[words[head].span] = mention.entity
    spans = sorted(entity_of)

    def entity_at(begin, end):
        begin, end = to_character[begin], to_character[end]
        return next((entity_of[span] for span in spans if begin <= span[0] and span[1] <= end), None)

    out = []
    for part in block.split("PRONOUN ")[1:]:
        head, *lines = part.strip().split("\n")
        kind, begin, end = map(int, head.split())
        own = entity_at(begin, end)
        features, right = [], []
        for line in lines:
            values, _, places = line.partition("|")
            features.append([float(value) for value in values.split()])
            places = list(map(int, places.split()))
            known = [entity_at(*place) for place in zip(places[::2], places[1::2])]
            right.append(own is not None and bool(known) and known.count(own) >= LEAST_SHARE * len(known))
        out.append((kind, np.array(features), np.array(right)))
    return out


def learn(data):
    """Weights of a softmax over candidates and none, the last the score of none."""
    size = data[0][0].shape[1]
    weights = torch.zeros(size + 1, dtype=torch.float64, requires_grad=True)
    longest = max(len(features) for features, _ in data)
    table = torch.zeros(len(data), longest, size, dtype=torch.float64)
    real, right = torch.zeros(len(data), longest, dtype=torch.bool), torch.zeros(len(data), longest + 1, dtype=torch.bool)
    for row, (features, known) in enumerate(data):
        table[row, :len(features)], real[row, :len(features)] = torch.from_numpy(features), True
        right[row, :len(features)] = torch.from_numpy(known)
        right[row, longest] = not known.any()
    optimizer = torch.optim.LBFGS([weights], max_iter=300, line_search_fn="strong_wolfe")

    def close():
        optimizer.zero_grad()
        scores = (table @ weights[:-1]).masked_fill(~real, -torch.inf)
        scores = torch.cat([scores, weights[-1].expand(len(data), 1)], 1).log_softmax(1)
        loss = -scores.masked_fill(~right, -torch.inf).logsumexp(1).mean() + RIDGE * weights.square().mean()
        loss.backward()
        return loss
    optimizer.step(close)
    with torch.no_grad():
        scores = (table @ weights[:-1]).masked_fill(~real, -torch.inf)
        best = torch.cat([scores, weights[-1].expand(len(data), 1)], 1).argmax(1)
        share = right[torch.arange(len(data)), best].double().mean()
    return weights.detach().numpy(), float(share)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the folder that holds data/")
    parser.add_argument("--tool", required=True, help="the program train-antecedents")
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True, help="for texts")
    parser.add_argument("--out", type=Path, default=ROOT / "src/actors/antecedent_weights.h")
    arguments = parser.parse_args()
    gold = entities.read(trees(arguments.shared / "data", "gum"))
    found = choices(arguments.tool, arguments.model, arguments.work / "gum", gold)
    lines = ["/* Made by train/coreference.py: he and she; it; they. */"]
    for kind, name in enumerate(KINDS):
        data = [(features, right) for own, features, right in found if own == kind]
        weights, share = learn(data)
        print(f"{name}: {len(data)} pronouns, {share:.1%} right")
        lines.append("    {" + ", ".join(f"{value:.3f}f" for value in weights) + "},")
    arguments.out.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
