"""Passages of our own with accounts within accounts (accounts.txt, in the format of tests/data/accounts) as articles to train on:
each passage with what nobody in it tells, and each content by itself with what is told in it, as the program reads them."""
from __future__ import annotations

import importlib.util
from pathlib import Path

import numpy as np

import articles

ROOT = Path(__file__).resolve().parent.parent
PASSAGES = ROOT / "train/accounts.txt"
TIMES = 2  # that each is shown in an epoch, since they are few


def read_passages():
    """The marked passages, by the reader of the scorer."""
    spec = importlib.util.spec_from_file_location("score", ROOT / "tests/data/accounts/score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    return score.read_file(PASSAGES)


def words_of(article, spans):
    return articles.covered(article.spans, spans, len(article.text))


def with_marks(article, words):
    """Words of a content, quotations of which it has most with their marks, as PolNeAR has them."""
    own = np.zeros(len(article), dtype=bool)
    own[words] = True
    for quotation in np.unique(article.quotation[words]):
        around = article.quotation == quotation
        if quotation and own[around].mean() > 0.5:
            own[around] = True
    return np.flatnonzero(own)


def with_auxiliaries(article, words, auxiliary):
    """A verb with the auxiliaries right before it, as PolNeAR has cues: "has not said"."""
    first = int(words[0])
    while first > 0 and article.head[first - 1] in words and article.relation[first - 1] in auxiliary:
        first -= 1
    return np.arange(first, int(words[-1]) + 1)


def told(article, marks, within, auxiliary):
    """{word: {role: words}} of the statements of a passage that this one tells; None: that nobody does."""
    out = {}
    for mark in marks:
        roles = {role: words_of(article, mark[name]) for name, role in articles.LABELS.items() if mark[name]}
        if articles.CONTENT in roles:
            roles[articles.CONTENT] = with_marks(article, roles[articles.CONTENT])
        if len(roles.get(articles.CUE, ())):
            roles[articles.CUE] = with_auxiliaries(article, roles[articles.CUE], auxiliary)
        if mark["within"] == within and len(roles.get(articles.CUE, ())) and len(roles.get(articles.CONTENT, ())):
            out[int(min(roles[articles.CUE], key=lambda word: articles.depth(article.head, word)))] = roles
    return out


def part(article, begin, end, statements):
    """Some words of an article as an article of their own: heads elsewhere are roots, a quotation around all is none."""
    head = article.head[begin:end]
    head = np.where((head >= begin) & (head < end), head, np.arange(begin, end)) - begin
    quotation = article.quotation[begin:end]
    inside = {cue - begin: {role: words[(words >= begin) & (words < end)] - begin for role, words in roles.items()}
              for cue, roles in statements.items() if begin <= cue < end}
    return articles.Article(article.name, article.text, article.spans[begin:end], article.block[begin:end],
                            article.sentence[begin:end], head, article.relation[begin:end],
                            np.zeros_like(quotation) if (quotation == quotation[0]).all() else quotation,
                            article.vectors[begin:end], article.words[begin:end],
                            {cue: roles for cue, roles in inside.items() if len(roles[articles.CONTENT])}, [])


def parts(article, marks, auxiliary):
    """The contents of a passage's statements, a stretch each, without quotation marks around it."""
    for number, mark in enumerate(marks):
        statements = told(article, marks, number, auxiliary)
        for span in mark["content"]:
            words = words_of(article, [span])
            if len(words) > 2:
                yield part(article, int(words[0]), int(words[-1]) + 1, statements)


def read(tool, model, work, relations):
    """The articles that the passages make, read with a model of these relations; their texts are put into a folder."""
    auxiliary = {number for number, name in enumerate(relations) if name in ("aux", "aux:pass", "advmod")}
    passages, folder = read_passages(), work / "accounts"
    folder.mkdir(exist_ok=True)
    paths = [folder / f"{number}.txt" for number in range(len(passages))]
    for path, passage in zip(paths, passages):
        path.write_text(passage["text"], encoding="utf-8")
    out = []
    for article, passage in zip(articles.read(tool, model, paths), passages):
        article.statements = told(article, passage["statements"], None, auxiliary)
        out += [article, *parts(article, passage["statements"], auxiliary)]
    return out * TIMES
