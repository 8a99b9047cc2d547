"""What PyTorch computes of a text, in single precision: tests/unit/model_parity.c holds the program to it."""
from __future__ import annotations

import torch

from batches import gather, join

HEADER = """# What train/parity.py had from the trained network, in single precision, of the words of \
examples/summit.txt:
# upos, xpos, head (-1: none), relation; then the scores of having no head and of each upos.
"""


@torch.no_grad()
def write(path, model, labels, document):
    """The words of one document, sentences as cut by rule."""
    table, offsets = join([document], labels)
    model.eval()
    data = gather(table, [(0, len(document))])
    out = model(data)
    head = out["arcs"].argmax(-1)
    relation = model.heads.relations(out, head).argmax(-1)[0]
    scores = torch.cat([out["arcs"][0, :, :1], out["upos"][0]], 1)
    names = labels.sets
    with path.open("w", encoding="utf-8") as lines:
        lines.write(HEADER)
        for i in range(len(document)):
            lines.write(f"{names['upos'][out['upos'][0, i].argmax()]} {names['xpos'][out['xpos'][0, i].argmax()]} "
                        f"{head[0, i] - 1} {names['deprel'][relation[i]]} "
                        f"{' '.join(f'{score:.2f}' for score in scores[i])}\n")
