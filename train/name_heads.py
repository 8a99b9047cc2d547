"""The heads of names (src/names/name_heads.h): what each word is as the head of a phrase and as a word of a name."""
from __future__ import annotations

import gzip
import re
from dataclasses import dataclass

import numpy as np
import torch
from torch import nn
from torch.nn import functional

import entities
from batches import IGNORE, batches, windows
from data import byte_to_character, through
from encoder import Layer, unit

COLUMNS, KNOWN = 4, 10
LAYERS, WIDTH = (1, 2, 4), 192
CLASSES = ("nothing", "person", "organization", "place", "other")
SILVER = {"PERSON": 1, "ORGANIZATION": 2, "LOCATION": 3, "MISC": 4}


@dataclass
class Text:
    """A text as train-names reads it; arrays of one row a word. Labels are numbers of CLASSES, or IGNORE."""
    name: str
    text: str
    spans: np.ndarray  # code points
    sentence: np.ndarray
    known: np.ndarray    # 0 or 1 for each bit of names/known.h
    vectors: np.ndarray  # 8 bits, as `words`
    words: np.ndarray    # by themselves
    head: np.ndarray = None
    part: np.ndarray = None

    def __len__(self):
        return len(self.spans)


def read_one(raw, at, path):
    count, width, embedding = map(int, np.frombuffer(raw, "<u4", 3, at))
    at += 12
    rows = np.frombuffer(raw, "<u4", count * COLUMNS, at).reshape(count, COLUMNS).astype(np.int64)
    at += rows.size * 4
    vectors = np.frombuffer(raw, "i1", count * width, at).reshape(count, width)
    at += vectors.size
    words = np.frombuffer(raw, "i1", count * embedding, at).reshape(count, embedding)
    text = path.read_bytes().decode("utf-8-sig")
    known = (rows[:, 3:] >> np.arange(KNOWN) & 1).astype(np.int8)
    return Text(path.stem, text, byte_to_character(text)[rows[:, :2]], rows[:, 2], known, vectors, words), at + words.size


def read(tool, model, paths):
    """The texts of these paths as the tool reads them with a model."""
    return through(tool, model, paths, read_one)


# Labels

def name_words(words, mention):
    """The words of a mention's name: its head and the proper nouns that are parts of it."""
    return [index for index in mention.words if index == mention.head or
            (words[index].head == mention.head and words[index].upos == "PROPN" and
             words[index].deprel.partition(":")[0] in ("flat", "compound"))]


def label_gold(text, words, found):
    """Labels of a text of GUM: heads of mentions, words of names; where readout has the same word."""
    index = {tuple(span): number for number, span in enumerate(text.spans.tolist())}
    own = [index.get(word.span, -1) for word in words]
    text.head, text.part = np.full(len(text), IGNORE), np.full(len(text), IGNORE)
    for number in own:
        if number >= 0:
            text.head[number] = text.part[number] = 0
    for head, mention in entities.by_head(found).items():
        kind = CLASSES.index(mention.type) if mention.type in CLASSES[1:4] else 4
        if own[head] >= 0:
            text.head[own[head]] = kind
        if words[head].upos == "PROPN" and kind < 4:
            for word in name_words(words, mention):
                if own[word] >= 0:
                    text.part[own[word]] = kind


def read_silver(path):
    """{article: [(begin, end, class)]} of PolNeAR's silver names."""
    out = {}
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            new = re.match(r"# newdoc id = (\S+)", line)
            if new:
                rows = out.setdefault(new[1], [])
            elif line.strip() and not line.startswith("#"):
                fields = line.rstrip("\n").split("\t")
                if fields[4] in SILVER and (fields[3].startswith("NNP") or fields[4] != "MISC"):
                    rows.append((int(fields[5]), int(fields[6]), SILVER[fields[4]]))
    return out


def label_silver(text, names):
    """Labels of words of names alone."""
    begins = {place: kind for begin, end, kind in names for place in range(begin, end)}
    text.head = np.full(len(text), IGNORE)
    text.part = np.array([begins.get(begin, 0) for begin in text.spans[:, 0].tolist()])


# The network

class NameHeads(nn.Module):
    def __init__(self, embedding, vector, dropout=0.2):
        super().__init__()
        self.vector, self.word = nn.Linear(vector, WIDTH), nn.Linear(embedding, WIDTH)
        self.known = nn.Parameter(torch.zeros(KNOWN, WIDTH))
        nn.init.normal_(self.word.weight, std=0.03)
        nn.init.zeros_(self.word.bias)
        self.layers = nn.ModuleList(Layer(WIDTH, dilation, dropout) for dilation in LAYERS)
        self.out, self.dropout = nn.Linear(WIDTH, 2 * len(CLASSES)), nn.Dropout(dropout)

    def begin(self, words, vectors, known):
        """In training what lexicons know is left out of a tenth of the words, so that others' names are read too."""
        if self.training:
            known = known * (torch.rand(known.shape[:2]) >= 0.1)[..., None]
        return self.vector(self.dropout(vectors)) + self.word(self.dropout(words)) + known @ self.known

    def forward(self, words, vectors, known, valid):
        """Logits [B, T, classes] of heads, and of words of names."""
        h = self.begin(words, vectors, known)
        for layer in self.layers:
            h = layer(h, valid[..., None].float())
        return self.out(self.dropout(unit(h))).float().chunk(2, -1)


class Data:
    """Texts, one after the other as joined tables; the scales make of 8 bits what they stand for. The first `gold` of them have labels
    of heads too."""

    def __init__(self, texts, gold, word_scale, vector_scale):
        self.offsets = np.cumsum([0] + [len(text) for text in texts])
        self.gold, self.scales = gold, (word_scale, vector_scale)
        self.sentence = np.concatenate([text.sentence for text in texts])
        self.tables = [np.concatenate([getattr(text, name) for text in texts])
                       for name in ("words", "vectors", "known", "head", "part")]

    def part(self, offsets, seed, words=4000):
        return batches(windows({"sentence": self.sentence}, offsets, 128, seed), words, seed)

    def plan(self, seed):
        """Pairs of batches, of gold labels and of others, as many as there are of gold ones."""
        gold = self.part(self.offsets[:self.gold + 1], seed)
        return list(zip(gold, self.part(self.offsets[self.gold:], seed)))

    def gather(self, batch):
        """(words, vectors, known, valid), labels of heads, labels of words of names."""
        longest = max(end - begin for begin, end in batch)
        index = np.full((len(batch), longest), -1)
        for row, (begin, end) in enumerate(batch):
            index[row, :end - begin] = np.arange(begin, end)
        valid, safe = index >= 0, np.maximum(index, 0)
        words, vectors, known = (torch.from_numpy(table[safe].astype(np.float32)) for table in self.tables[:3])
        head, part = (torch.from_numpy(np.where(valid, table[safe], IGNORE)) for table in self.tables[3:])
        return (words * torch.from_numpy(self.scales[0]), vectors * torch.from_numpy(self.scales[1]), known,
                torch.from_numpy(valid)), head, part


def cross(logits, labels):
    return functional.cross_entropy(logits.flatten(0, 1), labels.flatten(), ignore_index=IGNORE)


def loss(model, data, pair):
    """Cross entropy of heads and, at half the weight, of words of names."""
    total = 0
    for number, batch in enumerate(pair):
        inputs, head, part = data.gather(batch)
        heads, parts = model(*inputs)
        total = total + 0.5 * cross(parts, part) + (cross(heads, head) if number == 0 else 0)
    return total
