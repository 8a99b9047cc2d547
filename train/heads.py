"""What is read from a word's vector: sentence starts, tags, and a tree by a biaffine score (Dozat and Manning 2017).

The score of a head j of a word i is q_i . k_j / sqrt(ARC), plus what i says of the distance to j (in BUCKETS, both
directions), or of having no head. The relation is read from relu(a_i + b_j).
"""
from __future__ import annotations

import torch
from torch import nn

ARC, RELATION = 128, 128
EDGES = (1, 2, 3, 4, 5, 6, 8, 10, 14, 20, 32)  # a bucket begins at each distance; as many to the left
BUCKETS = 2 * len(EDGES)


def bucket_table(limit):
    """Bucket of each distance j - i from -limit to limit; that of 0 is never used."""
    distance = torch.arange(-limit, limit + 1)
    place = torch.bucketize(distance.abs(), torch.tensor(EDGES), right=True) - 1
    return place.clamp(min=0) + (distance > 0) * len(EDGES)


class Heads(nn.Module):
    """vectors [B, T, width] -> logits; what is linear in the vectors is one matrix, `project`, as C runs it."""

    def __init__(self, width, tags, xpos, relations, dropout=0.0):
        super().__init__()
        self.sizes = [ARC, ARC, RELATION, RELATION, BUCKETS, 1, 1, tags, xpos]
        self.project = nn.Linear(width, sum(self.sizes))
        self.root = nn.Parameter(torch.zeros(RELATION))
        self.relation = nn.Linear(RELATION, relations)
        self.dropout = nn.Dropout(dropout)
        self.register_buffer("buckets", bucket_table(512), persistent=False)

    def forward(self, vectors, same):
        """`same` [B, T, T]: whether j may be a head of i. Logits of heads: [B, T, 1 + T], the root first."""
        q, k, a, b, distance, root, start, upos, xpos = self.project(self.dropout(vectors)).float().split(
            self.sizes, -1)
        length = vectors.shape[1]
        place = torch.arange(length)
        buckets = self.buckets[(place[None, :] - place[:, None]).clamp(-512, 512) + 512]
        arcs = q @ k.transpose(1, 2) / ARC ** 0.5
        arcs = arcs + distance.gather(2, buckets.expand(len(vectors), -1, -1))
        arcs = arcs.masked_fill(~same, -1e4)
        return {"arcs": torch.cat([root, arcs], -1), "a": a, "b": b, "start": start[..., 0], "upos": upos,
                "xpos": xpos}

    def relations(self, out, head):
        """Logits of relations to given heads [B, T], 0 the root."""
        size = out["b"].shape[-1]
        with_root = torch.cat([self.root.expand(len(head), 1, size), out["b"]], 1)
        chosen = with_root.gather(1, head[..., None].expand(-1, -1, size))
        return self.relation(self.dropout(torch.relu(out["a"] + chosen)))
