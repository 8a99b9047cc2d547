"""What PyTorch computes of a text, in single precision: tests/unit/model_parity.c and statements_parity.c hold the program
to it."""
from __future__ import annotations

import numpy as np
import torch

from articles import REACH, pairs
from attribution import AROUND
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


STATEMENTS = """# What train/parity.py had from the trained heads, in single precision, of the words of examples/summit.txt \
that may be
# cues: the word, its score of being one by itself, and with all that is around it.
"""
LIKELY = -1.5  # a score by itself; readout looks at words from -2.2 on


@torch.no_grad()
def write_statements(path, heads, article, word_scale, vector_scale, relations):
    """The likely cues of an article, as attribution.Heads has them."""
    heads.eval()
    words = torch.from_numpy(article.words * word_scale)[None]
    vectors = torch.from_numpy(article.vectors * vector_scale)[None]
    score, as_cue, as_word = heads.outputs(words, vectors, torch.ones(words.shape[:2], dtype=torch.bool))
    with path.open("w", encoding="utf-8") as lines:
        lines.write(STATEMENTS)
        for cue in np.flatnonzero(score[0].numpy() > LIKELY):
            begin, end = max(0, cue - REACH), min(len(article), cue + REACH + 1)
            inside = slice(begin - cue + REACH, end - cue + REACH)
            stand, mask = torch.zeros((4, 1, AROUND), dtype=torch.int64), torch.zeros((1, AROUND), dtype=torch.bool)
            around = torch.zeros((1, AROUND, as_word.shape[-1]))
            stand[:, 0, inside] = torch.from_numpy(pairs(article, cue, begin, end, relations))
            mask[0, inside], around[0, inside] = True, as_word[0, begin:end]
            valid = heads(as_cue[:, cue], around, stand, mask)[1]
            lines.write(f"{cue} {score[0, cue]:.2f} {valid[0]:.2f}\n")
