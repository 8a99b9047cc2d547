"""What the teacher says of every word, and a student that learns from it (Hinton et al. 2015) beside the treebanks."""
from __future__ import annotations

import numpy as np
import torch
from torch.nn import functional

from batches import IGNORE, batches, gather, windows
from data import NO_HEAD
from fit import gold_loss

KEPT = 8  # likeliest heads of a word
OPEN = frozenset("NN NNS NNP NNPS VB VBD VBG VBN VBP VBZ JJ JJR JJS RB CD".split())


@torch.no_grad()
def teach(model, table, offsets, size=128, words=6000, log=print):
    """Add to the table, for each word: heads (positions in the table, -1 the root, NO_HEAD none) with probabilities,
    the logits of relations to the likeliest head and of the tags, and the word's vector."""
    model.eval()
    count = len(table["head"])
    relations, tags, xpos = model.heads.relation.out_features, *model.heads.sizes[-2:]
    width = model.heads.project.in_features
    widths = {"shares": KEPT, "deprel": relations, "upos": tags, "xpos": xpos, "vectors": width}
    soft = {"heads": np.full((count, KEPT), NO_HEAD, dtype=np.int32),
            **{name: np.zeros((count, columns), dtype=np.float16) for name, columns in widths.items()}}
    work = batches(windows(table, offsets, size), words)
    for number, batch in enumerate(work):
        data = gather(table, batch)
        with torch.autocast("cpu", torch.bfloat16):
            vectors = model.encode(data)
            out = model.heads(vectors, data["same"])
            best = out["arcs"].argmax(-1)
            relation = model.heads.relations(out, best)
        valid = data["valid"].numpy()
        index = data["index"][valid]
        shares, places = torch.softmax(out["arcs"].float(), -1).topk(min(KEPT, out["arcs"].shape[-1]), -1)
        first = np.array([begin for begin, _ in batch])[:, None, None]
        heads = np.where(places.numpy() == 0, -1, places.numpy() - 1 + first)
        soft["heads"][index, :heads.shape[-1]] = heads[valid]
        soft["shares"][index, :heads.shape[-1]] = shares.numpy()[valid]
        for name, logits in (("deprel", relation), ("upos", out["upos"]), ("xpos", out["xpos"]),
                             ("vectors", vectors)):
            soft[name][index] = logits.float().numpy()[valid]
        if number % 200 == 199:
            log(f"taught {number + 1} of {len(work)} batches")
    return table | {f"soft_{name}": value for name, value in soft.items()}


def vary(table, capital, xpos_names, share, seed):
    """A copy of the table in which some words are others of the same tag and case: sentences that nobody wrote, for the
    teacher to label. How a word stands on the page stays."""
    random = np.random.default_rng(seed)
    out = {name: value.copy() for name, value in table.items() if not name.startswith("soft_")}
    for tag, name in enumerate(xpos_names):
        for upper in (False, True):
            places = np.flatnonzero((table["xpos"] == tag) & (capital == upper))
            if name not in OPEN or len(places) < 20:
                continue
            chosen = places[random.random(len(places)) < share]
            other = random.choice(places, len(chosen))
            out["rows"][chosen, :-1] = table["rows"][other, :-1]
            for column in ("pieces", "piece_count"):
                out[column][chosen] = table[column][other]
    for name in ("upos", "xpos", "deprel"):
        out[name][:] = IGNORE
    out["head"][:] = NO_HEAD
    return out


def stack(parts):
    """Tables of documents one after the other: [(table, offsets)] -> the same."""
    table, offsets, base = {}, [np.array([0])], 0
    for part, own in parts:
        for name, value in part.items():
            if name in ("head", "soft_heads"):
                value = np.where(value >= 0, value + base, value)
            table.setdefault(name, []).append(value)
        offsets.append(own[1:] + base)
        base += own[-1]
    return {name: np.concatenate(values) for name, values in table.items()}, np.concatenate(offsets)


def soft_batch(table, batch, data):
    """The teacher's part of a batch."""
    index, valid = np.maximum(data["index"], 0), data["valid"].numpy()
    first = np.array([begin for begin, _ in batch])[:, None, None]
    heads = table["soft_heads"][index]
    local = np.where(heads == -1, 0, heads - first + 1)
    inside = (heads >= -1) & (local >= 0) & (local <= index.shape[1]) & valid[..., None]
    shares = table["soft_shares"][index].astype(np.float32) * inside
    out = {"heads": torch.from_numpy(np.where(inside, local, 0).astype(np.int64)), "shares": torch.from_numpy(shares)}
    for name in ("deprel", "upos", "xpos", "vectors"):
        out[name] = torch.from_numpy(table[f"soft_{name}"][index].astype(np.float32))
    return out


def cross(logits, target, valid):
    """Cross entropy to the distribution of the teacher's logits."""
    return -(torch.softmax(target, -1) * torch.log_softmax(logits.float(), -1)).sum(-1)[valid].mean()


def distil_loss(table):
    """A loss for fit(): the teacher's distributions and vectors for every word, the treebanks' labels if any."""
    def loss(model, out, data, batch):
        soft, valid = soft_batch(table, batch, data), data["valid"]
        arcs = torch.log_softmax(out["arcs"].float(), -1).gather(2, soft["heads"])
        value = -(soft["shares"] * arcs).sum(-1)[valid].mean()
        value = value + cross(model.heads.relations(out, soft["heads"][..., 0]), soft["deprel"], valid)
        value = value + 0.5 * cross(out["upos"], soft["upos"], valid) + 0.5 * cross(out["xpos"], soft["xpos"], valid)
        near = functional.cosine_similarity(model.imitate(out["vectors"]).float(), soft["vectors"], dim=-1)
        return value + (1 - near)[valid].mean() + gold_loss(model, out, data)
    return loss
