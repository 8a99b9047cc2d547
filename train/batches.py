"""Windows of whole sentences, and batches of them."""
from __future__ import annotations

import numpy as np
import torch

from data import NO_HEAD

IGNORE = -100


class Labels:
    """The label sets, from the treebanks."""

    def __init__(self, documents):
        self.sets = {}
        for name in ("upos", "xpos", "deprel"):
            seen = sorted({label for document in documents for label in document.labels[name] if label})
            self.sets[name] = seen

    def encode(self, document):
        """Arrays of label numbers; IGNORE where there is none."""
        out = {}
        for name, labels in self.sets.items():
            number = {label: i for i, label in enumerate(labels)}
            known = document.labels.get(name)
            out[name] = np.array([number.get(label, IGNORE) for label in known] if known else [IGNORE] * len(document))
        return out


def join(documents, labels):
    """All documents one after the other, as one dictionary of arrays; offsets [documents + 1]."""
    offsets = np.cumsum([0] + [len(document) for document in documents])
    table = {"rows": np.concatenate([document.rows for document in documents]).astype(np.int32),
             "pieces": np.concatenate([document.pieces for document in documents]).astype(np.int32),
             "piece_count": np.concatenate([document.piece_count for document in documents]).astype(np.int32),
             "sentence": np.concatenate([document.sentence for document in documents])}  # numbers within a document
    encoded = [labels.encode(document) for document in documents]
    for name in labels.sets:
        table[name] = np.concatenate([item[name] for item in encoded])
    heads, starts = [], []
    for document, offset in zip(documents, offsets):
        head, start = np.full(len(document), NO_HEAD), np.full(len(document), IGNORE)
        if document.head is not None:
            head, start = document.head, np.append(1, document.sentence[1:] != document.sentence[:-1])
        heads.append(np.where(head >= 0, head + offset, head))
        starts.append(start.astype(np.int64))
    table["head"], table["start"] = np.concatenate(heads), np.concatenate(starts)
    return table, offsets


def windows(table, offsets, size, seed=None):
    """[(begin, end)]: whole sentences of one document, as many as `size` words hold; longer sentences are cut. Where
    the windows of a document begin varies with the seed."""
    random = np.random.default_rng(seed)
    sentence, out = table["sentence"], []
    for begin, end in zip(offsets[:-1], offsets[1:]):
        starts = begin + np.flatnonzero(np.append(True, sentence[begin + 1:end] != sentence[begin:end - 1]))
        stops = np.append(starts[1:], end)
        at, limit = begin, size if seed is None else random.integers(size // 3, size + 1)
        for start, stop in zip(starts, stops):
            if stop - at > limit and start > at:
                out.append((at, start))
                at, limit = start, size
            while stop - at > size:
                out.append((at, at + size))
                at += size
        if end > at:
            out.append((at, end))
    return out


def batches(spans, words, seed=None):
    """Windows of like length together, about `words` words a batch, in random order."""
    random = np.random.default_rng(seed)
    order = sorted(range(len(spans)), key=lambda i: (spans[i][1] - spans[i][0], random.random()))
    out, batch, longest = [], [], 0
    for i in order:
        longest = max(longest, spans[i][1] - spans[i][0])
        if batch and longest * (len(batch) + 1) > words:
            out.append(batch)
            batch, longest = [], spans[i][1] - spans[i][0]
        batch.append(spans[i])
    out.append(batch)
    if seed is not None:
        random.shuffle(out)
    return out


def gather(table, batch):
    """Index [B, T] into the joined table, -1 where padded; and what of it all models need."""
    longest = max(end - begin for begin, end in batch)
    index = np.full((len(batch), longest), -1)
    for row, (begin, end) in enumerate(batch):
        index[row, :end - begin] = np.arange(begin, end)
    valid, safe = index >= 0, np.maximum(index, 0)
    out = {name: torch.from_numpy(table[name][safe].astype(np.int64)) for name in ("rows", "pieces", "piece_count")}
    out["valid"] = torch.from_numpy(valid)
    sentence = np.where(valid, table["sentence"][safe], -1 - np.arange(longest)[None, :])
    same = (sentence[:, :, None] == sentence[:, None, :]) & ~np.eye(longest, dtype=bool)[None]
    out["same"] = torch.from_numpy(same)
    for name in ("upos", "xpos", "deprel", "start"):
        out[name] = torch.from_numpy(np.where(valid, table[name][safe], IGNORE).astype(np.int64))
    first = np.array([begin for begin, _ in batch])[:, None]
    head = table["head"][safe]
    local = np.where(head >= 0, head - first + 1, 0)
    known = valid & (head != NO_HEAD) & (local >= 0) & (local <= longest)
    known &= (head < 0) | np.take_along_axis(same, np.clip(local - 1, 0, longest - 1)[:, :, None], 2)[:, :, 0]
    out["head"] = torch.from_numpy(np.where(known, local, IGNORE).astype(np.int64))
    out["index"] = index
    return out
