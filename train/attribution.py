"""The heads of statements (src/statements/heads.h): who said what, from the vectors of words and from trees."""
from __future__ import annotations

from collections import Counter

import numpy as np
import torch
from torch import nn
from torch.nn import functional

from articles import CUE, DISTANCES, QUOTATIONS, REACH, ROLES, pairs, sides
from batches import batches, windows
from encoder import Layer, unit

WORDS, ROLE_LAYERS, WIDTH = (1, 2, 4, 8, 16), (1, 2, 4), 64
AROUND = 2 * REACH + 1
LEAST_SHARE, LEAST_TIMES = 0.04, 2  # of a form's words that are cues, for the others to be shown as none


class Heads(nn.Module):
    """A stack goes on from the words' vectors and the words by themselves; each word has a score for being a cue. For a
    cue a second stack goes over the words around it, beginning with what the cue says, what the word says, and how they
    stand to each other."""

    def __init__(self, embedding, vector, relations, dropout=0.2):
        super().__init__()
        self.word = nn.Linear(embedding, vector)
        nn.init.normal_(self.word.weight, std=0.03)
        nn.init.zeros_(self.word.bias)
        self.words = nn.ModuleList(Layer(vector, dilation, dropout) for dilation in WORDS)
        self.project = nn.Linear(vector, 1 + 2 * WIDTH)
        rows = sides(relations)
        self.left, self.right = nn.Embedding(rows, WIDTH), nn.Embedding(rows, WIDTH)
        self.quotation, self.distance = nn.Embedding(QUOTATIONS, WIDTH), nn.Embedding(DISTANCES, WIDTH)
        for table in (self.left, self.right, self.quotation, self.distance):
            nn.init.normal_(table.weight, std=0.1)
        self.pair = nn.Embedding(rows * rows, len(ROLES))
        nn.init.zeros_(self.pair.weight)
        self.roles = nn.ModuleList(Layer(WIDTH, dilation, dropout) for dilation in ROLE_LAYERS)
        self.role, self.valid = nn.Linear(WIDTH, len(ROLES)), nn.Linear(2 * WIDTH, 1)
        self.dropout, self.rows = nn.Dropout(dropout), rows

    def begin(self, words, vectors):
        return vectors + self.word(self.dropout(words))

    def outputs(self, words, vectors, valid):
        """Of each word [B, T]: score of a cue; what it says as a cue; and as a word."""
        h = self.begin(words, vectors)
        for layer in self.words:
            h = layer(h, valid[..., None].float())
        out = self.project(self.dropout(unit(h))).float()
        return out[..., 0], out[..., 1:1 + WIDTH], out[..., 1 + WIDTH:]

    def start(self, cue, word, stand, mask):
        left, right, quotation, distance = stand
        z = cue[:, None] + word + self.left(left) + self.right(right) + self.quotation(quotation)
        return (z + self.distance(distance)) * mask[..., None]

    def forward(self, cue, word, stand, mask):
        """Of cues [C, WIDTH] and the words around them [C, AROUND, WIDTH], the cue in the middle: logits of roles
        [C, AROUND, 4], and of whether the cue is one [C]."""
        z, valid = self.start(cue, word, stand, mask), mask[..., None].float()
        for layer in self.roles:
            z = layer(z, valid)
        z = torch.relu(unit(z)) * valid
        roles = self.role(self.dropout(z)) + self.pair(stand[0] * self.rows + stand[1])
        both = torch.cat([z[:, REACH], z.amax(1)], -1)
        return roles.float(), self.valid(self.dropout(both))[:, 0].float()


def likely_forms(articles):
    """Forms of which enough are cues that the others are worth telling apart."""
    all_words, cues = Counter(), Counter()
    for article in articles:
        all_words.update(article.form(word) for word in range(len(article)))
        cues.update(article.form(word) for word in article.statements)
    return {form for form, times in cues.items()
            if times >= LEAST_TIMES and times >= LEAST_SHARE * all_words[form]}


