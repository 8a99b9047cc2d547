"""From a trained student to the file that ships: 8-bit weights in safetensors, as docs/models.md tells.

A row that goes into a product is divided by its root mean square and by a fixed scale a channel, and rounded to
[-127, 127]; the scale of the channel is folded into the weights, which have one scale an output.
"""
from __future__ import annotations

import json

import numpy as np
import torch
import xxhash
from safetensors import safe_open
from safetensors.numpy import save

from batches import batches, gather, windows
from encoder import unit
from heads import ARC

SCHEMA = "readout-model/1"
SURE = 3.5     # a word with this score for starting a sentence does, whatever the rules say
KEPT = 0.9995  # of a channel's values lie within what 8 bits can tell


def limits_of(rows):
    """The sizes that KEPT of each channel's values do not exceed; rows [any, channels] in parts."""
    return np.quantile(torch.cat(rows).abs().float().numpy(), KEPT, axis=0).clip(1e-3)


def through(layers, h, valid, seen):
    """Run layers; what goes into each, and what comes out of the last, is added to seen[layer number]."""
    for number, layer in enumerate(layers):
        seen[number].append(unit(h)[valid])
        h = layer(h, valid[..., None].float())
    seen[len(layers)].append(unit(h)[valid])
    return h


@torch.no_grad()
def ranges(model, table, offsets, words=30000):
    """For what goes into each product of the encoder, by layer, "input" the first: its limits."""
    encoder = model.encoder.eval()
    seen, count = {name: [] for name in ["input", *range(len(encoder.layers) + 1)]}, 0
    for batch in batches(windows(table, offsets, 192), 6000, seed=7):
        data = gather(table, batch)
        x = unit(encoder.embed(data))
        seen["input"].append(x[data["valid"]])
        through(encoder.layers, encoder.input(x), data["valid"], seen)
        count += int(data["valid"].sum())
        if count > words:
            break
    return {name: limits_of(rows) for name, rows in seen.items()}


def matrix(name, weight, bias, limit, out):
    """Add a product: weight [outputs, ..., channels], whose inputs do not exceed `limit` [channels]."""
    folded = weight * (limit / 127)
    scale = np.abs(folded).max(axis=tuple(range(1, folded.ndim))).clip(1e-12) / 127
    shape = (-1,) + (1,) * (folded.ndim - 1)
    out[f"{name}.quant"] = (127 / limit).astype(np.float32)
    out[f"{name}.weight"] = np.rint(folded / scale.reshape(shape)).astype(np.int8)
    out[f"{name}.scale"], out[f"{name}.bias"] = scale.astype(np.float32), bias.astype(np.float32)


def stack(name, layers, limits, out):
    """Add the layers of a stack."""
    for number, layer in enumerate(layers):
        weight, bias = layer.taps.weight.detach().numpy(), layer.taps.bias.detach().numpy()
        matrix(f"{name}.{number}", weight.reshape(len(weight), 3, -1), bias, limits[number], out)


def tensors(model, vocabulary, limits, lemmas):
    """All tensors of the file; `lemmas` are those of lemmas.tensors."""
    state = {name: value.detach().float().numpy() for name, value in model.state_dict().items()}
    out = {"vocabulary": np.frombuffer(vocabulary.rstrip(b"\n"), dtype=np.uint8)}
    rows = state["encoder.embedding.weight"]
    scale = np.abs(rows).max(axis=1).clip(1e-12) / 127
    out["embedding.rows"] = np.rint(rows / scale[:, None]).astype(np.int8)
    out["embedding.scales"] = scale.astype(np.float32)
    matrix("input", state["encoder.input.weight"], state["encoder.input.bias"], limits["input"], out)
    stack("layer", model.encoder.layers, limits, out)
    weight, bias = state["heads.project.weight"].copy(), state["heads.project.bias"].copy()
    weight[ARC:2 * ARC] /= ARC ** 0.5
    bias[ARC:2 * ARC] /= ARC ** 0.5
    start = sum(model.heads.sizes[:6])
    matrix("start", weight[start:start + 1], bias[start:start + 1] - SURE, limits[len(model.encoder.layers)], out)
    matrix("syntax", np.delete(weight, start, 0), np.delete(bias, start), limits[len(model.encoder.layers)], out)
    out["syntax.root"] = state["heads.root"]
    out["syntax.relation.weight"] = state["heads.relation.weight"]
    out["syntax.relation.bias"] = state["heads.relation.bias"]
    return out | lemmas


@torch.no_grad()
def statements(heads, data, enough=30000):
    """The tensors of the heads of statements (attribution.Heads); `data` is attribution.Data."""
    heads.eval()
    seen = {name: {number: [] for number in range(len(layers) + 1)}
            for name, layers in (("words", heads.words), ("roles", heads.roles))}
    count = 0
    for batch in data.plan(7):
        words, vectors, valid, _, found = data.gather(batch)
        through(heads.words, heads.begin(words, vectors), valid, seen["words"])
        if found:
            stand, _, mask, index, cue, _ = found
            _, as_cue, as_word = heads.outputs(words, vectors, valid)
            z = heads.start(as_cue.flatten(0, 1)[cue], as_word.flatten(0, 1)[index], stand, mask)
            through(heads.roles, z, mask, seen["roles"])
        count += int(valid.sum())
        if count > enough:
            break
    found = {name: {number: limits_of(rows) for number, rows in layers.items()} for name, layers in seen.items()}
    out = {}
    stack("statements.layer", heads.words, found["words"], out)
    stack("roles.layer", heads.roles, found["roles"], out)
    state = {name: value.detach().numpy() for name, value in heads.state_dict().items()}
    matrix("statements.word", state["word.weight"], state["word.bias"], 127 * data.word_scale, out)
    matrix("statements", state["project.weight"], state["project.bias"], found["words"][len(heads.words)], out)
    for name in ("left", "right", "quotation", "distance", "pair"):
        out[f"roles.{name}"] = state[f"{name}.weight"]
    return out | {"roles.weight": state["role.weight"], "roles.bias": state["role.bias"],
                  "roles.valid.weight": state["valid.weight"][0], "roles.valid.bias": state["valid.bias"]}


def read(path, without):
    """The tensors and the metadata of a model, without the tensors whose names begin with these words."""
    with safe_open(path, framework="numpy") as file:
        names = [name for name in file.keys() if name.partition(".")[0] not in without]
        return {name: file.get_tensor(name) for name in names}, dict(file.metadata())


def in_order(data):
    """The bytes of a safetensors file with the keys of its header sorted: `save` writes metadata in a random order."""
    begin = 8 + int.from_bytes(data[:8], "little")
    header = json.dumps(json.loads(data[8:begin]), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    header += b" " * (-len(header) % 8)
    return len(header).to_bytes(8, "little") + header + data[begin:]


def metadata(labels, dilations, sources):
    """What the header tells of a model of syntax; values are texts."""
    return {"dilations": " ".join(map(str, dilations)), "sources": json.dumps(sources, sort_keys=True),
            **{f"labels.{name}": " ".join(values) for name, values in labels.sets.items()}}


def write(path, out, told):
    """Write tensors and metadata, and return the size. The file's check is the XXH3 of the whole with the check itself as
    zeros."""
    zeros = "0" * 16
    data = in_order(save({name: np.ascontiguousarray(value) for name, value in out.items()},
                         told | {"schema": SCHEMA, "check": zeros}))
    place = data.index(b'"check":"' + zeros.encode()) + len(b'"check":"')
    digest = xxhash.xxh3_64_hexdigest(data)
    path.write_bytes(data[:place] + digest.encode() + data[place + 16:])
    return len(data)
