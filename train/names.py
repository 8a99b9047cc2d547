"""Train the heads of names of a model: names.py --shared SHARED --tool train-names --model MODEL --work FOLDER --out MODEL

The rest of the model stays as it is. GUM's train file tells what heads of phrases are and which words are names (Zeldes 2017); the names
that a tagger found in PolNeAR's train articles are as many again. Seeds are fixed.
"""
from __future__ import annotations

import argparse
import hashlib
import json
import time
from pathlib import Path

import torch

import entities
import export
import name_heads
from data import trees
from fit import run

EPOCHS, RATE = 24, 2e-3
SILVER = "polnear/train.silver.conll.gz"


def log(line):
    print(time.strftime("%H:%M:%S"), line, flush=True)


def read_gold(arguments, shared):
    """The texts of GUM's train file, with labels."""
    gold, folder = entities.read(trees(shared, "gum")), arguments.work / "gum"
    folder.mkdir(parents=True, exist_ok=True)
    paths = [folder / f"{name}.txt" for name in gold]
    for path in paths:
        path.write_bytes(gold[path.stem][0].encode("utf-8"))
    texts = name_heads.read(arguments.tool, str(arguments.model), paths)
    for text in texts:
        name_heads.label_gold(text, *gold[text.name][1:])
    return texts


def read_silver(arguments, shared):
    """PolNeAR's train articles, with labels of names."""
    names = name_heads.read_silver(shared / SILVER)
    paths = [path for path in sorted((shared / "polnear/train").glob("*.txt")) if path.stem in names]
    texts = name_heads.read(arguments.tool, str(arguments.model), paths)
    for text in texts:
        name_heads.label_silver(text, names[text.name])
    return texts


@torch.no_grad()
def tensors(heads, data, words=40000):
    """The tensors of the heads; what goes into products is measured on so many words."""
    heads.eval()
    seen, count = {number: [] for number in range(len(heads.layers) + 1)}, 0
    for batch, _ in data.plan(7):
        (*inputs, valid), _, _ = data.gather(batch)
        export.through(heads.layers, heads.begin(*inputs), valid, seen)
        count += int(valid.sum())
        if count > words:
            break
    limits = {number: export.limits_of(rows) for number, rows in seen.items()}
    state, out = {name: value.numpy() for name, value in heads.state_dict().items()}, {}
    export.matrix("names.vector", state["vector.weight"], state["vector.bias"], 127 * data.scales[1], out)
    export.matrix("names.word", state["word.weight"], state["word.bias"], 127 * data.scales[0], out)
    export.stack("names.layer", heads.layers, limits, out)
    export.matrix("names", state["out.weight"], state["out.bias"], limits[len(heads.layers)], out)
    return out | {"names.known": state["known"]}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="the folder that holds data/")
    parser.add_argument("--tool", required=True, help="the program train-names")
    parser.add_argument("--model", type=Path, required=True, help="the model that gets heads")
    parser.add_argument("--work", type=Path, required=True, help="what is kept between the steps")
    parser.add_argument("--out", type=Path, required=True)
    arguments = parser.parse_args()
    shared = arguments.shared / "data"
    known, metadata = export.read(arguments.model, ("names",))
    gold, silver = read_gold(arguments, shared), read_silver(arguments, shared)
    data = name_heads.Data(gold + silver, len(gold), 1 / known["input.quant"], 1 / known["syntax.quant"])
    log(f"{data.offsets[len(gold)]:,} words of {len(gold)} texts with entities, "
        f"{data.offsets[-1] - data.offsets[len(gold)]:,} of {len(silver)} with names")
    torch.manual_seed(1)
    heads = name_heads.NameHeads(len(data.scales[0]), len(data.scales[1]))
    run(heads, data.plan, lambda model, pair: name_heads.loss(model, data, pair), epochs=EPOCHS,
        rates=[(heads.parameters(), RATE)], seed=1, checkpoint=arguments.work / "names.checkpoint", log=log)
    digest = hashlib.sha256((shared / SILVER).read_bytes()).hexdigest()
    metadata |= {"names.dilations": " ".join(map(str, name_heads.LAYERS)),
                 "sources": json.dumps(json.loads(metadata["sources"]) | {SILVER: digest}, sort_keys=True)}
    size = export.write(arguments.out, known | tensors(heads, data), metadata)
    log(f"{arguments.out}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