def examples(article, forms, relations):
    """[(word, begin, pairs, roles, whether it is a cue)] of cues and of words of likely forms, and what lies around
    them from `begin` on."""
    taken = {int(word) for words in article.statements.values() for word in words[CUE]}
    others = {word for word in range(len(article)) if article.form(word) in forms and word not in taken}
    out = []
    for cue in sorted(article.statements.keys() | others):
        begin, end = max(0, cue - REACH), min(len(article), cue + REACH + 1)
        roles = np.zeros(len(article), dtype=np.int8)
        for role, words in article.statements.get(cue, {}).items():
            roles[words] = role
        out.append((cue, begin, pairs(article, cue, begin, end, relations).astype(np.uint8), roles[begin:end],
                    cue in article.statements))
    return out


class Data:
    """Articles, one after the other as joined tables, and their examples; the scales make of 8 bits what they
    stand for."""

    def __init__(self, articles, relations, word_scale, vector_scale):
        forms = likely_forms(articles)
        self.offsets = np.cumsum([0] + [len(article) for article in articles])
        self.words, self.word_scale = np.concatenate([article.words for article in articles]), word_scale
        self.vectors, self.vector_scale = np.concatenate([article.vectors for article in articles]), vector_scale
        self.sentence = np.concatenate([article.sentence for article in articles])
        self.examples = [(int(shift) + word, int(shift) + begin, *rest)
                         for article, shift in zip(articles, self.offsets)
                         for word, begin, *rest in examples(article, forms, relations)]
        self.places = np.array([example[0] for example in self.examples])

    def plan(self, seed):
        """Batches of an epoch; None: any, to be counted."""
        return batches(windows({"sentence": self.sentence}, self.offsets, 256, seed), 4000, seed)

    def gather(self, batch):
        """Words by themselves, vectors, which are words, which are cues [B, T]; and the examples in them, or None."""
        longest = max(end - begin for begin, end in batch)
        words = torch.zeros(len(batch), longest, self.words.shape[1])
        vectors = torch.zeros(len(batch), longest, self.vectors.shape[1])
        valid = torch.zeros(len(batch), longest, dtype=torch.bool)
        cues, rows = torch.zeros(len(batch), longest), []
        for row, (begin, end) in enumerate(batch):
            words[row, :end - begin] = torch.from_numpy(self.words[begin:end] * self.word_scale)
            vectors[row, :end - begin] = torch.from_numpy(self.vectors[begin:end] * self.vector_scale)
            valid[row, :end - begin] = True
            for number in range(*np.searchsorted(self.places, (begin, end))):
                example = self.examples[number]
                cues[row, example[0] - begin] = float(example[-1])
                rows.append((row * longest - begin, begin, end, example))
        return words, vectors, valid, cues, stack(rows) if rows else None


def stack(rows):
    """Examples [(shift of a joined index to one into the batch, window's begin and end, example)] as tensors."""
    count = len(rows)
    stand, index = np.zeros((4, count, AROUND), dtype=np.int64), np.zeros((count, AROUND), dtype=np.int64)
    roles, mask = np.zeros((count, AROUND), dtype=np.int64), np.zeros((count, AROUND), dtype=bool)
    cue, known = np.zeros(count, dtype=np.int64), np.zeros(count, dtype=np.float32)
    for row, (shift, begin, end, (word, first, stands, labels, is_cue)) in enumerate(rows):
        low, high = max(begin, word - REACH), min(end, word + REACH + 1)
        to, of = slice(low - word + REACH, high - word + REACH), slice(low - first, high - first)
        stand[:, row, to], roles[row, to], mask[row, to] = stands[:, of], labels[of], True
        index[row, to], cue[row], known[row] = shift + np.arange(low, high), shift + word, is_cue
    return [torch.from_numpy(value) for value in (stand, roles, mask, index, cue, known)]


def loss(heads, batch):
    """Cross entropy of cues, of the roles around true cues, and of whether likely forms are cues, by the word; of what
    Data.gather gives."""
    words, vectors, valid, cues, found = batch
    cue_score, as_cue, as_word = heads.outputs(words, vectors, valid)
    total = 10 * functional.binary_cross_entropy_with_logits(cue_score[valid], cues[valid], reduction="sum")
    if found:
        stand, roles, mask, index, cue, known = found
        logits, sure = heads(as_cue.flatten(0, 1)[cue], as_word.flatten(0, 1)[index], stand, mask)
        true = known > 0
        total = total + 10 * functional.binary_cross_entropy_with_logits(sure, known, reduction="sum")
        if true.any():
            total = total + functional.cross_entropy(logits[true][mask[true]], roles[true][mask[true]], reduction="sum")
    return total / valid.sum()
