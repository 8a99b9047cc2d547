"""The encoder: embeddings added up, then residual gated convolutions over the words (Dauphin et al. 2017).

Written so that C can run it in 8 bits: what goes into a matrix product is a row divided by its root mean square (Zhang
and Sennrich 2019), so its channels have a fixed scale; there are no other norms.
"""
from __future__ import annotations

import torch
from torch import nn
from torch.nn import functional

from heads import Heads

HASHED = (16384, 4096, 2048, 4096, 1024, 128)  # as in src/model/features.h
EPSILON = 1e-6


def unit(x):
    """Rows divided by their root mean square."""
    return x * torch.rsqrt(x.float().square().mean(-1, keepdim=True) + EPSILON)


class Layer(nn.Module):
    """h + value * sigmoid(gate), both a product of the words at -dilation, 0 and +dilation."""

    def __init__(self, width, dilation, dropout):
        super().__init__()
        self.taps, self.dilation = nn.Linear(3 * width, 2 * width), dilation
        nn.init.normal_(self.taps.weight, std=(3 * width) ** -0.5)
        nn.init.zeros_(self.taps.bias)
        self.dropout = nn.Dropout(dropout)

    def forward(self, h, valid):
        x = self.dropout(unit(h) * valid)
        if torch.is_autocast_enabled("cpu"):
            x = x.bfloat16()
        around = functional.pad(x, (0, 0, self.dilation, self.dilation))
        words = x.shape[1]
        value, gate = self.taps(torch.cat([around[:, :words], x, around[:, -words:]], -1)).chunk(2, -1)
        return h + value * torch.sigmoid(gate)


class Encoder(nn.Module):
    def __init__(self, pieces, embedding, width, dilations, dropout=0.1, word_dropout=0.1):
        super().__init__()
        self.embedding = nn.Embedding(pieces + sum(HASHED), embedding)
        nn.init.normal_(self.embedding.weight, std=0.3)
        self.input = nn.Linear(embedding, width)
        self.layers = nn.ModuleList(Layer(width, dilation, dropout) for dilation in dilations)
        self.dilations, self.word_dropout = dilations, word_dropout

    def embed(self, batch):
        """The sum of a word's rows; of its pieces, the mean. In training single features are left out at random."""
        count = batch["piece_count"].clamp(min=1)
        has = torch.arange(batch["pieces"].shape[-1]) < count[..., None]
        weight = torch.cat([has / count[..., None], torch.ones(batch["rows"].shape)], -1)
        rows = torch.cat([batch["pieces"], batch["rows"]], -1)
        if self.training:
            keep = torch.rand(*rows.shape[:2], 1 + batch["rows"].shape[-1]) >= self.word_dropout
            keep = torch.cat([keep[..., :1].expand(has.shape), keep[..., 1:]], -1)
            weight = weight * keep
        size = rows.shape[-1]
        vectors = functional.embedding_bag(rows.view(-1, size), self.embedding.weight, mode="sum",
                                           per_sample_weights=weight.view(-1, size).float())
        return vectors.view(*rows.shape[:2], -1)

    def forward(self, batch):
        valid = batch["valid"][..., None].float()
        h = self.input(unit(self.embed(batch)))
        for layer in self.layers:
            h = layer(h, valid)
        return unit(h)


class Student(nn.Module):
    """The encoder, its heads, and a view of the teacher's vectors, which is for training alone."""

    def __init__(self, pieces, tags, xpos, relations, *, embedding, width, dilations, teacher_width, dropout=0.1):
        super().__init__()
        self.encoder = Encoder(pieces, embedding, width, dilations, dropout)
        self.heads = Heads(width, tags, xpos, relations, dropout)
        self.imitate = nn.Linear(width, teacher_width)

    def forward(self, batch):
        vectors = self.encoder(batch)
        return self.heads(vectors, batch["same"]) | {"vectors": vectors}
